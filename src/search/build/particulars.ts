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

/** Each state once; 待核实 where only copies say so: 据外部资料，已有新版（待核实）. */
function laterValidityWords({ laterValidity }: Entry): string {
  const states = Map.groupBy(laterValidity, ({ state }) => state);
  const words = [...states].map(
    ([state, all]) => `${state}${all.every(isUnverified) ? '（待核实）' : ''}`,
  );
  return `据外部资料，${words.join('、')}`;
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
  const replacedBy = successionOf(library, entry).after.map((related) => related.entry.title);
  const [number, date, dateText, validity] = [
    knownField(entry, 'number')?.text,
    entry.date,
    entry.date && dateLabel(entry),
    knownField(entry, 'validity')?.text,
  ].map((value) => value?.trim());
  return {
    kind: collectionLabels[entry.collection],
    ...(number && { number }),
    ...(date && { date }),
    ...(dateText && { dateText }),
    ...(validity && { validity }),
    ...(replacedBy.length > 0 && { replacedBy }),
    ...(entry.laterValidity.length > 0 && { laterValidity: laterValidityWords(entry) }),
    aliases: filled(entry.aliases),
    levels: filled(ownOrOf(sources, entry, (one) => knownField(one, 'level')?.text)),
    years: filled(ownOrOf(sources, entry, ({ date: day }) => day?.slice(0, 4))),
    issuers: filled(ownOrOf(sources, entry, (one) => issuerNames(library, one))),
    clusters: filled([...new Set(clusters)]),
  };
}
