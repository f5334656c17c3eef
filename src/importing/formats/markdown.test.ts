/** A Markdown file is read as Markdown, and written as the dialect of the library. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepare } from '../prepare.ts';

const import_ = (...lines: string[]) =>
  prepare(new TextEncoder().encode(lines.join('\n')), 'text.md', []);
/** The written body, one block a line. */
const body = async (...lines: string[]): Promise<string[]> => {
  const { faults, source } = await import_(...lines);
  assert.deepEqual(faults, []);
  return source
    .slice(source.indexOf('\n---\n') + 5)
    .trim()
    .split(/\n{2,}/u);
};

test('headings, paragraphs, lists, tables, notes and emphasis', async () => {
  assert.deepEqual(
    await body(
      '# 某市样本管理办法',
      '',
      '（2024年5月6日某市人民政府令第12号公布）',
      '',
      '## 第一章 总则',
      '',
      '**第一条** 为了规范样本，',
      '制定本办法。[^1]',
      '',
      '### 样本的种类',
      '',
      '3. 水样；',
      '4. 土样。',
      '   - 表土',
      '',
      '| 项目 | 金额 |',
      '| --- | --- |',
      '| 水样 | 20m<sup>2</sup> |',
      '',
      '[^1]: 注释。',
    ),
    [
      '<DocumentTitle>某市样本管理办法</DocumentTitle>',
      '（2024年5月6日某市人民政府令第12号公布）',
      '## 第一章 总则',
      '**第一条** 为了规范样本，制定本办法。\\[1]',
      '### 样本的种类',
      '3\\. 水样；',
      '4\\. 土样。',
      '表土',
      '| 项目 | 金额 |\n| - | - |\n| 水样 | 20m² |',
      '\\[1] 注释。',
    ],
  );
});
test('sentences on lines of their own are paragraphs; so are numbered ones', async () => {
  const blocks = await body(
    '# 关于样本的通知',
    '',
    '第一句。',
    '第二句没有',
    '说完。',
    '（一）登记',
  );
  assert.deepEqual(blocks.slice(1), ['第一句。', '第二句没有说完。', '## （一）登记']);
});
test('properties at the head, comments and HTML are left out, and listed', async () => {
  const { faults, received, draft } = await import_(
    '---',
    'title: 别的标题',
    '---',
    '# 关于样本的通知',
    '<!-- INFO END -->',
    '第一段<b>加粗</b>。',
  );
  assert.deepEqual(faults, []);
  assert.equal(draft.title, '关于样本的通知');
  assert.equal(draft.blocks.at(-1)?.kind === 'paragraph' && draft.blocks.at(-1)!.kind, 'paragraph');
  assert.deepEqual(
    received.blocks.flatMap((block) => (block.kind === 'dropped' ? [block.text] : [])),
    ['title: 别的标题', '<!-- INFO END -->', '<b></b>'],
  );
});
