/** What the search index and the archive read in a page's head: the `library:*` meta elements. */
import type { Entry, Library } from '../library/types.ts';
import { issuerNames } from './citation.ts';
import { dateLabel } from './dates.ts';
import { knownField } from './facts.ts';
import { collectionLabels } from './labels.ts';

export interface Meta {
  name: `library:${string}`;
  content: string;
}

/**
 * Meta elements of an entry's page, in a fixed order; what is not known is absent.
 * `library:alias`, `library:issuer` and `library:cluster` may be repeated.
 */
export function entryMeta(library: Library, entry: Entry): Meta[] {
  const clusters = [entry, ...library.related(entry.key).map((related) => related.entry)]
    .filter((one) => one.collection === 'clusters')
    .map((cluster) => cluster.title);
  const values: [string, string | string[] | undefined][] = [
    ['kind', collectionLabels[entry.collection]],
    ['collection', entry.collection],
    ['title', entry.title],
    ['number', knownField(entry, 'number')?.text],
    ['alias', entry.aliases],
    ['level', knownField(entry, 'level')?.text],
    ['year', entry.date?.slice(0, 4)],
    ['date', entry.date],
    ['dateText', entry.date && dateLabel(entry)],
    ['issuer', issuerNames(library, entry)],
    ['cluster', [...new Set(clusters)]],
    ['validity', knownField(entry, 'validity')?.text],
  ];
  return values.flatMap(([name, value]) =>
    [value ?? []].flat().map((content): Meta => ({ name: `library:${name}`, content })),
  );
}
