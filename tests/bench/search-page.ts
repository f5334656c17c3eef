/** In the browser: our search and stock Pagefind under one interface, for the benchmark to drive. */
import type { Search } from '../../src/search/format/types.ts';
import { searchEngine } from '../../src/search/ui/start-engine.ts';

export interface Side {
  /** Finds, prepares the first ten as a reader would see them, and says how long that took. */
  ask(query: string): Promise<{ ms: number; first: string[] }>;
  /** Paths of all results, and of the entries folded under them. */
  all(query: string): Promise<string[]>;
}

const root = new URL('.', location.href).href;
let search: Search | undefined;

const ours: Side = {
  async ask(query) {
    const started = performance.now();
    search ??= searchEngine(root + document.documentElement.dataset['engine'], `${root}pagefind/`);
    const { results } = await search({ query, limit: 10 });
    return { ms: performance.now() - started, first: results.map(({ url }) => url) };
  },
  async all(query) {
    const ask = (quoting?: string, limit = 500) => search!({ query, quoting, limit });
    let { results, total } = await ask();
    // A browser refuses thousands of requests at a time.
    while (results.length < total)
      ({ results, total } = await ask(undefined, results.length + 500));
    const quoted = results.filter((result) => result.quoting);
    const folded = await Promise.all(quoted.map(({ id }) => ask(id)));
    const all = [...results, ...folded.flatMap((answer) => answer.results)];
    return [...new Set(all.map(({ url }) => url))];
  },
};

interface StockResult {
  id: string;
  data(): Promise<{ url: string }>;
}
let pagefind: Promise<{ search(query: string): Promise<{ results: StockResult[] }> }> | undefined;
const urls = new Map<string, string>();
const urlOf = async ({ id, data }: StockResult) => {
  if (!urls.has(id)) urls.set(id, (await data()).url.replace(/^\//, ''));
  return urls.get(id)!;
};

const stock: Side = {
  async ask(query) {
    const started = performance.now();
    const address = `${root}stock/pagefind.js`;
    pagefind ??= import(address);
    const { results } = await (await pagefind).search(query);
    const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    const ms = performance.now() - started;
    return { ms, first: data.map(({ url }) => url.replace(/^\//, '')) };
  },
  async all(query) {
    const { results } = await (await pagefind!).search(query);
    return Promise.all(results.map(urlOf));
  },
};

Object.assign(window, { sides: { ours, stock } });
