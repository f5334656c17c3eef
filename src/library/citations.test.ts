import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEntry } from '../content/read-entry.ts';
import type { Collection, Entry, EntryKey } from './types.ts';
import { citationFinder } from './citations.ts';

const entry = (key: EntryKey, head: string, body: string): Entry => {
  const [collection, id] = key.split('/') as [Collection, string];
  const source = new TextEncoder().encode(
    `---\n${head}\n---\n\n${body.replaceAll('\n', '\n\n')}\n`,
  );
  const read = readEntry(collection, `${collection}/${id}.md`, source);
  assert.deepEqual(read.problems, []);
  return read.entry!;
};

const LAW = entry(
  'policies/licence',
  'title: 中华人民共和国行政许可法\nnumber: 主席令〔2003〕7号',
  '主席令〔2003〕7号\n第一章 总则\n第一条 甲。\n第二条 乙。\n第三条 可以：\n（一）丙；\n（二）丁。\n有前款情形的，从其规定。',
);
const OTHER = entry(
  'policies/penalty',
  'title: 中华人民共和国行政处罚法',
  '第一条 甲。\n第二条 乙。',
);
const TWINS = [
  entry('policies/twin-a', 'title: 甲市管理办法（2018年修正）', '第一条 甲。\n第二条 乙。'),
  entry('policies/twin-b', 'title: 甲市管理办法（2021年修正）', '第一条 甲。\n第二条 乙。'),
];

/** What is linked in a text of one paragraph after two articles. */
function cited(text: string): string[] {
  const rules = entry(
    'policies/rules',
    'title: 实施办法',
    `第一条 根据《中华人民共和国行政处罚法》（以下简称处罚法）制定。\n第二条 甲。\n第二条之一 乙。\n第三条 ${text}`,
  );
  const all = [LAW, OTHER, ...TWINS, rules].map((e): [EntryKey, Entry] => [e.key, e]);
  const citationsIn = citationFinder(new Map(all));
  const block = rules.blocks.at(-1)!;
  return citationsIn(rules, block).map(({ start, end, key, unit }) =>
    `${block.text.slice(start, end)} → ${key} ${unit?.id ?? ''}`.trim(),
  );
}

const CASES: [text: string, links: string[]][] = [
  ['依照《行政许可法》第三条办理。', ['《行政许可法》第三条 → policies/licence a3']],
  [
    '依照《中华人民共和国行政许可法》的第三条第二款办理。',
    ['《中华人民共和国行政许可法》的第三条第二款 → policies/licence a3-k2'],
  ],
  [
    '依照行政许可法第三条第一款第（二）项办理。',
    ['行政许可法第三条第一款第（二）项 → policies/licence a3-k1-x2'],
  ],
  [
    '依照中华人民共和国行政许可法第三条第一款第二项。',
    ['中华人民共和国行政许可法第三条第一款第二项 → policies/licence a3-k1-x2'],
  ],
  [
    '依照行政许可法第一条、第二条和第九条。',
    ['行政许可法第一条 → policies/licence a1', '第二条 → policies/licence a2'],
  ],
  ['违反《行政许可法》第一章规定的。', ['《行政许可法》第一章 → policies/licence chapter1']],
  [
    '违反本办法第二条、第二条之一的。',
    ['本办法第二条 → policies/rules a2', '第二条之一 → policies/rules a2-1'],
  ],
  ['依照第二条办理。', ['第二条 → policies/rules a2']],
  ['依照处罚法第二条办理。', ['处罚法第二条 → policies/penalty a2']],
  ['见主席令〔2003〕7号。', ['主席令〔2003〕7号 → policies/licence']],
  ['见主席令[2003]7号。', ['主席令[2003]7号 → policies/licence']],
  ['依照治安行政处罚法第二条办理。', []],
  ['依照《乙市条例》第二条、第三条办理。', []],
  ['依照《乙市条例》规定，按照第二条办理。', []],
  ['依照该条例第二条办理。', []],
  ['依照《甲市管理办法》第二条办理。', []],
  ['修改为：“本办法第二条不再适用。”', []],
  ['依照本办法第九十条办理。', []],
  ['见省主席令〔2003〕7号。', []],
  ['依照前款办理。', []],
];

for (const [text, links] of CASES)
  test(`${text} links ${links.length ? links.length : 'nothing'}`, () =>
    assert.deepEqual(cited(text), links));

test('the number by which a document calls itself is no citation', () => {
  const citationsIn = citationFinder(new Map([[LAW.key, LAW]]));
  assert.deepEqual(
    LAW.blocks.flatMap((block) => citationsIn(LAW, block)),
    [],
  );
});
