/** What the search index and the archive read in a page's head: the `library:*` meta elements. */
import type { Collection, Entry, Library } from '../../library/types.ts';
import { issuerNames } from '../citation/citation.ts';
import { dateLabel } from '../wording/dates.ts';
import { isDocument, knownField } from './known-fields.ts';
import { collectionLabels } from '../wording/labels.ts';
import { statedBy } from '../measures/measure-source.ts';
import { ancestorsOf } from '../measures/measure-tree.ts';

export interface Meta {
  name: `library:${string}`;
  content: string;
}

/** What is issued in documents, and so has their level, year and issuers where it has none of its own. */
const INHERITING: readonly Collection[] = ['measures', 'clusters', 'chains', 'events', 'terms'];

/**
 * The documents that an entry has its level, year and issuers from: the policies that it is related to
 * (a measure, or failing that the measure that it is part of: the first of them), else the documents
 * that its evidence stands in. A document's own particulars are never those of another.
 */
function sourcesOf(library: Library, entry: Entry): Entry[] {
  if (!INHERITING.includes(entry.collection)) return [];
  const source = entry.collection === 'measures' && statedBy(library, entry);
  if (source) return [source];
  const policiesOf = (one: Entry) =>
    library
      .related(one.key)
      .map((related) => related.entry)
      .filter(({ collection }) => collection === 'policies');
  const own = policiesOf(entry);
  const policies =
    own.length > 0 ? own : ancestorsOf(library, entry).toReversed().flatMap(policiesOf);
  if (policies.length > 0) return entry.collection === 'measures' ? policies.slice(0, 1) : policies;
  return entry.evidence.map((quotation) => library.get(quotation.in)).filter(isDocument);
}

/** What an entry itself says, else what its sources say, each once. */
function ownOrOf(
  sources: Entry[],
  entry: Entry,
  read: (one: Entry) => string | string[] | undefined,
): string[] {
  const own = [read(entry) ?? []].flat();
  return own.length > 0 ? own : [...new Set(sources.flatMap((source) => read(source) ?? []))];
}

/**
 * Meta elements of an entry's page, in a fixed order; what is not known is absent.
 * `library:alias`, `library:level`, `library:year`, `library:issuer` and `library:cluster` may be repeated.
 */
export function entryMeta(library: Library, entry: Entry): Meta[] {
  const clusters = [entry, ...library.related(entry.key).map((related) => related.entry)]
    .filter((one) => one.collection === 'clusters')
    .map((cluster) => cluster.title);
  const sources = sourcesOf(library, entry);
  const values: [string, string | string[] | undefined][] = [
    ['kind', collectionLabels[entry.collection]],
    ['collection', entry.collection],
    ['title', entry.title],
    ['number', knownField(entry, 'number')?.text],
    ['alias', entry.aliases],
    ['level', ownOrOf(sources, entry, (one) => knownField(one, 'level')?.text)],
    ['year', ownOrOf(sources, entry, ({ date }) => date?.slice(0, 4))],
    ['date', entry.date],
    ['dateText', entry.date && dateLabel(entry)],
    ['issuer', ownOrOf(sources, entry, (one) => issuerNames(library, one))],
    ['cluster', [...new Set(clusters)]],
    ['validity', knownField(entry, 'validity')?.text],
  ];
  return values.flatMap(([name, value]) =>
    [value ?? []].flat().map((content): Meta => ({ name: `library:${name}`, content })),
  );
}
