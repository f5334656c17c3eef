/** The texts for researchers: every entry's paragraphs as JSON Lines, compressed, the same bytes everywhere. */
import { inThread } from '../forms/in-thread.ts';
import type { Library } from '../library/types.ts';
import { gzipped } from './gzip.ts';

/** One line an entry that has text: `{"key","title","text":[{"id","kind","number","text"}]}`. Ids are the anchors of the page. */
function linesOf(library: Library): string[] {
  return [...library.entries.values()]
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ key, title, blocks }) => {
      const text = blocks.map((block) => ({
        id: block.id,
        kind: block.kind,
        number: block.number,
        text: block.text,
      }));
      return `${JSON.stringify({ key, title, text })}\n`;
    });
}

const packed = new WeakMap<Library, Uint8Array>();

/** Packs the texts in a thread of its own, so that `textsFile` has them at once. */
export async function packTexts(library: Library): Promise<void> {
  const script = new URL('./gzip-worker.ts', import.meta.url);
  packed.set(library, await inThread<Uint8Array>(script, linesOf(library)));
}

/** @returns the texts as a gzip file */
export const textsFile = (library: Library): Uint8Array =>
  packed.get(library) ?? gzipped(linesOf(library));
