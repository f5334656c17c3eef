/** Documents as a page shows them, read from a fixture as an author wrote it. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { linkLibrary } from '../../library/graph.ts';
import { readLibrary } from '../../content/read-library.ts';
import { entryOf } from '../../../tests/site/sample-library.ts';
import { renderDocument } from './document.ts';

const { library } = await readLibrary(
  join(import.meta.dirname, '../../../tests/fixtures/content/sound'),
);

const parse = (html: string): Document =>
  parseHTML(`<html><body>${html}</body></html>`).document as unknown as Document;
const plan = (): Document => parse(renderDocument(library, library.get('policies/plan')));

/** Renders a body alone, and the name of a term in it. */
function rendered(body: string, head = 'title: 试验文件'): string {
  const document = entryOf('policies/test', head, body);
  const term = entryOf('terms/mechanism', 'title: 工作机制\nsummary: 一种机制。');
  return renderDocument(linkLibrary([document, term]).library, document);
}

/** The same without what is the editors'. */
function own(body: string): string {
  const page = parse(rendered(body));
  for (const element of page.querySelectorAll('[data-editorial]')) element.remove();
  return page.body.innerHTML.replace(/ (id|data-unit)="[^"]*"/gu, '');
}

test('emphasis works beside Chinese punctuation', () =>
  assert.equal(plan().querySelector('#p1 strong')?.textContent, '提示。'));

test('a range is not struck through, and quotes stay as they are', () =>
  assert.equal(own('5~10万元，3~5万元，"253"...'), '<p>5~10万元，3~5万元，"253"...</p>'));

test('a paragraph less its apparatus is the text that the graph read', () => {
  const page = plan();
  for (const element of page.querySelectorAll('[data-editorial]')) element.remove();
  for (const block of library.get('policies/plan').blocks)
    assert.equal(page.getElementById(block.id)?.textContent, block.text);
});

test('a name becomes a link to its page, with a preview that stands in no text', () => {
  const link = plan().querySelector('#p2 a.mention');
  assert.equal(link?.getAttribute('href'), '../terms/mechanism.html');
  assert.equal(link?.textContent, '工作机制');
  assert.match(link?.getAttribute('title') ?? '', /^术语\n/u);
});

test('the preview of a link with other words names the entry', () => {
  const link = parse(rendered('按[机制](term:mechanism)办。')).querySelector('a.mention');
  assert.equal(link?.getAttribute('title'), '术语：工作机制\n一种机制。');
});

test('a preview is stated once a page', () => {
  const page = parse(rendered('工作机制。\n\n落实工作机制。\n\n按[机制](term:mechanism)'));
  assert.equal(page.querySelectorAll('a.mention').length, 3);
  assert.equal(page.querySelectorAll('a.mention[title]').length, 1);
});

test('a paragraph of an official text carries its anchor and nothing else', () =>
  assert.match(rendered('甲。\n\n乙。'), /^<p id=p1>甲。<\/p><p id=p2>乙。<\/p>$/u));

const BREAKS: [text: string, html: string][] = [
  ['实现“253”目标', '<p>实现<wbr>“253”目标</p>'],
  ['“专精特新”“小巨人”', '<p>“专精特新”“小巨人”</p>'],
  ['A“b”', '<p>A“b”</p>'],
  ['建立‘七个一’和**“借转补”**', '<p>建立<wbr>‘七个一’和<strong><wbr>“借转补”</strong></p>'],
];

for (const [text, html] of BREAKS)
  test(`a line of ${text} may end before its marks`, () => assert.equal(own(text), html));

const CASES: [what: string, body: string, html: string][] = [
  [
    'a list',
    '- 甲\n- 乙\n  1. 丙',
    '<ul><li><p>甲</p></li><li><p>乙</p><ol><li><p>丙</p></li></ol></li></ul>',
  ],
  ['a numbered list', '3. 甲\n\n   乙', '<ol start="3"><li><p>甲</p><p>乙</p></li></ol>'],
  ['brackets at the head of an item', '- [ ] 甲', '<ul><li><p>[ ] 甲</p></li></ul>'],
  ['an empty item', '- 甲\n-\n\n乙', '<ul><li><p>甲</p></li><li></li></ul><p>乙</p>'],
  ['a quotation', '> 甲\n>\n> 乙\n\n丙', '<blockquote><p>甲</p><p>乙</p></blockquote><p>丙</p>'],
  ['a rule', '甲\n\n***\n\n乙', '<p>甲</p><hr><p>乙</p>'],
  [
    'a table',
    '| 项 | 数 |\n| --- | --: |\n| 甲 | 1 |\n| 乙 |',
    '<table><thead><tr><th>项</th><th class="column-right">数</th></tr></thead>' +
      '<tbody><tr><td>甲</td><td class="column-right">1</td></tr><tr><td>乙</td><td></td></tr></tbody></table>',
  ],
  [
    'a table of a head alone',
    '| 项 |\n| --- |',
    '<table><thead><tr><th>项</th></tr></thead></table>',
  ],
  ['marks', '*一*~~二~~`三<`', '<p><em>一</em><del>二</del><code>三&lt;</code></p>'],
  ['a line that its author ended', '甲\\\n乙', '<p>甲<br>乙</p>'],
  [
    'an address',
    '[网](https://a.cn/?b "题")',
    '<p><a href="https://a.cn/?b" title="题">网</a></p>',
  ],
  ['a heading of the first level', '# 甲', '<h2>甲</h2>'],
  ['an official part', '<Addressee>甲：</Addressee>', '<p class="part part-addressee">甲：</p>'],
];

