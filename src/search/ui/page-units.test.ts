import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSite } from '../../../tests/search-fixtures/read-site.ts';
import { withNames } from '../build/place-texts.ts';
import { readPage } from '../../../tests/search-fixtures/read-page.ts';
import { page } from '../../../tests/search-fixtures/record.ts';

const TOP =
  '<nav class="breadcrumb"><ol><li><a href="x">政策</a></li></ol></nav><h1 data-unit="标题" id="title">通知</h1>';
const html = (main: string) =>
  `<!doctype html><html><body><nav data-unit="导航">栏目</nav><main>${main}</main></body></html>`;

const texts = (main: string) =>
  readPage('policies/a.html', html(TOP + main))!.texts.map((stretch) =>
    stretch.map(({ id, label, text }) => `${label}#${id}:${text}`),
  );

test('a page that is no entry’s is not indexed', () => {
  for (const path of ['about.html', 'policies.html', 'policies/a--mentions.html'])
    assert.equal(readPage(path, html(TOP)), undefined);
});

test('units of a flow are one text; a note inside it and units outside stand alone', () => {
  const main = `<article data-flow><p data-unit="第1段" id="p1">甲<a href="x">乙</a></p>
    <aside data-editorial><p data-unit="校注" id="n1">注</p></aside>
    <p data-unit="第2段" id="p2">丙</p></article><p data-unit="摘要" id="s">丁</p>`;
  assert.deepEqual(texts(main), [
    ['标题#title:通知'],
    ['第1段#p1:甲乙', '第2段#p2:丙'],
    ['校注#n1:注'],
    ['摘要#s:丁'],
  ]);
});

test('what is not to be indexed, and units inside units, are left out of a text', () => {
  const main = `<div data-unit="外" id="a">头<span data-unindexed>3</span><div data-unit="内" id="b">里</div>尾<script>x</script></div>`;
  assert.deepEqual(texts(main).slice(1), [['外#a:头尾'], ['内#b:里']]);
});

test('what a page shows under its title is read; what is absent is absent', () => {
  const figures =
    '<dl><dd id="figure-1" data-unit="文号">〔2021〕1号</dd><dd id="figure-2" data-unit="日期">2021年3月</dd></dl>';
  const shown = readPage('policies/a.html', html(TOP + figures))!;
  assert.deepEqual(
    [shown.title, shown.kind, shown.number, shown.dateText, shown.validity, shown.official],
    ['通知', '政策', '〔2021〕1号', '2021年3月', undefined, false],
  );
});

test('names that the page does not print can be found all the same', () => {
  const record = page('policies/a.html', '通知', [], {
    aliases: ['甲办法'],
    number: '〔2021〕1号',
    texts: [[{ id: 'p', label: '段', text: '甲办法' }]],
  });
  const added = withNames(record).texts.slice(1).flat();
  assert.deepEqual(added, [
    { id: '', label: '标题', text: '通知' },
    { id: '', label: '文号', text: '〔2021〕1号' },
  ]);
});

test('pages that break the contract are refused, all of them named, with the remedy', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'read-site-'));
  try {
    await mkdir(join(folder, 'policies'));
    const write = (name: string, main: string) =>
      writeFile(join(folder, 'policies', name), html(main));
    await write('a.html', '<p>没有单元</p>');
    await write('b.html', '<p data-unit="段">字</p>');
    await write('c.html', `${TOP}<p data-unit="段">字</p>`);
    await assert.rejects(
      readSite(folder),
      /policies\/a\.html: no text to index[^]*policies\/b\.html: no title/,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
