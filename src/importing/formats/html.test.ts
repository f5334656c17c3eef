/** Pages as government sites and those that copy them are saved: what is the document, and what stands around it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepare } from '../prepare.ts';

const TITLE = '关于转发《示例工作方案》的通知';
const TEXT = [
  '各县(市、区)示例主管部门:',
  '现将《示例工作方案》转发给你们,请及时组织辖区内单位认真落实,确保各项工作真实、规范和正常实施。',
  '各单位要按照职责分工,于每季度末前报送进展情况,重要情况随时报告,由示例局汇总后报市人民政府。',
];
const paragraphs = TEXT.map((text) => `<p>　　${text}</p>`).join('');
const page = (body: string, head = ''): Uint8Array =>
  new TextEncoder().encode(
    `<!doctype html><html><head><meta charset="utf-8"><title>示例</title>${head}</head><body>${body}</body></html>`,
  );
const NAVIGATION = '<div class="nav"><a href="/">首页</a> <a href="/x">机构</a></div>';
const FOOT = '<div class="share">分享到：微信 微博</div><div class="footer">主办单位</div>';

async function imported(bytes: Uint8Array) {
  const { faults, draft, received } = await prepare(bytes, 'page.html', [], { id: 'page' });
  assert.deepEqual(faults, []);
  return {
    parts: draft.blocks.map((block) => ('text' in block ? block.text : '')),
    dropped: received.blocks.flatMap((one) => (one.kind === 'dropped' ? [one.text] : [])),
  };
}

test('a short article in a page of its own frame is told from the frame, and from when it was put up', async () => {
  const info = '<div>发布时间：2021-10-15 来源：示例局 浏览：1,024</div>';
  const { parts, dropped } = await imported(
    page(`${NAVIGATION}<h1>${TITLE}</h1>${info}<div class="content">${paragraphs}</div>${FOOT}`),
  );
  assert.deepEqual(parts, [TITLE, ...TEXT]);
  assert.equal(dropped.length, 4);
});

test('what was put up stands on a line within the article, too', async () => {
  const info = '<div>2018-10-22 09:10:52　来源:示例协会　浏览843</div>';
  const { parts, dropped } = await imported(
    page(`${NAVIGATION}<div class="art"><h2>${TITLE}</h2>${info}${paragraphs}</div>`),
  );
  assert.deepEqual(parts, [TITLE, ...TEXT]);
  assert.ok(dropped.some((text) => text.includes('浏览843')));
});

test('a title outside the article is known by what the page tells to programs', async () => {
  const { parts } = await imported(
    page(
      `${NAVIGATION}<div class="bt">${TITLE}</div><div id="zoom">${paragraphs}</div>${FOOT}`,
      `<meta name="ArticleTitle" content="${TITLE}">`,
    ),
  );
  assert.deepEqual(parts, [TITLE, ...TEXT]);
});

test('a sentence of the text that speaks of sources and readers stays', async () => {
  const more = '<p>　　信息来源和阅读人数由示例局统计。</p>';
  const { parts } = await imported(page(`<h1>${TITLE}</h1>${paragraphs}${more}`));
  assert.ok(parts.includes('信息来源和阅读人数由示例局统计。'));
});
