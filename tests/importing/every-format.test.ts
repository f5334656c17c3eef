/** One document of each kind in each format: every official part is found, and nothing is lost or added. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { prepare } from '../../src/importing/prepare.ts';
import type { DraftBlock } from '../../src/importing/received.ts';
import {
  SAMPLES,
  LETTER,
  NOTICE,
  OPINION,
  REPLY,
  PLAN,
  REGULATION,
  type Piece,
  type Sample,
} from './sample.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';
import { writePdf } from './write-pdf.ts';
import { writeText } from './write-text.ts';

const expected = (piece: Piece): string => {
  if ('rows' in piece) return JSON.stringify(piece.rows);
  if ('part' in piece) return `${piece.part} ${piece.text}`;
  return 'heading' in piece ? `${'#'.repeat(piece.heading)} ${piece.text}` : piece.text;
};
const found = (block: DraftBlock): string => {
  if (block.kind === 'table') return JSON.stringify(block.rows);
  if (block.part) return `${block.part} ${block.text}`;
  return block.depth ? `${'#'.repeat(block.depth)} ${block.text}` : block.text;
};

async function holds(sample: Sample, bytes: Uint8Array, name: string): Promise<void> {
  const prepared = await prepare(bytes, name, []);
  assert.deepEqual(prepared.faults, []);
  assert.deepEqual(prepared.draft.blocks.map(found), sample.pieces.map(expected));
}

const WRITERS = { docx: writeDocx, pdf: writePdf, html: writeHtml } as const;
for (const sample of SAMPLES)
  for (const [format, write] of Object.entries(WRITERS))
    test(`${sample.name}.${format}`, () =>
      holds(sample, write(sample), `${sample.name}.${format}`));

test('opinion.txt in GBK', () =>
  holds(OPINION, iconv.encode(writeText(OPINION), 'gbk'), 'opinion.txt'));
test('reply.txt in GBK', () => holds(REPLY, iconv.encode(writeText(REPLY), 'gbk'), 'reply.txt'));
test('letter.txt in UTF-8 with a byte-order mark', () =>
  holds(LETTER, Buffer.from(`\ufeff${writeText(LETTER)}`), 'letter.txt'));
test('regulation.txt in UTF-16', () =>
  holds(
    REGULATION,
    iconv.encode(writeText(REGULATION), 'utf16le', { addBOM: true }),
    'regulation.txt',
  ));

const stored = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, 'received', name));
for (const [sample, name] of [
  [NOTICE, 'notice.doc'],
  [PLAN, 'plan.doc'],
  [OPINION, 'opinion.odt'],
  [PLAN, 'plan.odt'],
] as const)
  test(`${name}, as LibreOffice writes it`, () => holds(sample, stored(name), name));
