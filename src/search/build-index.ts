/** Records → the files of the search index, through Pagefind's Node API. The same records give the same bytes. */
import { createHash } from 'node:crypto';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { characterTokens, EVERY_PAGE, nameTokens, textTokens, UNASKED } from './codec.ts';
import { packTable } from './fold-table.ts';
import { fragmentWith } from './fragment.ts';
import { namesOf, withNames } from './names.ts';
import { fold } from './normalise.ts';
import { FILTERS, type PageRecord } from './record.ts';
import { withStableFilters } from './stable-filters.ts';
import { traditionalTable, wholeTable } from './traditional.ts';

/** No language: Pagefind then neither stems nor segments, and takes its plain WebAssembly. */
const INDEX_LANGUAGE = 'und';
/** What the engine must know before its first query. */
const SETTINGS_FILE = 'library.json';
/** Pagefind's own user interfaces, which nothing here uses. */
const UNUSED = /^pagefind.*\.(js|css)$/;

/** File name, relative to `pagefind/`, to content. */
type IndexFileMap = Map<string, Uint8Array>;

export interface Settings {
  /** Traditional → Simplified, packed. */
  fold: string;
  pages: number;
}

/**
 * Words a chunk. A query loads a chunk for each of its tokens, and a list of all chunks: with the square
 * root of the words, both stay small in a library of any size. Only a size: Pagefind without this
 * setting, whose name it calls unstable, makes fewer and larger files.
 */
function setChunkSize(words: number): void {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(Math.round(4 * Math.sqrt(words)));
}

const table = wholeTable();

/** The tokens that Pagefind is given for a page; adds its characters to those of the library. */
function tokensOf(record: PageRecord, library: Set<string>): string[] {
  const tokens = [EVERY_PAGE];
  const characters = new Set<string>();
  for (const stretch of record.stretches) {
    const folded = fold(stretch.map((unit) => unit.text).join('\n'), table);
    tokens.push(...textTokens(folded.text));
    for (const character of folded.text) characters.add(character);
    // 第 before a digit is left out of the text; a query for it alone finds the page all the same.
    if (folded.ordinals.size > 0) characters.add('第');
  }
  for (const name of namesOf(record)) tokens.push(...nameTokens(fold(name, table).text));
  tokens.push(...characterTokens([...characters].sort()));
  for (const character of characters) library.add(character);
  return tokens;
}

/** A date as a number to sort by; the undated come last. */
function sortableDate(date: string | undefined): string {
  const [year = '0', month = '00', day = '00'] = (date ?? '').split('-');
  return String(Number(year || '0') * 10_000 + Number(month) * 100 + Number(day));
}

async function addRecord(
  index: PagefindIndex,
  record: PageRecord,
  tokens: string[],
): Promise<void> {
  const filters: Record<string, string[]> = { official: [record.official ? 'yes' : 'no'] };
  for (const { name, of } of FILTERS) {
    const values = of(record);
    if (values.length > 0) filters[name] = [...new Set(values)];
  }
  const { errors } = await index.addCustomRecord({
    url: record.url,
    content: tokens.join(' '),
    language: INDEX_LANGUAGE,
    // Gives the fragment's file another name when only its punctuation has changed. Indexed as a token.
    meta: {
      digest:
        UNASKED +
        letters(createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 16)),
    },
    filters,
    sort: { date: sortableDate(record.date) },
  });
  if (errors.length > 0)
    throw new Error(`${record.url}: the search index refuses this page: ${errors.join('; ')}`);
}

const letters = (hex: string) =>
  hex.replace(/[0-9]/g, (digit) => String.fromCharCode(103 + Number(digit)));

/**
 * The index of these pages: a map from file name, relative to `pagefind/`, to content.
 * Throws when Pagefind reports an error for any page.
 */
export async function buildIndex(records: PageRecord[]): Promise<IndexFileMap> {
  const sorted = records.map(withNames).sort((one, other) => (one.url < other.url ? -1 : 1));
  const byUrl = new Map(sorted.map((record) => [record.url, record]));
  const characters = new Set<string>();
  const tokens = new Map(sorted.map((record) => [record, tokensOf(record, characters)]));
  setChunkSize([...tokens.values()].reduce((sum, { length }) => sum + length, 0));
  try {
    const { index, errors } = await createIndex({
      forceLanguage: INDEX_LANGUAGE,
      keepIndexUrl: true,
    });
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    for (const record of sorted) await addRecord(index, record, tokens.get(record)!);
    const built = await index.getFiles();
    if (built.errors.length > 0)
      throw new Error(`Pagefind could not write the index: ${built.errors.join('; ')}`);
    await index.deleteIndex();

    const settings: Settings = {
      fold: packTable(traditionalTable(characters)),
      pages: sorted.length,
    };
    const files: IndexFileMap = new Map([
      [SETTINGS_FILE, new TextEncoder().encode(JSON.stringify(settings))],
    ]);
    for (const { path, content } of withStableFilters(built.files)) {
      if (UNUSED.test(path)) continue;
      const fragment = path.startsWith('fragment/');
      files.set(path, fragment ? fragmentWith(content, (url) => byUrl.get(url)!) : content);
    }
    return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
  } finally {
    await close();
  }
}

/** Pagefind's browser code, as it writes it: what the engine is bundled from. */
export async function pagefindRuntime(): Promise<string> {
  try {
    const { index, errors } = await createIndex({});
    const files = (await index?.getFiles())?.files ?? [];
    const script = files.find(({ path }) => path === 'pagefind.js');
    if (!script) throw new Error(`Pagefind did not give its browser code: ${errors.join('; ')}`);
    return new TextDecoder().decode(script.content);
  } finally {
    await close();
  }
}
