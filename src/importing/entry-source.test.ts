/** Whatever stands in a text, the entry written from it reads as that text: imported words are data. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseBody } from '../content/body.ts';
import { bodyOf } from './entry-source.ts';
import { solid, type DraftBlock } from './received.ts';

const SIGNS = [
  '*',
  '**',
  '_',
  '`',
  '```',
  '~~',
  '~',
  '[',
  ']',
  '(',
  ')',
  '!',
  '<',
  '>',
  '/',
  '{',
  '}',
  '#',
  '##',
  '+',
  '-',
  '---',
  '=',
  '|',
  '\\',
  '&',
  '&amp;',
  '&#x41;',
  '<!--',
  '-->',
  '<b>',
  '</Masthead>',
  '<Masthead>',
  '{1}',
  'import a',
  'export const a',
  '1.',
  '1)',
  ':',
  '$',
  '$$',
  'http://a.b',
  'www.a.b',
  'a@b.cn',
  '[^1]',
  '[a]: b',
  '\t',
  ' ',
  '\u3000',
  '\u00a0',
  '甲',
  '乙。',
  '（一）',
  '“',
  '”',
  '2024',
  '5~10',
  '\u200b',
  '👨‍👩‍👧',
  '𠀀',
  '"',
  "'",
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: 'grapheme', maxLength: 3 })), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) => parts.join('').trim())
  .filter((one) => solid(one) !== '');
const block: fc.Arbitrary<DraftBlock> = fc.oneof(
  text.map((words): DraftBlock => ({ kind: 'paragraph', text: words })),
  text.map((words): DraftBlock => ({ kind: 'paragraph', depth: 2, text: words })),
  fc
    .tuple(fc.constantFrom('Masthead', 'Signature', 'DocumentTitle'), text)
    .map(([part, words]): DraftBlock => ({ kind: 'paragraph', part, text: words })),
  fc
    .array(fc.tuple(text, text), { minLength: 1, maxLength: 3 })
    .map((rows): DraftBlock => ({ kind: 'table', rows, merged: 0 })),
);

test('any text, as a paragraph, heading, part or cell, is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
      const { body } = bodyOf({ blocks });
      const read = parseBody(body, 'mdx');
      assert.deepEqual(read.faults, []);
      const words = blocks.flatMap((one) => (one.kind === 'table' ? one.rows.flat() : [one.text]));
      assert.deepEqual(
        read.blocks.map((one) => solid(one.text)),
        words.map(solid),
      );
    }),
    { numRuns: 100, seed: 9 },
  );
});
