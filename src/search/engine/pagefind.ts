/** One opened Pagefind index: a phrase, a prefix or a filter in, page ids and scores out. */
import { createInstance } from 'pagefind-runtime';
import type { Settings } from '../build-index.ts';
import { EVERY_PAGE } from '../codec.ts';
import { unpackTable } from '../fold-table.ts';
import type { FoldTable } from '../normalise.ts';
import type { PageRecord } from '../record.ts';
import { SIGNATURE } from '../signature.ts';
import { IndexFiles, useFiles } from './transport.ts';
import { SearchUnavailable } from './unavailable.ts';

export interface PagefindModule {
  createInstance(options: Record<string, unknown>): {
    search(
      term: string | null,
      options?: object,
    ): Promise<{ results: { id: string; score: number }[] }>;
    filters(): Promise<Record<string, Record<string, number>>>;
  };
}

export type PageId = string;
type Scores = Map<PageId, number>;

/** An index that has been opened. Every question to it throws SearchUnavailable when a file fails. */
export class OpenIndex {
  private readonly files: IndexFiles;
  private readonly pagefind: ReturnType<PagefindModule['createInstance']>;
  private readonly records = new Map<PageId, Promise<PageRecord>>();
  private readonly found = new Map<string, Promise<Scores>>();
  readonly table: FoldTable;

  private constructor(files: IndexFiles, settings: Settings) {
    this.files = files;
    this.table = unpackTable(settings.fold);
    useFiles(files);
    this.pagefind = createInstance({ basePath: files.base, noWorker: true, language: 'und' });
  }

  /**
   * Opens the index at an address. Reads what Pagefind will need first, since Pagefind itself waits
   * for ever when one of those files is missing. Throws SearchUnavailable.
   */
  static async open(base: string): Promise<OpenIndex> {
    const files = new IndexFiles(base);
    const json = async (path: string) =>
      JSON.parse(new TextDecoder().decode(await files.read(path)));
    try {
      const [entry, settings] = await Promise.all([
        json('pagefind-entry.json'),
        json('library.json') as Promise<Settings>,
        files.read('wasm.unknown.pagefind'),
      ]);
      const [language] = Object.values(entry.languages as Record<string, { hash: string }>);
      if (!language || typeof settings.fold !== 'string')
        throw new SearchUnavailable('pagefind-entry.json');
      await files.read(`pagefind.${language.hash}.pf_meta`);
      return new OpenIndex(files, settings);
    } catch (error) {
      throw error instanceof SearchUnavailable ? error : new SearchUnavailable(String(error));
    }
  }

  /** Pages that hold these tokens in a row. */
  phrase(tokens: string[]): Promise<Scores> {
    return this.ask(`"${tokens.join(' ')}"`);
  }

  /** Pages by how much they hold of these tokens (BM25); among them pages that do not hold them in a row. */
  weigh(tokens: string[]): Promise<Scores> {
    return this.ask(tokens.join(' '));
  }

  /**
   * Pages that a filter's value keeps. Pagefind can be asked without a word, but then loads every file of
   * the index: so it is asked for a token that every page has.
   */
  async filtered(filter: string, value: string): Promise<PageId[]> {
    return [...(await this.ask(`"${EVERY_PAGE}"`, { filters: { [filter]: [value] } })).keys()];
  }

  /** All pages, the latest first. */
  async byDate(): Promise<PageId[]> {
    return [...(await this.ask(`"${EVERY_PAGE}"`, { sort: { date: 'desc' } })).keys()];
  }

  /** The values of every filter. */
  async filters(): Promise<Record<string, Record<string, number>>> {
    return this.checked(this.pagefind.filters());
  }

  /** What is shown of a page; loaded when first asked for. */
  record(id: PageId): Promise<PageRecord> {
    let record = this.records.get(id);
    if (!record) this.records.set(id, (record = this.readRecord(id)));
    return record;
  }

  private async readRecord(id: PageId): Promise<PageRecord> {
    const bytes = await this.files.read(`fragment/${id}.pf_fragment`);
    const { record } = JSON.parse(new TextDecoder().decode(bytes.subarray(SIGNATURE.length)));
    if (!Array.isArray(record?.stretches))
      throw new SearchUnavailable(`fragment/${id}.pf_fragment`);
    return record;
  }

  private ask(term: string, options: object = {}): Promise<Scores> {
    const key = `${term}\n${JSON.stringify(options)}`;
    let scores = this.found.get(key);
    if (!scores) {
      if (this.found.size > 500) this.found.clear();
      scores = this.checked(this.pagefind.search(term, options)).then(
        ({ results }) => new Map(results.map(({ id, score }) => [id, score])),
      );
      this.found.set(key, scores);
    }
    return scores;
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
