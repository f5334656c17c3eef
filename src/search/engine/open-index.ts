/** One opened Pagefind index: rows of tokens in, pages with positions and scores out. */
import { createInstance } from 'pagefind-runtime';
import {
  SETTINGS_FILE,
  WASM_FILE,
  pieceFile,
  type PageTable,
  type Piece,
  type Settings,
  type PageId,
} from '../format/index-files.ts';
import { unpackTable, type FoldTable } from '../format/normalise.ts';
import { SearchUnavailable, SearchUnsupported } from '../format/types.ts';
import { PageFacts } from './page-facts.ts';
import { IndexFiles, useFiles } from './read-files.ts';

export interface PagefindModule {
  createInstance(options: Record<string, unknown>): {
    search(
      term: string | null,
      options?: object,
    ): Promise<{ results: { id: string; score: number; words: number[] }[] }>;
  };
}

/** How much a page holds of some tokens (BM25), and where they stand: ascending, each position once. */
export interface Places {
  score: number;
  positions: number[];
}

/**
 * Pagefind's own 1.4, for words that count 25 twenty-fourths each: positions without a mark of their weight are shorter,
 * and BM25 orders pages alike when frequency and saturation grow together.
 */
const SATURATION = (1.4 * 25) / 24;

/** An empty WebAssembly module with a function that takes an `externref`, as Pagefind's does. */
const PROBE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 1, 0x6f, 0);

/** Whether Pagefind's WebAssembly can run here: engines before 2021 lack what it needs, and a policy may forbid it. */
function canRunPagefind(): boolean {
  try {
    // What an engine cannot read is not tried: where a policy forbids it, a try would be reported as a breach.
    return WebAssembly.validate(PROBE) && new WebAssembly.Module(PROBE) !== undefined;
  } catch {
    return false;
  }
}

/** An index that has been opened. Every question to it throws SearchUnavailable when a file fails. */
export class OpenIndex {
  private readonly files: IndexFiles;
  private readonly settings: Settings;
  private readonly pagefind: ReturnType<PagefindModule['createInstance']>;
  readonly table: FoldTable;
  /** What is known of all pages. On its way while words are looked up. */
  readonly facts: Promise<PageFacts>;

  private constructor(files: IndexFiles, settings: Settings) {
    this.files = files;
    this.settings = settings;
    this.table = unpackTable(settings.fold);
    this.facts = files.json<PageTable>(settings.pages).then((table) => new PageFacts(table));
    this.facts.catch(() => undefined);
    useFiles(files);
    this.pagefind = createInstance({
      basePath: files.base,
      noWorker: true,
      language: 'und',
      ranking: { termSaturation: SATURATION },
    });
  }

  /**
   * Opens the index at an address. Reads what Pagefind will need first, since Pagefind itself waits
   * for ever when one of those files is missing. Throws SearchUnavailable.
   */
  static async open(base: string): Promise<OpenIndex> {
    if (!canRunPagefind()) throw new SearchUnsupported('WebAssembly');
    const files = new IndexFiles(base);
    try {
      const [{ languages }, settings] = await Promise.all([
        files.json<{ languages: Record<string, { hash: string }> }>('pagefind-entry.json'),
        files.json<Settings>(SETTINGS_FILE),
        files.read(WASM_FILE),
      ]);
      const [{ hash }] = Object.values(languages) as [{ hash: string }];
      files.read(settings.pages).catch(() => undefined);
      await files.read(`pagefind.${hash}.pf_meta`);
      return new OpenIndex(files, settings);
    } catch (error) {
      throw error instanceof SearchUnavailable ? error : new SearchUnavailable(String(error));
    }
  }

  /** Tokens of frequent pairs, the most frequent first. */
  get frequent(): string[] {
    return this.settings.frequent;
  }

  /** Pages that hold all of these tokens, anywhere. */
  async places(tokens: string[]): Promise<Map<PageId, Places>> {
    try {
      const { results } = await this.pagefind.search(tokens.join(' '));
      // Pagefind logs a missing file and goes on as if nothing was found; that must not pass for an answer.
      if (this.files.failure) throw this.files.failure;
      return new Map(
        results.map(({ id, score, words: positions }) => [id, { score, positions }] as const),
      );
    } catch (error) {
      throw this.files.failure ?? new SearchUnavailable(String(error));
    }
  }

  /** A piece of a page's texts. */
  piece(page: PageId, number: number): Promise<Piece> {
    return this.files.json(pieceFile(this.settings.texts + page, number));
  }
}
