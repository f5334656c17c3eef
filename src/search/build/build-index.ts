/** Records → the files of the search index. The same records give the same bytes. */
import { traditionalTable, wholeTable } from '../../text/simplified.ts';
import {
  FILTERS,
  SETTINGS_FILE,
  WASM_FILE,
  pieceFile,
  type PageId,
  type PageRecord,
  type PageTable,
  type Quotation,
  type Settings,
} from '../format/index-files.ts';
import { packTable } from '../format/normalise.ts';
import { Postings, digestOf, pack, pagefindFiles } from './pagefind-files.ts';
import { pagefindWasm } from './pagefind-package.ts';
import { piecesOf, placeTexts, positionAt, withNames, type PlacedPage } from './place-texts.ts';

/** File name, relative to `pagefind/`, to content. */
export type IndexFiles = Map<string, Uint8Array>;

/**
 * Places in a chunk. A query loads a chunk for each pair of its characters, and a list of all chunks: with the square root of
 * what they hold, both stay small in a library of any size.
 */
const chunkSize = (places: number): number => Math.max(500, Math.round(0.8 * Math.sqrt(places)));

/** A pair with more places takes some 40 KB by itself. */
const FREQUENT = 20_000;

const idOf = (number: number): PageId => number.toString(36);

const packJson = (value: unknown): Promise<Uint8Array> =>
  pack(Buffer.from(JSON.stringify(value), 'utf16le'));

/** Adds the tokens of a page. Returns how long Pagefind shall think the page is: its tokens, each of its characters once. */
function addPage(postings: Postings, page: number, { texts, names }: PlacedPage): number {
  const characters = new Map<number, number[]>();
  const meet = (point: number, position: number) => {
    if (!characters.has(point)) characters.set(point, [position]);
  };
  let words = 1;
  for (const text of texts) {
    const { folded, points, position } = text;
    postings.addPairs(page, points, position);
    points.forEach((point, at) => meet(point, position + at));
    // 第 before a digit is left out of the text; a query for it alone finds the page all the same.
    const [digit] = folded.ordinals.keys();
    if (digit !== undefined) meet('第'.codePointAt(0)!, positionAt(text, folded.starts[digit]!));
    words += points.length;
  }
  words += characters.size;
  for (const { points, position } of names) {
    postings.addPairs(page, points, position);
    points.forEach((point, at) => characters.get(point)?.push(position + at));
    words += points.length + 1 + new Set(points).size;
  }
  for (const [point, positions] of characters)
    for (const position of positions) postings.addSingle(page, point, position);
  // ① is 1 in the text; where it stands as itself has a token beside.
  for (const text of [...texts, ...names])
    for (const [offset, sign] of text.folded.signs)
      postings.addSingle(page, sign.codePointAt(0)!, positionAt(text, text.folded.starts[offset]!));
  return words;
}

/** 2021-03 as 20210300; 0 where there is no date. */
const sortableDate = (date = ''): number => Number(date.replaceAll('-', '').padEnd(8, '0'));

function column(records: PageRecord[], of: (record: PageRecord) => string[]) {
  const lists = records.map((record) => [...new Set(of(record))]);
  const values = [...new Set(lists.flat())].sort();
  const numbers = new Map(values.map((value, number) => [value, number]));
  return { values, pages: lists.map((list) => list.map((value) => numbers.get(value)!)) };
}

const RESTATES = /^(?:title|summary|figure-\d+|target-\d+|award-\d+)$/u;

/** Up to which position the title, summary and figures of a page reach that quotes others; 0 for one that does not. */
function summaryEnd({ record, texts, length }: PlacedPage): number {
  if (record.official || record.quotations.length === 0) return 0;
  const other = texts.find(({ units }) => !units.every(({ id }) => RESTATES.test(id)));
  return other?.position ?? length;
}

/** Quotations by the positions of their words; left out where the quoted page has no such unit. */
function quotationsOf(pages: PlacedPage[]): Quotation[] {
  const numbers = new Map(pages.map(({ record }, number) => [record.url, number]));
  return pages.flatMap(({ record }, quoting) =>
    record.quotations.flatMap(({ url, unit, start, end, anchor }): Quotation[] => {
      const quoted = numbers.get(url) ?? -1;
      for (const text of pages[quoted]?.texts ?? []) {
        const found = text.units.find(({ id }) => id === unit);
        if (!found) continue;
        const [from, to, unitFrom, unitTo] = [start, end, 0, found.text.length].map((offset) =>
          positionAt(text, found.offset + offset),
        ) as [number, number, number, number];
        const [of, by] = [idOf(quoted), idOf(quoting)];
        return [{ of, by, from, to, unitFrom, unitTo, anchor }];
      }
      return [];
    }),
  );
}

/** @param pages in the order of their numbers; of a page that no other quotes, its texts are not looked at */
function pageTable(pages: PlacedPage[], restated: number[]): PageTable {
  const records = pages.map(({ record }) => record);
  const columns = FILTERS.map(({ name, of }) => [name, column(records, of)]);
  return {
    filters: Object.fromEntries(columns) as PageTable['filters'],
    dates: records.map(({ date }) => sortableDate(date)),
    official: records.map(({ official }) => Number(official)),
    restated,
    quotations: quotationsOf(pages),
  };
}

/**
 * @param records of all pages
 * @returns their index: a map from file name, relative to `pagefind/`, to content
 */
export async function buildIndex(records: PageRecord[]): Promise<IndexFiles> {
  const sorted = records.map(withNames).sort((one, other) => (one.url < other.url ? -1 : 1));
  const quoted = new Set(sorted.flatMap(({ quotations }) => quotations.map(({ url }) => url)));
  const table = wholeTable();
  const postings = new Postings();
  const characters = new Set<string>();
  const pieces = new Map<string, Uint8Array>();
  const placed: PlacedPage[] = [];
  const restated: number[] = [];
  const pages: { id: string; words: number }[] = [];
  for (const [number, record] of sorted.entries()) {
    const page = placeTexts(record, table);
    for (const { folded } of page.texts)
      for (const character of folded.text) characters.add(character);
    const id = idOf(number);
    const packed = await Promise.all(piecesOf(page).map(packJson));
    packed.forEach((content, at) => pieces.set(pieceFile(id, at), content));
    restated.push(summaryEnd(page));
    // Positions are asked for once more only on pages that others quote.
    placed.push(quoted.has(record.url) ? page : { ...page, texts: [] });
    pages.push({ id, words: addPage(postings, number, page) });
  }
  const words = postings.words();
  const files = await pagefindFiles(pages, words, chunkSize(postings.size));
  const texts = `text/${digestOf(pieces.values())}/`;
  for (const [path, content] of pieces) files.set(texts + path, content);
  const pageFile = await packJson(pageTable(placed, restated));
  const settings: Settings = {
    fold: packTable(traditionalTable(characters)),
    frequent: words
      .filter(({ isPair, places }) => isPair && places.length > FREQUENT)
      .sort((one, other) => other.places.length - one.places.length)
      .map(({ token }) => token),
    pages: `pages.${digestOf([pageFile])}.pf_pages`,
    texts,
  };
  files.set(settings.pages, pageFile);
  files.set(SETTINGS_FILE, new TextEncoder().encode(JSON.stringify(settings)));
  files.set(WASM_FILE, await pagefindWasm());
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}
