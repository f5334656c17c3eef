import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeCbor, encodeCbor, type Cbor } from './cbor.ts';

const { value } = fc.letrec<{ value: Cbor }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.nat({ max: 2 ** 32 - 1 }),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 300 }),
  ),
}));

test('what is written is read', () => {
  fc.assert(fc.property(value, (item) => assert.deepEqual(decodeCbor(encodeCbor(item)), item)));
});

test('heads are as RFC 8949 has them', () => {
  const hex = (item: Cbor) => Buffer.from(encodeCbor(item)).toString('hex');
  assert.equal(hex(23), '17');
  assert.equal(hex(24), '1818');
  assert.equal(hex(500), '1901f4');
  assert.equal(hex(100_000), '1a000186a0');
  assert.equal(hex(['水', 1]), '8263e6b0b401');
});

test('anything else is refused', () => {
  for (const bytes of ['f6', 'a0', '9f', '1b0000000000000001', '0101']) {
    assert.throws(() => decodeCbor(Buffer.from(bytes, 'hex')), /CBOR/);
  }
});
