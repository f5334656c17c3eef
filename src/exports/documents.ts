/** The entries that have a text of their own, the files beside their pages, and what the pages say of them. */
import type { Entry, Library } from '../library/types.ts';
import { keyFigures } from '../views/key-figures/key-figures.ts';
import { isDocument } from '../views/known-fields.ts';
import { sitePath, type SitePath } from '../views/urls.ts';

/** The documents of a library, in the order of its lists. */
export const documentsOf = (library: Library): Entry[] =>
  [...library.entries.values()].filter(isDocument);

/** The lasting address of a file beside an entry's page: `policies/plan.txt`. */
export const pathBeside = ({ key }: Pick<Entry, 'key'>, ending: string): SitePath =>
  sitePath(`${key}.${ending}`);

/** What a page says under an entry's title, as words: each value with what it is, and whether it is from outside. */
export const factsOf = (library: Library, entry: Entry): [name: string, value: string][] =>
  keyFigures(library, entry).map(({ label, values, source }) => {
    const words = values.map((value) => (typeof value === 'string' ? value : value.title));
    return [label, words.join('、') + (source ? `（${source}）` : '')];
  });
