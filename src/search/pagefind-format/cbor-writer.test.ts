import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeCbor, type Cbor } from '../../../tests/search-fixtures/decode-cbor.ts';
import { CborWriter } from './cbor-writer.ts';

const { value } = fc.letrec<{ value: Cbor }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 300 }),
  ),
}));

function written(item: Cbor): Uint8Array {
  const cbor = new CborWriter();
  const write = (part: Cbor): void => {
    if (typeof part === 'number') return cbor.number(part);
    if (typeof part === 'string') return cbor.text(part);
    cbor.array(part.length);
    part.forEach(write);
  };
  write(item);
  return cbor.take();
}

test('what is written is read', () => {
  fc.assert(fc.property(value, (item) => assert.deepEqual(decodeCbor(written(item)), item)));
});

test('more than the writer has room for at first is written whole', () => {
  const long = '产'.repeat(100_000);
  const item = [long, Array.from({ length: 70_000 }, (_, at) => at), long];
  assert.deepEqual(decodeCbor(written(item)), item);
});

test('heads are as RFC 8949 has them', () => {
  const hex = (item: Cbor) => Buffer.from(written(item)).toString('hex');
  assert.equal(hex(23), '17');
  assert.equal(hex(24), '1818');
  assert.equal(hex(500), '1901f4');
  assert.equal(hex(100_000), '1a000186a0');
  assert.equal(hex(-1), '20');
  assert.equal(hex(['水', 1]), '8263e6b0b401');
});
