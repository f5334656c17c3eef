/** What search says of a page beside its words, and filters by: kind, number, date, level, issuer, cluster. */
import type { Collection, Entry, Library } from '../../library/types.ts';
import { successionOf } from '../../library/relations/relations.ts';
import { issuerNames } from '../../views/citation/citation.ts';
import { dateLabel } from '../../views/wording/figures.ts';
import { isDocument, isUnverified, knownField } from '../../views/known-fields.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { statedBy, ancestorsOf } from '../../views/measures/measures.ts';
import type { PageRecord } from '../format/index-files.ts';

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

const filled = (values: string[]): string[] => values.map((value) => value.trim()).filter(Boolean);

/** What replaces a document, and what later sources say of it: each state once; 待核实 where only copies say so. */
function laterWords(library: Library, entry: Entry): string[] {
  const after = successionOf(library, entry).after.map((related) => `《${related.entry.title}》`);
  const states = Map.groupBy(entry.laterValidity, ({ state }) => state);
  const later = [...states].map(
    ([state, all]) => `${state}${all.every(isUnverified) ? '（待核实）' : ''}`,
  );
  return [
    after.length > 0 ? `已由${after.join('、')}取代` : '',
    later.length > 0 ? `据外部资料，${later.join('、')}` : '',
  ];
}

/**
 * The particulars of an entry's page; what is not known is absent.
 * @returns level, years and issuers are the entry's own, else those of the documents that it was issued in
 */
export function particularsOf(
  library: Library,
  entry: Entry,
): Omit<PageRecord, 'url' | 'title' | 'official' | 'texts' | 'quotations'> {
  const clusters = [entry, ...library.related(entry.key).map((related) => related.entry)]
    .filter((one) => one.collection === 'clusters')
    .map((cluster) => cluster.title);
  const sources = sourcesOf(library, entry);
  const [number, date, dateText, validity] = [
    knownField(entry, 'number')?.text,
    entry.date,
    entry.date && dateLabel(entry),
    knownField(entry, 'validity')?.text,
  ].map((value) => value?.trim());
  const known = [
    number,
    dateText || date,
    validity === '不详' ? '有效性不详' : validity,
    ...laterWords(library, entry),
  ];
  return {
    kind: collectionLabels[entry.collection],
    about: known.filter(Boolean).join(' · '),
    ...(number && { number }),
    ...(date && { date }),
    ...(validity && { validity }),
    aliases: filled(entry.aliases),
    levels: filled(ownOrOf(sources, entry, (one) => knownField(one, 'level')?.text)),
    years: filled(ownOrOf(sources, entry, ({ date: day }) => day?.slice(0, 4))),
    issuers: filled(ownOrOf(sources, entry, (one) => issuerNames(library, one))),
    clusters: filled([...new Set(clusters)]),
  };
}
