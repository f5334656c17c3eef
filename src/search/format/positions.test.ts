import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isInName, isWholeName, namePosition, placeInTitle } from './positions.ts';

const slot = fc.nat({ max: 4095 });
const length = fc.integer({ min: 1, max: 511 });

test('a row is the whole of a name only from its beginning and with its length', () => {
  fc.assert(
    fc.property(slot, length, fc.nat({ max: 510 }), length, (number, long, offset, row) => {
      const position = namePosition(number, long)! + offset;
      assert.ok(isInName(position));
      assert.equal(isWholeName(position, row), offset === 0 && row === long);
    }),
  );
});

test('no two names of a page share a position, and all fit the numbers that Pagefind reads', () => {
  fc.assert(
    fc.property(slot, length, slot, length, (one, long, other, longer) => {
      if (one === other) return;
      const [first, second] = [namePosition(one, long)!, namePosition(other, longer)!];
      const [low, high] = first < second ? [first + long, second] : [second + longer, first];
      assert.ok(low <= high && high + 511 < 2 ** 31);
    }),
  );
});

test('names too long or too many are left to the text', () => {
  assert.equal(namePosition(0, 512), undefined);
  assert.equal(namePosition(4096, 2), undefined);
});

test('a position of the title says where in the title it is', () => {
  assert.equal(placeInTitle(namePosition(0, 9)! + 4), 4);
  assert.equal(placeInTitle(namePosition(1, 9)! + 4), undefined);
  assert.equal(placeInTitle(4), undefined);
});
