/** One opened Pagefind index: rows of tokens in, pages with positions and scores out. */
import { createInstance } from 'pagefind-runtime';
import type { PageTable } from '../../build/page-table.ts';
import { pieceFile } from '../../build/piece-files.ts';
import { pieceAt, type Piece } from '../../build/pieces.ts';
import { SETTINGS_FILE, type Settings } from '../../build/settings.ts';
import { decodeJson } from '../../format/gb18030.ts';
import { WASM_FILE } from '../../format/signature.ts';
import { unpackTable } from '../../format/fold-table.ts';
import type { FoldTable } from '../../format/normalise.ts';
import { Characters } from './characters.ts';
import { PageFacts } from './page-facts.ts';
import { useFiles, withWords } from './pagefind-files.ts';
import { IndexFiles } from './transport.ts';
import { SearchUnavailable } from './unavailable.ts';
import { contentOf } from './unpack.ts';

export interface PagefindModule {
  createInstance(options: Record<string, unknown>): {
    search(
      term: string | null,
      options?: object,
    ): Promise<{ results: { id: string; score: number; words: number[] }[] }>;
  };
}

/** A page's number, as Pagefind names it: in base 36. */
export type PageId = string;

/** How much a page holds of some tokens (BM25), and where they stand: ascending, each position once. */
export interface Places {
  score: number;
  positions: number[];
}

const MOST_KEPT = 500;
/**
 * Pagefind's own 1.4, for words that count 25 twenty-fourths each: positions without a mark of their weight are shorter,
 * and BM25 orders pages alike when frequency and saturation grow together.
 */
const SATURATION = (1.4 * 25) / 24;

type Pagefind = ReturnType<PagefindModule['createInstance']>;

const pagefindOn = (base: string): Pagefind =>
  createInstance({
    basePath: base,
    noWorker: true,
    language: 'und',
    ranking: { termSaturation: SATURATION },
  });

/** An index that has been opened. Every question to it throws SearchUnavailable when a file fails. */
export class OpenIndex {
  private readonly files: IndexFiles;
  private readonly pagefind: Pagefind;
  private readonly found = new Map<string, Promise<Map<PageId, Places>>>();
  private readonly texts: string;
  /** Of an archive, whose words are made when they are asked for. */
  private readonly characters: Characters | undefined;
  readonly table: FoldTable;
  /** What is known of all pages. On its way while words are looked up. */
  readonly facts: Promise<PageFacts>;

  private constructor(files: IndexFiles, settings: Settings) {
    this.files = files;
    this.table = unpackTable(settings.fold);
    this.texts = settings.texts;
    this.facts = this.json<PageTable>(settings.pages).then((table) => new PageFacts(table));
    this.facts.catch(() => undefined);
    this.characters = settings.characters && new Characters(files, settings.characters);
    useFiles(files);
    this.pagefind = pagefindOn(files.base);
  }

  /**
   * Opens the index at an address. Reads what Pagefind will need first, since Pagefind itself waits
   * for ever when one of those files is missing. Throws SearchUnavailable.
   */
  static async open(base: string): Promise<OpenIndex> {
    const files = new IndexFiles(base);
    const plain = async (path: string) =>
      JSON.parse(new TextDecoder().decode(await files.read(path)));
    try {
      const wasm = files.read(WASM_FILE);
      wasm.catch(() => undefined);
      const [entry, settings] = await Promise.all([
        plain('pagefind-entry.json'),
        plain(SETTINGS_FILE) as Promise<Settings>,
      ]);
      const [language] = Object.values(entry.languages as Record<string, { hash: string }>);
      if (!language || typeof settings.fold !== 'string')
        throw new SearchUnavailable('pagefind-entry.json');
      const pages = files.read(settings.pages);
      pages.catch(() => undefined);
      await Promise.all([wasm, files.read(`pagefind.${language.hash}.pf_meta`)]);
      return new OpenIndex(files, settings);
    } catch (error) {
      throw error instanceof SearchUnavailable ? error : new SearchUnavailable(String(error));
    }
  }

  /** Pages that hold all of these tokens, anywhere. */
  places(tokens: string[]): Promise<Map<PageId, Places>> {
    const key = tokens.join(' ');
    let places = this.found.get(key);
    if (!places) {
      if (this.found.size > MOST_KEPT) this.found.clear();
      places = this.checked(this.search(tokens)).then(
        ({ results }) =>
          new Map(results.map(({ id, score, words }) => [id, { score, positions: words }])),
      );
      this.found.set(key, places);
    }
    return places;
  }

  private async search(tokens: string[]) {
    const key = tokens.join(' ');
    if (!this.characters) return this.pagefind.search(key);
    const words = await this.characters.words(tokens);
    return withWords(this.files, words, (base) => pagefindOn(base).search(key));
  }

  /** The piece of a page that answers for a position. */
  piece(page: PageId, number: number): Promise<Piece> {
    return this.json(pieceFile(this.texts + page, number));
  }

  /** The piece by which a page is named. */
  firstPiece(page: PageId): Promise<Piece> {
    return this.piece(page, pieceAt(0));
  }

  private async json<Content>(path: string): Promise<Content> {
    const bytes = await this.files.read(path);
    return decodeJson(contentOf(bytes));
  }

  /** Pagefind logs a missing file and goes on as if nothing was found; that must not pass for an answer. */
  private async checked<T>(answer: Promise<T>): Promise<T> {
    try {
      const result = await answer;
      if (this.files.failure) throw this.files.failure;
      return result;
    } catch (error) {
      throw this.files.failure ?? new SearchUnavailable(String(error));
    }
  }
}
