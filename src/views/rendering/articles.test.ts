import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { linkLibrary } from '../../library/graph.ts';
import type { Entry } from '../../library/types.ts';
import { readEntry } from '../../content/read-entry.ts';
import { blockLabel, citation } from '../citation/citation.ts';
import { outlineOf } from '../document/outline.ts';
import { mentionsOf } from '../entry/relations.ts';
import { anchorOf } from '../../text/structure/units.ts';
import { labelOfUnit } from '../../text/unit-label.ts';
import { renderDocument } from './document.ts';

function policy(id: string, title: string, body: string): Entry {
  const source = new TextEncoder().encode(
    `---\ntitle: ${title}\n---\n\n${body.replaceAll('\n', '\n\n')}\n`,
  );
  const read = readEntry('policies', `policies/${id}.md`, source);
  assert.deepEqual(read.problems, []);
  return read.entry!;
}
const LAW = policy(
  'law',
  '中华人民共和国行政许可法',
  '第一章 总则\n第一条 甲。\n第二条 乙。\n另有规定的除外。',
);
const RULES = policy(
  'rules',
  '实施办法',
  '第一条 依照《行政许可法》第二条第二款制定。\n第二条 违反本办法第一条的，处罚。',
);
const { library } = linkLibrary([LAW, RULES]);

test('条 and 款 have anchors beside those of paragraphs, and paragraphs are called by them', () => {
  const html = renderDocument(library, LAW);
  assert.match(html, /<p id=p2 data-unit=第一条><span id=a1>第一条<\/span> 甲。<\/p>/u);
  assert.match(html, /<p id=p4 data-unit=第二条第二款><span id=a2-k2><\/span>另有规定/u);
  assert.match(html, /<span id=chapter1>第一章<\/span> 总则/u);
});

test('a page calls each paragraph as citations do', () => {
  const hard = policy(
    'hard',
    '复杂的条例',
    [
      '总说明。',
      '第一章 总则',
      '第一条 有下列情形之一的：',
      '（一）甲；',
      '（二）乙：',
      '1. 丙；',
      '2. 丁。',
      '另一款。',
      '第二条 一句。第三条 同段的一条。',
      '第三条之一 后来加的。',
      '第四条 有下列情形之一的：',
      '（一）甲；',
      '（二）乙。',
      '第二章 附则',
      '第五条 施行。',
      '附件1',
      '第一条 附件里的一条。',
      '第二条 又一条。',
      '又一款。',
    ].join('\n'),
  );
  const { document } = parseHTML(
    `<html><body>${renderDocument(linkLibrary([hard]).library, hard)}</body></html>`,
  );
  for (const block of hard.blocks) {
    const unit = document.getElementById(block.id)!;
    assert.equal(labelOfUnit(unit), blockLabel(block, hard), block.text);
  }
});

test('a citation leads to the place that it names', () => {
  const html = renderDocument(library, RULES);
  assert.match(
    html,
    /<a class=mention href=law\.html#a2-k2 title=[^>]*>《行政许可法》第二条第二款<\/a>/u,
  );
  assert.match(html, /<a class=own-place href=#a1>本办法第一条<\/a>/u);
});

test('the text of a page with anchors and links is the text as printed', () => {
  const html = renderDocument(library, RULES);
  const text = html
    .replace(/<(a|span) [^>]*data-editorial.*?<\/\1>/gu, '')
    .replace(/<[^>]+>/gu, '');
  assert.equal(text, RULES.blocks.map((block) => block.text).join(''));
});

test('the cited law says which of its articles is cited, and where', () => {
  const [mention] = mentionsOf(library, LAW, []).shown;
  const { passage, unit } = mention!;
  assert.equal(blockLabel(passage.block, RULES, passage.start), '第一条');
  assert.deepEqual([unit?.name, unit && anchorOf(unit)], ['第二条第二款', 'a2-k2']);
});

test('a citation of a paragraph names its article, and its address', () => {
  const words = citation(library, LAW, LAW.blocks[1], 'https://example.org/');
  assert.match(words, /第一条\[引用日期\]\. https:\/\/example\.org\/policies\/law\.html#a1$/u);
});

test('the outline lists chapters set as paragraphs, and their articles', () => {
  assert.deepEqual(outlineOf(library, LAW), [
    {
      text: '第一章 总则',
      id: 'chapter1',
      depth: 2,
      parts: [],
      articles: ['a1', 'a2'],
    },
  ]);
});
