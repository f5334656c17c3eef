/** The quick way and the parser of Markdown make the same of a text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown, plainBody } from './body.ts';

const LAW = [
  '',
  '2020年5月14日 第二十一次会议修正',
  '',
  '## 第一章  总则',
  '　　第一条 为了规范（口岸）开放，促进发展，制定本条例。',
  '',
  'Open days: 5~10',
  '',
  '\\#\\# 第二章 \\- 1\\. 附则',
].join('\n');

test('a law is read the quick way', () => {
  const plain = plainBody(LAW);
  assert.deepEqual(
    plain?.blocks.map(({ id, text, line }) => [id, text, line]),
    [
      ['p1', '2020年5月14日 第二十一次会议修正', 2],
      ['s1', '第一章  总则', 4],
      ['p2', '　　第一条 为了规范（口岸）开放，促进发展，制定本条例。', 5],
      ['p3', 'Open days: 5~10', 7],
      ['p4', '## 第二章 - 1. 附则', 9],
    ],
  );
});

for (const marked of ['**粗**', '见[甲](term:a)', '- 项', '1. 项', '> 引', '|a|', 'a\nb', 'a\n---'])
  test(`${JSON.stringify(marked)} is left to the parser`, () =>
    assert.equal(plainBody(`甲\n\n${marked}`), null));

const PIECES = [
  ...'甲乙，。A1 #-+*_=~>:.)(“”"\\&;<{}[]!|`/@\t　',
  '\n',
  '\n\n',
  '  \n',
  '## ',
  '\\#',
  '\\\\',
  '1. ',
  '1) ',
  'www.a.cn',
  'https://a.cn',
  'import ',
  '---',
  '&amp;',
  '[ ] ',
];
const body = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('甲', '乙', '。', '\n', '\n\n') },
      fc.constantFrom(...PIECES),
    ),
    {
      maxLength: 24,
    },
  )
  .map((pieces) => pieces.join(''));

for (const format of ['md', 'mdx'] as const)
  test(`whatever is read the quick way, the parser reads the same in .${format}`, () => {
    fc.assert(
      fc.property(body, (source) => {
        const plain = plainBody(source);
        if (plain) assert.deepEqual(plain, parseMarkdown(source, format));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
