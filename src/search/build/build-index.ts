/** Records → the files of the search index. The same records give the same bytes. */
import { packTable } from '../format/fold-table.ts';
import { traditionalTable, wholeTable } from '../format/traditional.ts';
import { withNames } from './records/names.ts';
import type { PageRecord } from './records/record.ts';
import { digestOf, packJson } from '../format/pack.ts';
import { pageTable } from './page-table.ts';
import { pagefindFiles } from '../format/pagefind-files.ts';
import { pagefindWasm } from '../format/pagefind-runtime.ts';
import { pieceFile } from './piece-files.ts';
import { piecesOf } from './pieces.ts';
import { placePage, type PlacedPage } from './place-page.ts';
import { placeQuotations, restatedLength } from './place-quotations.ts';
import { PostingsBuilder } from '../format/postings.ts';
import { SETTINGS_FILE, type Settings } from './settings.ts';
import { WASM_FILE } from '../format/signature.ts';
import { wordChunks, type WordChunk } from '../format/word-chunks.ts';

/** File name, relative to `pagefind/`, to content. */
export type IndexFiles = Map<string, Uint8Array>;

/**
 * Places in a chunk. A query loads a chunk for each pair of its characters, and a list of all chunks: with the square root of
 * what they hold, both stay small in a library of any size.
 */
const chunkSize = (places: number): number => Math.max(500, Math.round(1.4 * Math.sqrt(places)));

/** Adds the tokens of a page. Returns how long Pagefind shall think the page is: its tokens, each of its characters once. */
export function addPage(builder: PostingsBuilder, { stretches, names }: PlacedPage): number {
  builder.startPage();
  const characters = new Map<number, number[]>();
  const meet = (point: number, position: number) => {
    if (!characters.has(point)) characters.set(point, [position]);
  };
  let words = 1;
  for (const { folded, points, position } of stretches) {
    builder.addPairs(points, position);
    points.forEach((point, at) => meet(point, position + at));
    // 第 before a digit is left out of the text; a query for it alone finds the page all the same.
    const [digit] = folded.ordinals.keys();
    if (digit !== undefined)
      meet('第'.codePointAt(0)!, position + [...folded.text.slice(0, digit)].length);
    words += points.length;
  }
  words += characters.size;
  for (const { points, position } of names) {
    builder.addPairs(points, position);
    points.forEach((point, at) => characters.get(point)?.push(position + at));
    words += points.length + 1 + new Set(points).size;
  }
  for (const [point, positions] of characters)
    for (const position of positions) builder.addSingle(point, position);
  return words;
}

/** The words of all pages, packed. Their places take more than all else, and are let go with the end of this. */
function chunksOf(builder: PostingsBuilder, pages: number): WordChunk[] {
  const postings = builder.finish();
  return [...wordChunks(postings, pages, chunkSize(postings.pages.length))];
}

/**
 * @param records of all pages
 * @param onPage is told after each page how many are read
 * @returns their index: a map from file name, relative to `pagefind/`, to content
 */
export async function buildIndex(
  records: PageRecord[],
  onPage?: (pages: number) => void,
): Promise<IndexFiles> {
  const sorted = records.map(withNames).sort((one, other) => (one.url < other.url ? -1 : 1));
  const numbers = new Map(sorted.map(({ url }, number) => [url, number]));
  const table = wholeTable();
  const builder = new PostingsBuilder();
  const characters = new Set<string>();
  const pieces: { page: string; number: number; content: Uint8Array }[] = [];
  const quoted = new Set(
    sorted.flatMap(({ quotations, evidence }) =>
      [...quotations, ...evidence].map(({ url }) => url),
    ),
  );
  const kept: PlacedPage[] = [];
  const restated: number[] = [];
  const pages: { id: string; words: number }[] = [];
  for (const [number, record] of sorted.entries()) {
    const page = placePage(record, table);
    for (const { folded } of page.stretches)
      for (const character of folded.text) characters.add(character);
    const id = number.toString(36);
    const contents = await Promise.all(piecesOf(page).map(packJson));
    contents.forEach((content, at) => pieces.push({ page: id, number: at, content }));
    restated.push(restatedLength(page));
    // Positions are asked for once more only on pages that others quote.
    kept.push(quoted.has(record.url) ? page : { ...page, stretches: [] });
    pages.push({ id, words: addPage(builder, page) });
    onPage?.(pages.length);
  }
  const files: IndexFiles = await pagefindFiles(pages, chunksOf(builder, pages.length));
  const edition = digestOf(pieces.map(({ content }) => content));
  for (const { page, number, content } of pieces)
    files.set(pieceFile(`text/${edition}/${page}`, number), content);
  const pageFile = await packJson(
    pageTable(
      sorted,
      restated,
      placeQuotations(kept, (url) => numbers.get(url)),
    ),
  );
  const settings: Settings = {
    fold: packTable(traditionalTable(characters)),
    pages: `pages.${digestOf([pageFile])}.pf_pages`,
    texts: `text/${edition}/`,
  };
  files.set(settings.pages, pageFile);
  files.set(SETTINGS_FILE, new TextEncoder().encode(JSON.stringify(settings)));
  files.set(WASM_FILE, await pagefindWasm());
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}
