/** Records → the files of the search index. The same records give the same bytes. */
import { traditionalTable, wholeTable } from '../../text/simplified.ts';
import { SETTINGS_FILE, WASM_FILE, pieceFile, type Settings } from '../format/index-files.ts';
import { packTable } from '../format/normalise.ts';
import type { PageRecord } from '../format/record.ts';
import {
  assignPositions,
  withNames,
  type PlacedName,
  type PlacedPage,
} from './assign-positions.ts';
import { piecesOf } from './cut-pieces.ts';
import { pageTable, summaryEnd } from './page-table.ts';
import { digestOf, pack, pagefindFiles } from './pagefind-files.ts';
import { pagefindWasm } from './pagefind-package.ts';
import { PostingsBuilder, type Postings } from './postings.ts';

/** File name, relative to `pagefind/`, to content. */
export type IndexFiles = Map<string, Uint8Array>;

/**
 * Places in a chunk. A query loads a chunk for each pair of its characters, and a list of all chunks: with the square root of
 * what they hold, both stay small in a library of any size.
 */
const chunkSize = (places: number): number => Math.max(500, Math.round(0.8 * Math.sqrt(places)));

/** A pair with more places takes some 40 KB by itself. */
const FREQUENT = 20_000;

/** The frequent pairs, the most frequent first. */
const frequentPairs = ({ tokens }: Postings): string[] =>
  tokens
    .filter(({ second, start, end }) => second !== undefined && end - start > FREQUENT)
    .sort((one, other) => other.end - other.start - (one.end - one.start))
    .map(({ token }) => token);

const encodeJson = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const packJson = (value: unknown): Promise<Uint8Array> => pack(encodeJson(value));

/** The position of a character of a text's normal form, given as an offset into it. */
const positionOf = ({ folded, position }: PlacedName, offset: number): number =>
  position + [...folded.text.slice(0, offset)].length;

/** Adds the tokens of a page. Returns how long Pagefind shall think the page is: its tokens, each of its characters once. */
function addPage(builder: PostingsBuilder, { stretches, names }: PlacedPage): number {
  builder.startPage();
  const characters = new Map<number, number[]>();
  const meet = (point: number, position: number) => {
    if (!characters.has(point)) characters.set(point, [position]);
  };
  let words = 1;
  for (const stretch of stretches) {
    const { folded, points, position } = stretch;
    builder.addPairs(points, position);
    points.forEach((point, at) => meet(point, position + at));
    // 第 before a digit is left out of the text; a query for it alone finds the page all the same.
    const [digit] = folded.ordinals.keys();
    if (digit !== undefined) meet('第'.codePointAt(0)!, positionOf(stretch, digit));
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
  // ① is 1 in the text; where it stands as itself has a token beside.
  for (const text of [...stretches, ...names])
    for (const [offset, sign] of text.folded.signs)
      builder.addSingle(sign.codePointAt(0)!, positionOf(text, offset));
  return words;
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
  const table = wholeTable();
  const builder = new PostingsBuilder();
  const characters = new Set<string>();
  const pieces: { page: string; number: number; content: Uint8Array }[] = [];
  const quoted = new Set(
    sorted.flatMap(({ quotations, evidence }) =>
      [...quotations, ...evidence].map(({ url }) => url),
    ),
  );
  const placed: PlacedPage[] = [];
  const restated: number[] = [];
  const pages: { id: string; words: number }[] = [];
  for (const [number, record] of sorted.entries()) {
    const page = assignPositions(record, table);
    for (const { folded } of page.stretches)
      for (const character of folded.text) characters.add(character);
    const id = number.toString(36);
    const contents = await Promise.all(piecesOf(page).map(packJson));
    contents.forEach((content, at) => pieces.push({ page: id, number: at, content }));
    restated.push(summaryEnd(page));
    // Positions are asked for once more only on pages that others quote.
    placed.push(quoted.has(record.url) ? page : { ...page, stretches: [] });
    pages.push({ id, words: addPage(builder, page) });
    onPage?.(pages.length);
  }
  const postings = builder.finish();
  const files = await pagefindFiles(pages, postings, chunkSize(postings.pages.length));
  const texts = `text/${digestOf(pieces.map(({ content }) => content))}/`;
  for (const { page, number, content } of pieces)
    files.set(pieceFile(texts + page, number), content);
  const pageFile = await packJson(pageTable(placed, restated));
  const settings: Settings = {
    fold: packTable(traditionalTable(characters)),
    frequent: frequentPairs(postings),
    pages: `pages.${digestOf([pageFile])}.pf_pages`,
    texts,
  };
  files.set(settings.pages, pageFile);
  files.set(SETTINGS_FILE, encodeJson(settings));
  files.set(WASM_FILE, await pagefindWasm());
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}
