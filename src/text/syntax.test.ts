/** Raised and lowered signs are words of the text, set apart, in both grammars. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBody } from '../content/body.ts';

for (const format of ['md', 'mdx'] as const)
  test(`<sup> and <sub> in .${format}`, () => {
    const { blocks, faults } = parseBody('面积10m<sup>2</sup>，**CO<sub>2</sub>**减少。\n', format);
    assert.deepEqual(faults, []);
    assert.equal(blocks[0]!.text, '面积10m2，CO2减少。');
    assert.deepEqual(
      blocks[0]!.marks.map(({ kind, start, end }) => [kind, blocks[0]!.text.slice(start, end)]),
      [
        ['sup', '2'],
        ['strong', 'CO2'],
        ['sub', '2'],
      ],
    );
  });

test('a tag without its other, with attributes, or of another kind is refused', () => {
  for (const source of ['一<sup>二', '一</sup>二', '一<sup id="a">二</sup>', '一<b>二</b>'])
    assert.equal(parseBody(source, 'md').faults[0]?.code, 'body-html', source);
  assert.equal(parseBody('一<sup id="a">二</sup>', 'mdx').faults[0]?.code, 'part-unknown');
});
