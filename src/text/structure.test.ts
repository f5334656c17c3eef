import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStructure } from './structure.ts';
import type { StructuralUnit, TextBlock } from './structure/units.ts';

/** A text, one block a line: `## ` a heading, `| ` a cell, `<Part>` an official part. */
function blocks(source: string): TextBlock[] {
  const counts = { p: 0, s: 0, t: 0 };
  return source
    .trim()
    .split('\n')
    .map((line): TextBlock => {
      const [, marks, heading] = /^(#{2,6}) (.*)$/u.exec(line) ?? [];
      if (marks)
        return { id: `s${++counts.s}`, kind: 'heading', text: heading!, depth: marks.length };
      if (line.startsWith('| '))
        return { id: `t${++counts.t}`, kind: 'paragraph', text: line.slice(2) };
      const [, part, text] = /^<(\w+)>(.*)$/u.exec(line) ?? [];
      if (part) return { id: part.toLowerCase(), kind: 'part', part, text: text! };
      return { id: `p${++counts.p}`, kind: 'paragraph', text: line };
    });
}
const read = (source: string): readonly StructuralUnit[] => readStructure(blocks(source)).units;
const ids = (source: string, ...kinds: string[]): string[] =>
  read(source)
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map(({ id }) => id);
const articles = (source: string): string[] => ids(source, 'article');

test('章、节、条、款、项、目 have addresses and names, whatever marks the headings have', () => {
  const source = `
第一章　总则
第一条 为了示范，制定本办法。
第二条　本办法所称集群，应当符合下列条件：
（一）在本市；
（二）从事下列活动之一：
1.研发；
2.制造。
前款第二项由市局认定。
## 第二章 管理
### 第一节 申报
第三条申报者向市局提出。`;
  const units = read(source).map(({ id, name }) => `${id} ${name}`);
  assert.deepEqual(units, [
    'chapter1 第一章',
    'a1 第一条',
    'a1-k1 第一条',
    'a2 第二条',
    'a2-k1 第二条第一款',
    'a2-k1-x1 第二条第一款第（一）项',
    'a2-k1-x2 第二条第一款第（二）项',
    'a2-k1-x2-m1 第二条第一款第（二）项第1目',
    'a2-k1-x2-m2 第二条第一款第（二）项第2目',
    'a2-k2 第二条第二款',
    'chapter2 第二章',
    'chapter2-section1 第二章第一节',
    'a3 第三条',
    'a3-k1 第三条',
  ]);
  const article = read(source).find(({ id }) => id === 'a2')!;
  assert.deepEqual([article.start.block, article.end.block], ['p3', 'p8']);
});

test('the one 款 of an article is not named', () => {
  const [, , item] = read('第一条 下列可以：\n（一）甲；\n（二）乙。\n第二条 自即日起施行。');
  assert.equal(item?.name, '第一条第（一）项');
});

test('an inserted article follows its own', () => {
  const source = '第一条 甲。\n第二条 乙。\n第二条之一 丙。\n第二条之二 丁。\n第三条 戊。';
  assert.deepEqual(articles(source), ['a1', 'a2', 'a2-1', 'a2-2', 'a3']);
});

for (const [what, source, expected] of [
  ['Arabic numerals', '第1条 甲。\n第２条 乙。\n第 3 条 丙。', ['a1', 'a2', 'a3']],
  [
    'large numerals',
    '第九百九十九条 甲。\n第一千条 乙。\n第一千零一条 丙。\n第一千〇二条 丁。',
    ['a999', 'a1000', 'a1001', 'a1002'],
  ],
  [
    'a misprinted space or dash',
    '第一条 甲。\n第二 条乙丙。\n第三条 丁。\n笫四条 戊。',
    ['a1', 'a2', 'a3', 'a4'],
  ],
  [
    'an article run on after the one before',
    '第一条 甲。 第二条 乙。\n第三条 丙。',
    ['a1', 'a2', 'a3'],
  ],
  [
    'an article that was lost',
    '第一条 甲。\n第二条 乙。\n第四条 丁。\n第五条 戊。',
    ['a1', 'a2', 'a4', 'a5'],
  ],
  ['a part of a longer text', '第九条 甲。\n第十条 乙。\n第十一条 丙。', ['a9', 'a10', 'a11']],
] as const)
  test(`articles are found with ${what}`, () => assert.deepEqual(articles(source), expected));

for (const [what, source, expected] of [
  [
    'a paragraph that only refers',
    '第一条 甲。\n第九条规定的行为，从其规定。\n第二条 乙。',
    ['a1', 'a2'],
  ],
  [
    'references in a text without articles',
    '根据有关规定：\n第十二条第二款规定，应当申报。\n第三条明确了条件。',
    [],
  ],
  ['one quoted article', '有关法条：\n第六条 经营者应当说明。', []],
  [
    'an amending decision',
    '一、第二条修改为：“第二条　本办法适用于本市。\n“第三条　市局负责。”\n二、增加一条，作为第九条：\n第九条　违反的，处罚。\n三、本决定自公布之日起施行。',
    [],
  ],
  [
    'an amendment that quotes among its own articles',
    '第一条 甲。\n第二条 章中增加三条，内容如下：\n第七节 监察\n第九十条 乙。\n第九十一条 丙。\n第九十二条 丁。\n第三条 戊。',
    ['a1', 'a2', 'a3'],
  ],
] as const)
  test(`no article is invented from ${what}`, () => assert.deepEqual(articles(source), expected));

test('a list of contents is no structure', () => {
  const source = `
目　　录
第一章 总则
第二章 管理
第一节 申报
第三章 附则
第一章 总则
第一条 甲。
第二章 管理
第一节 申报
第二条 乙。
第三章 附则
第三条 丙。`;
  assert.deepEqual(
    read(source)
      .filter(({ kind }) => kind !== 'clause')
      .map(({ id, start }) => `${id} ${start.block}`),
    [
      'chapter1 p6',
      'a1 p7',
      'chapter2 p8',
      'chapter2-section1 p9',
      'a2 p10',
      'chapter3 p11',
      'a3 p12',
    ],
  );
});

test('chapters begin anew in each 编, articles go on', () => {
  const source = `
第一编 总则
第一章 规定
第一条 甲。
第二编 物权
第一章 规定
第二条 乙。
第二章 物
第三条 丙。`;
  assert.deepEqual(ids(source, 'book', 'chapter', 'article'), [
    'book1',
    'book1-chapter1',
    'a1',
    'book2',
    'book2-chapter1',
    'a2',
    'book2-chapter2',
    'a3',
  ]);
});

test('an annex numbers its articles anew, and its names say so; the list of annexes opens none', () => {
  const source = `
第一条 甲。
第二条 乙。
附件：1.认定标准
2.申报表
<Signature>市局
附件1
认定标准
第一条 丙。
第二条 丁。
附件2
申报表`;
  const units = read(source).filter(({ kind }) => kind !== 'clause');
  assert.deepEqual(
    units.map(({ id, name }) => `${id} ${name}`),
    [
      'a1 第一条',
      'a2 第二条',
      'annex1 附件1',
      'annex1-a1 附件1第一条',
      'annex1-a2 附件1第二条',
      'annex2 附件2',
    ],
  );
});

test('what a document says of its annexes is no annex, whatever its form', () => {
  assert.deepEqual(ids('第一条 甲。\n<AttachmentNote>附件1　申报表\n第二条 乙。', 'annex'), []);
});

test('附则 and 附加 open no annex', () => {
  assert.deepEqual(ids('第一条 甲。\n附　则\n第二条 乙。\n附加刑可以独立适用。', 'annex'), []);
});

test('a second text without the word 附件 has addresses of its own', () => {
  const source = '第一条 甲。\n第二条 乙。\n管理办法\n第一条 丙。\n第二条 丁。\n第三条 戊。';
  assert.deepEqual(articles(source), ['a1', 'a2', 'text2-a1', 'text2-a2', 'text2-a3']);
});

test('一、（一）1.（1） are levels; a number out of turn is text', () => {
  const source = `
## 一、总体要求
（一）指导思想。坚持。
（二）目标。
1.规模。到2025年。
（1）产值。
2.质量。
3.5万元以上的项目。
## 二、重点任务
（一）强链。
（四）见前文。`;
  assert.deepEqual(
    read(source).map(({ id, name }) => `${id} ${name}`),
    [
      'n1 一、',
      'n1-1 一、（一）',
      'n1-2 一、（二）',
      'n1-2-1 一、（二）1.',
      'n1-2-1-1 一、（二）1.（1）',
      'n1-2-2 一、（二）2.',
      'n2 二、',
      'n2-1 二、（一）',
    ],
  );
});

test('a signature under the last article is no 款', () => {
  assert.deepEqual(
    ids('第一条 甲。\n第二条 自公布之日起施行。\n某市工业局\n2021年3月1日', 'clause'),
    ['a1-k1', 'a2-k1'],
  );
});

test('a paragraph that a page cut is no 款', () => {
  assert.deepEqual(
    ids('第一条 本市所有的企业，\n都适用本办法。\n另有规定的除外。\n第二条 乙。', 'clause'),
    ['a1-k1', 'a1-k2', 'a2-k1'],
  );
});

test('a cell of a table numbers nothing', () => {
  const source = '第一条 甲。\n第二条 标准如下：\n| 类别\n| 第三条 金额\n第三条 丙。';
  assert.deepEqual(articles(source), ['a1', 'a2', 'a3']);
  assert.equal(read(source).find(({ id }) => id === 'a2')?.end.block, 't2');
});

test('addresses are unique', () => {
  const all = ids('一、甲。\n二、乙。\n一、丙。\n二、丁。\n第一章 戊\n第一章 己');
  assert.equal(new Set(all).size, all.length);
});
