/** What programs write into a PDF, and what of it is text, table and paragraph. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  characterRemarks,
  closedUp,
  isSimplified,
  isSpacedOut,
  unreadable,
  withoutRadicals,
} from './pdf-characters.ts';
import { LEVEL, MARKS } from '../received.ts';
import { columnOf, furnitureOf, notesAt, paragraphsOf } from './pdf-layout.ts';
import { levelled, linesInOrder, type PdfLine, type PdfPiece } from './pdf-lines.ts';
import { goOnTable, gridsIn } from './pdf-tables.ts';

const OPS = { save: 1, restore: 2, transform: 3, constructPath: 4, fill: 5, eoFill: 6, endPath: 7 };
const STROKE = 8;

/** A rectangle as pdf.js gives it: how it is painted, its path, and what that takes up. */
const rectangle = (painting: number, x: number, y: number, width: number, height: number) => [
  painting,
  null,
  [x, y, x + width, y + height],
];
const grids = (...argsArray: unknown[]) =>
  gridsIn({ fnArray: argsArray.map(() => OPS.constructPath), argsArray }, OPS);

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
    return { page, text, x: 80, end: 80 + 12 * text.length, y, size: 12, gaps: [], pieces: [] };
  });
}
const FULL = '本行有三十个字正好排满一行没有余地可以再放下一个字所以要转行。';
const paragraphs = (lines: PdfLine[]): string[] =>
  paragraphsOf(lines, columnOf(lines, 595)).map(({ text }) => text);

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
    [14, FULL],
    [14, ended],
    [14, '第七条 执收单位应当依法执收。', 2],
  ];
  assert.equal(paragraphs(linesOf(rows)).length, 2);
  rows[2]![1] = FULL.slice(0, 30);
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
    [...furnitureOf([page])].map(([line, reason]) => [reason, page.indexOf(line)]),
    [
      ['页眉', 0],
      ['页脚', 3],
    ],
  );
});

test('a heading of a division is a line of its own, however wide the column is', () => {
  const rows: [number, string][] = [
    [14, '第一节 范围'],
    [14, '第一条 为了规范样本，制定本规定。'],
    [14, `第二章 ${FULL.slice(0, 26)}`],
    [14, '第二条 登记如下。'],
  ];
  assert.equal(paragraphs(linesOf(rows)).length, 4);
});

test('radicals that stand for characters are put as these, and counted', () => {
  assert.equal(
    withoutRadicals('⼈⺠政府⽂件，ﬁnal〈办法〉⻓期⼾口', true),
    '人民政府文件，final〈办法〉长期户口',
  );
  assert.equal(withoutRadicals('⾨⼾開放', false), '門戶開放');
  assert.deepEqual([isSimplified('门户网站⼾'), isSimplified('樣本條例門戶')], [true, false]);
  assert.match(characterRemarks('⼈⺠政府⽂件，ﬁnal', true)[0]!, /有 4 个字/u);
  assert.match(characterRemarks('人民政府，⺀', true)[0]!, /“⺀”是部首的编码/u);
});

test('a text in codes of glyphs, or in the wrong characters, is not readable', () => {
  const words =
    '为加强样本管理，现就有关事项通知如下。各单位应当建立样本名录，做好登记工作，并在年底前报告。';
  assert.equal(unreadable(words.repeat(3)), null);
  assert.match(unreadable(words.repeat(3).replace(/[样本]/gu, '\ue001'))!, /没有说明其中/u);
  const shifted = [...words.repeat(3)].map((char) =>
    String.fromCodePoint(char.codePointAt(0)! + 7),
  );
  assert.match(unreadable(shifted.join(''))!, /写成了别的字/u);
  assert.equal(
    unreadable('In English there is no everyday Chinese, and that is well.'.repeat(3)),
    null,
  );
});

test('spaces that text recognition put between characters go, those of a text that has few stay', () => {
  const spaced = [...'为了规范样本管理，保护样本资源，制定本办法。'].join(' ');
  assert.equal(isSpacedOut([spaced, spaced]), true);
  assert.equal(
    isSpacedOut(['第一章　总　　则', '为了规范样本管理，制定本办法。'.repeat(4)]),
    false,
  );
  assert.equal(
    closedUp('第 一 条 为 了 规 范 ， 制 定 本 办 法 。'),
    '第一条为了规范，制定本办法。',
  );
});

const piece = (text: string, x: number, y: number, size = 10, index = 0): PdfPiece => ({
  text,
  x,
  y,
  size,
  index,
  width: size * text.length,
});

