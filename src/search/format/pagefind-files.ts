/**
 * An index in the files of Pagefind 1.6.0, which its own WebAssembly reads: `pagefind-entry.json`, the list of pages and
 * chunks, and the chunks of words, which are packed closer (`packed-words.ts`) and unpacked before it reads them. Pagefind's own builder takes tokens as text and needs 61 seconds and 5.3 gigabytes for
 * 19 million characters (see CONTRIBUTING); this writes the same from typed arrays. `pagefind-files.test.ts` builds the same
 * records with both and compares.
 */
import { encode } from 'cborg';
import { digestOf, pack } from './pack.ts';
import type { WordChunk } from './word-chunks.ts';

const VERSION = '1.6.0';
/** No language: Pagefind then neither stems nor segments, and takes its plain WebAssembly. */
const LANGUAGE = 'und';
/** Chunks packed at a time: each takes a quarter of a megabyte while it is. */
const AT_ONCE = 16;

/** As little of two neighbouring words as tells them apart. */
function apart(before: string, after: string): [string, string] {
  let common = 0;
  while (common < before.length && before[common] === after[common]) common++;
  return [before.slice(0, common + 1), after.slice(0, common + 1)];
}

/** The range of words that each chunk answers for, shortened as Pagefind shortens it. */
function rangesOf(chunks: WordChunk[]): { from: string; to: string }[] {
  const ranges = chunks.map(({ first, last }) => ({ from: first, to: last }));
  for (let at = 0; at + 1 < ranges.length; at++) {
    const [to, from] = apart(ranges[at]!.to, ranges[at + 1]!.from);
    if (to >= ranges[at]!.from) ranges[at]!.to = to;
    ranges[at + 1]!.from = from;
  }
  return ranges;
}

/** The list of pages and chunks, as Pagefind has it. */
const metaOf = (
  pages: { id: string; words: number }[],
  chunks: WordChunk[],
  folder: string,
): Uint8Array =>
  encode([
    VERSION,
    // No group of fragments.
    pages.map(({ id, words }) => [id, words, '']),
    rangesOf(chunks).map(({ from, to }, number) => [from, to, `${folder}/${number}`]),
    // Filters, orders and fields of metadata: none, the table of pages has them.
    [],
    [],
    [],
  ]);

/**
 * @param pages their ids, and how long Pagefind shall think they are when it weighs them
 * @returns path, relative to `pagefind/`, to content
 */
export async function pagefindFiles(
  pages: { id: string; words: number }[],
  chunks: WordChunk[],
): Promise<Map<string, Uint8Array>> {
  const folder = digestOf(chunks.map(({ content }) => content));
  const files = new Map<string, Uint8Array>();
  for (let from = 0; from < chunks.length; from += AT_ONCE) {
    const some = chunks.slice(from, from + AT_ONCE);
    const packed = await Promise.all(some.map(({ content }) => pack(content)));
    packed.forEach((content, at) => files.set(`index/${folder}/${from + at}.pf_index`, content));
  }
  const meta = metaOf(pages, chunks, folder);
  const hash = `${LANGUAGE}_${digestOf([meta])}`;
  files.set(`pagefind.${hash}.pf_meta`, await pack(meta));
  const entry = {
    version: VERSION,
    languages: { [LANGUAGE]: { hash, wasm: null, page_count: pages.length } },
    include_characters: [],
  };
  files.set('pagefind-entry.json', new TextEncoder().encode(JSON.stringify(entry)));
  return files;
}
