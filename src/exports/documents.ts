/** The entries that have a text of their own, and the files beside their pages. */
import type { Entry, Library } from '../library/types.ts';
import { isDocument } from '../views/known-fields.ts';
import { sitePath, type SitePath } from '../views/urls.ts';

/** The documents of a library, in the order of its lists. */
export const documentsOf = (library: Library): Entry[] =>
  [...library.entries.values()].filter(isDocument);

/** The lasting address of a file beside an entry's page: `policies/plan.txt`. */
export const pathBeside = ({ key }: Pick<Entry, 'key'>, ending: string): SitePath =>
  sitePath(`${key}.${ending}`);