test('what stands above or below its base is a superscript or a subscript there', () => {
  const texts = (...pieces: PdfPiece[]): string =>
    levelled(pieces)
      .map(({ text }) => text)
      .join('');
  assert.equal(texts(piece('m', 0, 100), piece('2', 10, 104, 6), piece('。', 16, 100)), 'm²。');
  assert.equal(texts(piece('CO', 0, 100), piece('2', 20, 98.5, 6), piece('的', 26, 100)), 'CO₂的');
  assert.equal(texts(piece('1', 0, 104, 6), piece('样本指水样。', 6, 100)), '¹样本指水样。');
  assert.equal(texts(piece('约', 0, 100), piece('20', 10, 100, 7)), '约20');
  assert.equal(texts(piece('样本', 0, 100), piece('注', 20, 104, 6)), `样本${MARKS.sup}注${LEVEL}`);
});

/** Two columns of so many lines of twelve letters, in the order in which the file holds them. */
function columns(
  left: number,
  right: number,
  gutter: number,
  text = (side: string, i: number) => `${side}${i}`.padEnd(12, '字'),
): PdfPiece[] {
  const made = (side: string, count: number, x: number, from: number): PdfPiece[] =>
    Array.from({ length: count }, (_, i) => piece(text(side, i), x, 700 - 14 * i, 10, from + i));
  return [...made('左', left, 70, 1), ...made('右', right, 70 + 120 + gutter, 1 + left)];
}
const read = (pieces: PdfPiece[]): string =>
  linesInOrder(pieces, 1, 10)
    .map(({ text }) => text.slice(0, 2))
    .join(' ');

test('two columns are read one after the other, whatever the gutter, also where one ends', () => {
  for (const gutter of [14, 28, 60]) {
    assert.equal(read(columns(4, 4, gutter)), '左0 左1 左2 左3 右0 右1 右2 右3');
    assert.equal(read(columns(5, 3, gutter)), '左0 左1 左2 左3 左4 右0 右1 右2');
  }
});
test('three columns are read one after the other', () => {
  const third = columns(3, 0, 0).map((one, i) => ({
    ...one,
    text: `三${i}`.padEnd(12, '字'),
    x: 370,
    index: 7 + i,
  }));
  assert.equal(read([...columns(3, 3, 20), ...third]), '左0 左1 左2 右0 右1 右2 三0 三1 三2');
});
test('a title across two columns stands before both, a footer after', () => {
  const title = piece('横贯两栏的标题', 160, 730, 10, 0);
  const foot = piece('横贯两栏的末行', 160, 560, 10, 99);
  assert.equal(read([...columns(3, 3, 30), title, foot]), '横贯 左0 左1 左2 右0 右1 右2 横贯');
});
test('columns whose lines do not stand level are columns too', () => {
  const pieces = columns(4, 4, 20).map((one, i) => (i < 4 ? one : { ...one, y: one.y - 5 }));
  assert.equal(read(pieces), '左0 左1 左2 左3 右0 右1 右2 右3');
});
test('a list of short entries side by side is read across, as the file holds it', () => {
  const short = columns(4, 4, 60, (side, i) => `${side}${i}`).map((one) => ({
    ...one,
    index: (700 - one.y) / 14 + (one.x > 100 ? 0.5 : 0),
  }));
  assert.equal(
    linesInOrder(short, 1, 10)
      .map(({ text }) => text)
      .join(' '),
    '左0 右0 左1 右1 左2 右2 左3 右3',
  );
});

test('notes at the foot of a page are told by their size and mark', () => {
  const page = linesOf([
    [14, FULL],
    [14, FULL],
    [30, '¹ 样本指水样。'],
  ]);
  page[2]!.size = 9;
  assert.deepEqual([notesAt(page, 12), notesAt(page.slice(0, 2), 12)], [1, 0]);
});

test('a table goes on over the page; a row that may be the rest of one is told', () => {
  const rows = [
    ['序号', '内容', '金额'],
    ['1', '场地和设备，', '20'],
  ];
  const last = { kind: 'table' as const, merged: 0, rows };
  const next = { ...last, rows: [rows[0]!, ['', '由单位提出', ''], ['2', '培训', '30']] };
  assert.deepEqual(goOnTable(last, next), { again: '序号内容金额', rest: '由单位提出' });
  assert.deepEqual(rows.slice(2), next.rows.slice(1));
});
