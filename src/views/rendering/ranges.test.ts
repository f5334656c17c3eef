import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { renderRanges, type Range } from './ranges.ts';

const around = (name: string, start: number, end: number, after?: string): Range => ({
  start,
  end,
  open: `<${name}>`,
  close: `</${name}>`,
  ...(after ? { after } : {}),
});
const textOf = (html: string): string =>
  parseHTML(`<html><body><p>${html}</p></body></html>`).document.querySelector('p')!.textContent!;

const CASES: [what: string, text: string, ranges: Range[], html: string][] = [
  ['nothing', '甲<乙>&"', [], '甲&lt;乙&gt;&amp;&quot;'],
  ['one range', '一二三', [around('a', 1, 2)], '一<a>二</a>三'],
  ['one in another', '一二三四', [around('a', 0, 4), around('b', 1, 2)], '<a>一<b>二</b>三四</a>'],
  [
    'two that cross',
    '一二三四',
    [around('a', 0, 2), around('b', 1, 3)],
    '<a>一<b>二</b></a><b>三</b>四',
  ],
  ['two of the same words', '一二', [around('a', 0, 2), around('b', 0, 2)], '<a><b>一二</b></a>'],
  ['one after another', '一二', [around('a', 0, 1), around('a', 1, 2)], '<a>一</a><a>二</a>'],
  ['what follows a range', '一二三', [around('a', 0, 2, '!')], '<a>一二</a>!三'],
  [
    'what follows one that is in another',
    '一二三',
    [around('a', 0, 2), around('b', 0, 1, '!')],
    '<a><b>一</b>二</a>!三',
  ],
  ['a line that ends', '一二', [{ start: 1, end: 1, open: '<br>', close: '' }], '一<br>二'],
];

for (const [what, text, ranges, html] of CASES)
  test(`writes ${what}`, () => assert.equal(renderRanges(text, ranges), html));

const BREAKS: [text: string, html: string][] = [
  ['实现“253”目标', '实现<wbr>“253”目标'],
  ['“专精特新”“小巨人”', '“专精特新”“小巨人”'],
  ['A“b”', 'A“b”'],
  ['建立‘七个一’和“借转补”', '建立<wbr>‘七个一’和<wbr>“借转补”'],
];

for (const [text, html] of BREAKS)
  test(`a line of ${text} may end before its marks`, () =>
    assert.equal(renderRanges(text, []), html));

test('ranges never change the text, however they lie', () => {
  const TEXT = '一二“三<四>&五”六七八‘九’十';
  const edge = fc.nat(TEXT.length);
  const range = fc
    .tuple(edge, edge, fc.constantFrom('b', 'i', 'span', 'em'))
    .map(([a, b, name]) => around(name, Math.min(a, b), Math.max(a, b)));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 6 }), (ranges) =>
      assert.equal(textOf(renderRanges(TEXT, ranges)), TEXT),
    ),
  );
});
