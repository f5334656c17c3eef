/** What programs write into a PDF, and what of it is text, table and paragraph. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { furnitureOf } from './pdf-furniture.ts';
import type { PdfLine } from './pdf-lines.ts';
import { columnOf, paragraphsOf } from './pdf-paragraphs.ts';
import { countRadicals, withoutRadicals } from './pdf-radicals.ts';
import { boxesOf, gridsOf } from './pdf-rules.ts';

const OPS = { save: 1, restore: 2, transform: 3, constructPath: 4, fill: 5, eoFill: 6, endPath: 7 };
const STROKE = 8;

/** A rectangle as pdf.js gives it: its corners, and the way back. */
const rectangle = (painting: number, x: number, y: number, width: number, height: number) => [
  painting,
  [[0, x, y, 1, x + width, y, 1, x + width, y + height, 1, x, y + height, 4]],
];
const grids = (...drawn: unknown[]) =>
  gridsOf(
    boxesOf(
      drawn.map(() => OPS.constructPath),
      drawn,
      OPS,
    ),
  );

test('the sheet that a browser fills, and what it cuts off beside the page, are no table', () => {
  const sheet = [
    rectangle(OPS.fill, 0, 0, 595, 842),
    rectangle(OPS.endPath, 28, 28, 539, 786),
    rectangle(OPS.endPath, 0, 15, 105, 10),
    rectangle(OPS.endPath, 105, 15, 490, 10),
  ];
  assert.deepEqual(grids(...sheet), []);
});

test('a table is one by its lines, drawn as strokes or as thin areas', () => {
  for (const painting of [STROKE, OPS.fill]) {
    const level = [100, 120, 140].map((y) => rectangle(painting, 50, y, 200, 1));
    const upright = [50, 150, 250].map((x) => rectangle(painting, x, 100, 1, 40));
    const [grid] = grids(...level, ...upright);
    assert.deepEqual([grid!.xs.length, grid!.ys.length], [3, 3]);
  }
});

/** Lines of twelve points from x = 80 to x = 440: thirty characters at most. */
function linesOf(rows: [step: number, text: string, page?: number][]): PdfLine[] {
  let y = 800;
  return rows.map(([step, text, page = 1]) => {
    y -= step;
    return { page, text, x: 80, end: 80 + 12 * text.length, y, size: 12 };
  });
}
const FULL = '本行有三十个字正好排满一行没有余地可以再放下一个字所以要转行。';
const paragraphs = (lines: PdfLine[]): string[] =>
  paragraphsOf(lines, columnOf(lines)).map(({ text }) => text);

test('paragraphs parted by space are told from lines, also where most of them are of one line', () => {
  const rows: [number, string][] = [
    [23, FULL],
    [14, '接着的一行。'],
    [23, FULL],
    [23, FULL],
    [14, '又一行。'],
    [23, '短的一段。'],
    [23, '短的二段。'],
  ];
  assert.deepEqual(paragraphs(linesOf(rows)), [
    `${FULL}接着的一行。`,
    FULL,
    `${FULL}又一行。`,
    '短的一段。',
    '短的二段。',
  ]);
});

test('a line is full where the head of the next one had no room', () => {
  const short = FULL.slice(0, 28);
  const rows: [number, string][] = [
    [14, FULL.slice(0, 30)],
    [14, short],
    [14, '环境、生活环境得到改善。'],
  ];
  assert.equal(paragraphs(linesOf(rows)).length, 2);
  rows[2]![1] = '境、生活环境得到改善。';
  assert.deepEqual(paragraphs(linesOf(rows)), [
    `${FULL.slice(0, 30)}${short}境、生活环境得到改善。`,
  ]);
});

test('an article at the head of a line begins a paragraph, after a full stop', () => {
  const ended = `${FULL.slice(0, 29)}。`;
  const rows: [number, string, number?][] = [
    [14, ended],
    [14, '第七条 执收单位应当依法执收。', 2],
  ];
  assert.equal(paragraphs(linesOf(rows)).length, 2);
  rows[0]![1] = FULL.slice(0, 30);
  assert.equal(paragraphs(linesOf(rows)).length, 1);
});

test('what a browser prints around a page is not of the text, on one page too', () => {
  const page = linesOf([
    [14, '2026/11/25 14:16 关于某某的通知'],
    [40, '关于某某的通知'],
    [14, '各有关单位：'],
    [40, 'https://example.gov.cn/art/2026.html 1/1'],
  ]);
  assert.deepEqual(
    furnitureOf([page]).map(({ line, reason }) => [reason, page.indexOf(line)]),
    [
      ['页眉', 0],
      ['页脚', 3],
    ],
  );
});

test('radicals that stand for characters are put as these, and counted', () => {
  assert.equal(
    withoutRadicals('⼈⺠政府⽂件，ﬁnal〈办法〉⻓期'),
    '人民政府文件，final〈办法〉长期',
  );
  assert.equal(countRadicals('⼈⺠政府⽂件，ﬁnal'), 4);
  assert.equal(countRadicals('人民政府，⺀'), 0);
});
