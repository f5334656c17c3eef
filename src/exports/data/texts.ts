/** The texts for researchers: entries' paragraphs as JSON Lines, compressed, the same bytes everywhere. */
import { gzipLines } from '../gzip/gzip.ts';
import type { Entry } from '../../library/types.ts';
import { inThread } from '../../content/in-thread.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import type { LibraryConfig } from '../../content/schemas/library.ts';
import { isDocument } from '../../views/known-fields.ts';
import { sitePath, type SitePath } from '../../views/urls.ts';

/**
 * Where they stand. In a library whose documents have their texts as gzip files, with the same anchors, this one holds the
 * others alone, under a name that does not promise all.
 */
export const textsPath = ({ compressedForms }: LibraryConfig): SitePath =>
  sitePath(compressedForms ? 'data/other-texts.jsonl.gz' : 'data/texts.jsonl.gz');

/** The entries whose texts they are. */
export const entriesInTexts = ({ library, config }: ValidLibrary): Entry[] =>
  [...library.entries.values()].filter(
    (entry) => entry.blocks.length > 0 && !(config.compressedForms && isDocument(entry)),
  );

/** One line an entry: `{"key","title","text":[{"id","kind","number","text"}]}`. Ids are the anchors of the page. */
export const textLine = ({ key, title }: Entry, blocks: Entry['blocks']): string =>
  JSON.stringify({
    key,
    title,
    text: blocks.map(({ id, kind, number, text }) => ({ id, kind, number, text })),
  });

const linesOf = (site: ValidLibrary): string[] =>
  entriesInTexts(site).map((entry) => `${textLine(entry, entry.blocks)}\n`);

const packed = new WeakMap<ValidLibrary['library'], Uint8Array>();

/** Packs the texts in a thread of its own, so that `textsFile` has them at once. */
export async function packTexts(site: ValidLibrary): Promise<void> {
  const script = new URL('./gzip-worker.ts', import.meta.url);
  packed.set(site.library, await inThread<Uint8Array>(script, linesOf(site)));
}

/** @returns the texts as a gzip file */
export const textsFile = (site: ValidLibrary): Uint8Array =>
  packed.get(site.library) ?? gzipLines(linesOf(site));
