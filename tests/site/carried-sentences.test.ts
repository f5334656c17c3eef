/** Every word of the reply's text is carried by some entry: it stands in words that an entry quotes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readValidLibrary } from '../../src/content/read-library.ts';
import { findQuotation, quotationsOf } from '../../src/library/relations/quotations.ts';

test('no clause of the reply is without an entry', async () => {
  const { library } = await readValidLibrary('content');
  const reply = library.get('replies/2021-46');
  const quoted = [...library.entries.values()]
    .flatMap(quotationsOf)
    .flatMap(({ in: key, quote }) => (key === reply.key && findQuotation(reply, quote)) || []);
  const body = reply.blocks.filter(({ kind, head }) => kind !== 'part' && !head);
  const clauses = body.flatMap((block) =>
    [...block.text.matchAll(/[^。；：，]+/gu)].map(({ 0: words, index }) => ({
      words,
      carried: quoted.some(
        (at) => at.block === block && at.start <= index && index + words.length <= at.end,
      ),
    })),
  );
  assert.ok(clauses.length > 100);
  const left = clauses.filter(({ carried }) => !carried);
  assert.deepEqual(
    left.map(({ words }) => words),
    [],
  );
});