for (const [what, body, html] of CASES) test(`shows ${what}`, () => assert.equal(own(body), html));

test('between the words of a paragraph stands no text of ours', () => {
  const html = rendered(
    '落实工作机制。一是招引项目。',
    'title: 试验文件\nnotes:\n  - { on: 作机, note: 照录 }\n  - { on: 落实, note: 甲 }',
  );
  assert.equal(parse(html).querySelector('#p1')?.textContent, '落实工作机制。一是招引项目。');
});

test('a note stands hidden after its paragraph, and a mark after its words leads there and back', () => {
  const html = rendered(
    '落实工作机制。',
    'title: 试验文件\nnotes:\n  - { on: 作机, note: 照录 }\n  - { on: 落实, note: 甲 }',
  );
  const page = parse(html);
  const marks = [...page.querySelectorAll('#p1 > a.mark[data-editorial]')];
  assert.deepEqual(
    marks.map((mark) => mark.getAttribute('aria-label')),
    ['注1', '注2'],
  );
  const margin = page.querySelector('#p1')?.nextElementSibling;
  assert.ok(margin?.matches('aside[hidden][data-editorial]'));
  for (const mark of marks) {
    const note = page.getElementById(mark.getAttribute('href')!.slice(1));
    assert.ok(note && note.matches('.note[data-unit="校注"]') && margin?.contains(note));
    assert.equal(note.querySelector('a')?.getAttribute('href'), `#${mark.id}`);
  }
  assert.equal(page.querySelector('a a'), null);
});

test('what rests on a paragraph is named in its margin, behind a mark', () => {
  const document = entryOf('policies/test', 'title: 试验文件', '一是招引项目。');
  const measure = entryOf(
    'measures/projects',
    'title: 招引\nevidence:\n  - { in: policies/test, quote: 招引项目 }',
  );
  const page = parse(renderDocument(linkLibrary([document, measure]).library, document));
  const margin = page.querySelector('aside[hidden] > #p1-names');
  assert.equal(margin?.querySelector('a')?.getAttribute('href'), '../measures/projects.html');
  const mark = page.querySelector('#p1 > [href="#p1-names"]');
  assert.equal(mark?.getAttribute('aria-label'), '举措1');
});

test('notes on cells and items stand after the table and the list', () => {
  const page = parse(
    rendered(
      '| 项 | 数 |\n| --- | --: |\n| 甲 | 1 |\n\n- 乙\n- 丙\n\n丁',
      'title: 试验文件\nnotes:\n  - { on: 甲, note: 一 }\n  - { on: 乙, note: 二 }',
    ),
  );
  const after = (name: string) => page.querySelector(name)?.nextElementSibling;
  assert.match(after('table')?.textContent ?? '', /一$/u);
  assert.match(after('ul')?.textContent ?? '', /二$/u);
  assert.equal(page.querySelectorAll('table aside, ul aside').length, 0);
});

test('a long document stands in chunks, which part no list; its paragraphs state their numbers', () => {
  const paragraph = '长'.repeat(500);
  const body = [...Array(50).fill(paragraph), `- ${paragraph}\n- ${paragraph}`, paragraph].join(
    '\n\n',
  );
  const page = parse(rendered(body));
  const chunks = [...page.querySelectorAll('body > .chunk')];
  assert.equal(page.body.children.length, chunks.length);
  assert.ok(chunks.length > 2);
  assert.equal(page.querySelectorAll('ul').length, 1);
  const numbers = [...page.querySelectorAll('.chunk p')].map((p) => p.getAttribute('data-n'));
  assert.deepEqual([numbers.length, numbers[0], numbers[52]], [53, '1', '53']);
});

test('a short document has no chunks', () =>
  assert.equal(parse(rendered('甲')).querySelector('.chunk'), null));
