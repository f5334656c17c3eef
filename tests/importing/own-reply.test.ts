/** The received text of our own reply, in the forms in which it may come, gives the text that the library holds, to the character. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { prepare } from '../../src/importing/prepare.ts';
import { readEntry } from '../../src/content/read-entry.ts';
import type { Block } from '../../src/library/types.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';
import { writePdf } from './write-pdf.ts';
import type { Piece, Sample } from './sample.ts';

const KEY = 'replies/2021-46.mdx';
const received = readFileSync('content/original/changgongxinfu-2021-46.txt');
const kept = readEntry('replies', KEY, readFileSync(`content/${KEY}`)).entry!;
/** What a reader sees of a block; the links that editors wrote are not of the received text. */
const seen = ({ id, kind, text, part, depth, number }: Block) => ({
  id,
  kind,
  text,
  part,
  depth,
  number,
});

/** The reply as its author had it, without the breaks of pages. */
const typed: Sample = {
  name: 'reply',
  pieces: kept.blocks.map(({ part, kind, depth, text }): Piece => {
    const align = /^(Signature|Dateline)$/u.test(part ?? '')
      ? ('right' as const)
      : /^(Masthead|DocumentNumber|DocumentTitle)$/u.test(part ?? '')
        ? ('center' as const)
        : undefined;
    if (part) return { part, text, ...(align ? { align } : {}) };
    return kind === 'heading' ? { heading: depth!, text } : { text };
  }),
};
for (const [name, bytes] of [
  ['2021-46.txt', received],
  ['2021-46.docx', writeDocx(typed)],
  ['2021-46.pdf', writePdf(typed)],
  ['2021-46.html', writeHtml(typed)],
] as const)
  test(`${name} gives the body of ${KEY}`, async () => {
    const { faults, source, fields } = await prepare(bytes, name, []);
    assert.deepEqual(faults, []);
    const { entry } = readEntry('replies', KEY, new TextEncoder().encode(source));
    assert.deepEqual(entry!.blocks.map(seen), kept.blocks.map(seen));
    for (const field of [
      'masthead',
      'number',
      'addressee',
      'signatory',
      'handler',
      'phone',
      'copies',
      'signature',
      'proposal',
    ])
      assert.deepEqual(fields[field], kept.fields[field], field);
    assert.deepEqual(
      [fields['title'], fields['date'], fields['dateText']],
      [kept.title, kept.date, kept.dateText],
    );
  });

test('in a .docx a paragraph is a paragraph: what a page once cut stays in two', async () => {
  const lines = received
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim());
  const pieces = lines.map((text) => ({ part: '', text }));
  const { faults, draft } = await prepare(writeDocx({ name: 'cut', pieces }), '2021-46.docx', []);
  assert.deepEqual(faults, []);
  assert.equal(draft.blocks.length, lines.length);
  assert.ok(draft.blocks.every((block) => !('cuts' in block)));
});
