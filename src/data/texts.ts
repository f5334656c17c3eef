/** The texts for researchers: every entry's paragraphs as JSON Lines, compressed, the same bytes everywhere. */
import { Gzip } from 'fflate';
import type { Library } from '../library/types.ts';

/** Smaller by a few hundredths above this, and slower by half. */
const LEVEL = 6;

/**
 * One line an entry that has text: `{"key","title","text":[{"id","kind","number","text"}]}`. Ids are the anchors of the page.
 * @returns a gzip file without a date in it, made by JavaScript, so that no version of zlib shows
 */
export function textsFile(library: Library): Uint8Array {
  const chunks: Uint8Array[] = [];
  const gzip = new Gzip({ level: LEVEL, mtime: 0 }, (chunk) => chunks.push(chunk));
  const encoder = new TextEncoder();
  for (const { key, title, blocks } of library.entries.values()) {
    if (blocks.length === 0) continue;
    const text = blocks.map((block) => ({
      id: block.id,
      kind: block.kind,
      number: block.number,
      text: block.text,
    }));
    gzip.push(encoder.encode(`${JSON.stringify({ key, title, text })}\n`));
  }
  gzip.push(new Uint8Array(0), true);
  return Buffer.concat(chunks);
}
