/** Integrity: every relation and link leads somewhere, every quotation stands, and nothing goes round in a circle. */
import { isOfficialAddress } from '../../text/safe-text.ts';
import { placesMeaning } from '../names/mentions.ts';
import { closestMatch } from '../names/names.ts';
import { problemIn } from '../problems/registry.ts';
import type { FaultPlace, Problem, ProblemCode } from '../problems/registry.ts';
import { closestPassage, findQuotation } from '../relations/quotations.ts';
import { keysReplacedBy } from '../relations/relations.ts';
import type { Entry, EntryKey, ExternalFact, Library, Path, Quotation } from '../types.ts';
import { checkClaims, type Report } from './claims.ts';

/** What the checks of one entry need to know. */
interface Context {
  entries: ReadonlyMap<EntryKey, Entry>;
  /** Whether an entry exists, even if it could not be read: nothing is said about what points to that. */
  exists: (key: EntryKey) => boolean;
  officialHosts: readonly string[];
  /** Which entry, the first in list order, states each outside fact. */
  homes: ReadonlyMap<string, Entry>;
  report: Report;
}

/**
 * Checks everything that can only be checked with the whole library at hand.
 * @param entries all entries that could be read
 * @param unreadable the entries that could not
 * @param officialHosts hosts whose pages are official besides those of government, as `library.yaml` names them
 * @returns every problem, in the order of the entries
 */
export function checkIntegrity(
  entries: ReadonlyMap<EntryKey, Entry>,
  unreadable: ReadonlySet<EntryKey>,
  officialHosts: readonly string[] = [],
): Problem[] {
  const problems: Problem[] = [];
  const exists = (key: EntryKey): boolean => entries.has(key) || unreadable.has(key);
  const facts = [...entries.values()].flatMap((entry) =>
    entry.external.map((fact) => [factId(fact), entry] as const),
  );
  const homes = new Map(facts.reverse());
  for (const entry of entries.values()) {
    const report: Report = (...fault) => problems.push(problemIn(entry, ...fault));
    const context = { entries, exists, officialHosts, homes, report };
    checkQuotations(entry, context);
    checkRelations(entry, context);
    checkExternal(entry, context);
    checkClaims(entry, entries, report);
    for (const { key, line } of entry.blocks.flatMap(({ links }) => links))
      checkExists(context, line, 'link-missing', key);
  }
  return problems;
}

/** Reports an entry that does not exist, with the nearest id of its collection. */
function checkExists(
  { entries, exists, report }: Context,
  at: FaultPlace,
  code: ProblemCode,
  key: EntryKey,
): void {
  if (exists(key)) return;
  const [collection, id = ''] = key.split('/');
  const ids = [...entries.values()].filter((e) => e.collection === collection).map((e) => e.id);
  report(at, code, { key, suggestion: closestMatch(id, ids) });
}

function checkQuotation(context: Context, path: Path, quotation: Quotation): void {
  const { entries, report } = context;
  const { in: key, quote } = quotation;
  const document = entries.get(key);
  if ((key as string) === '') report(path, 'quotation-without-document');
  else if (!document) checkExists(context, path, 'document-missing', key);
  else if (!findQuotation(document, quote)) {
    const elsewhere = [...entries.values()].find((entry) => findQuotation(entry, quote))?.key;
    const suggestion = closestPassage(document, quote);
    report(path, 'quotation-missing', { key, quote, suggestion, elsewhere });
  }
}

function checkQuotations(entry: Entry, context: Context): void {
  for (const field of ['evidence', 'awards', 'targets'] as const)
    entry[field].forEach((one, i) => checkQuotation(context, [field, i, 'quote'], one));
  // A document says one thing of a measure; where it says two, an author has to choose the later words.
  const seen = new Set<EntryKey>();
  const alone = !Array.isArray(entry.data['status']);
  entry.statements.forEach((statement, i) => {
    const { in: key } = statement;
    checkQuotation(context, alone ? ['status', 'quote'] : ['status', i, 'quote'], statement);
    if (seen.has(key)) context.report(['status', i], 'status-twice', { key });
    seen.add(key);
  });
}

/**
 * The way that leads from one thing back to it: a part of itself would stand in no list, a document before itself has no
 * place in time.
 * @param next what each thing leads to
 * @returns `a → b → a`, or undefined
 */
function circleOf<Key>(start: Key, next: (from: Key) => Key[]): string | undefined {
  const seen = new Set<Key>();
  const ways = [[start]];
  for (const way of ways) {
    const last = way.at(-1)!;
    if (last === start && way.length > 1) return way.join(' → ');
    if (!seen.has(last)) ways.push(...next(last).map((key) => [...way, key]));
    seen.add(last);
  }
  return undefined;
}

function checkRelations(entry: Entry, context: Context): void {
  const { entries, report } = context;
  const { key, id, collection, relations, fields, laterValidity } = entry;
  for (const { to, path, quotation } of relations) {
    checkExists(context, path, 'relation-missing', to);
    if (to === key) report(path, 'relation-self');
    if (quotation) checkQuotation(context, path, quotation);
    else if (entry.evidence.length === 0 && entry.blocks.length === 0)
      report(path, 'relation-unfounded', { key: to });
  }
  const parts = circleOf(id, (part) => {
    const whole = entries.get(`measures/${part}`)?.fields['partOf'];
    return typeof whole === 'string' ? [whole] : [];
  });
  if (parts && collection === 'measures') report(['partOf'], 'part-of-itself', { chain: parts });
  const older = circleOf(key, (one) => keysReplacedBy(entries.get(one)).filter((to) => to !== one));
  if (older) report(['replaces'], 'replaced-by-itself', { chain: older });
  laterValidity.forEach(({ by }, i) => {
    if (typeof by === 'string')
      checkExists(context, ['laterValidity', i, 'by'], 'successor-missing', `policies/${by}`);
  });
  const statedBy = fields['statedBy'] as EntryKey | undefined;
  if (statedBy) checkExists(context, ['statedBy'], 'stated-by-missing', statedBy);
}

/** The same words of the same source are one fact, however an entry puts them. */
const factId = ({ source, quote }: ExternalFact): string => `${source.title}\n${quote}`;

/** Outside facts: each stands on one page, is of who it says, and what it bears on exists. */
function checkExternal(entry: Entry, context: Context): void {
  const { officialHosts, homes, report } = context;
  entry.external.forEach((fact, i) => {
    const { kind, url } = fact.source;
    if (kind === 'official' && url && !isOfficialAddress(url, officialHosts)) {
      const host = new URL(url).hostname;
      report(['external', i, 'source', 'url'], 'external-not-official', { host });
    }
    const { key, file } = homes.get(factId(fact))!;
    if (key !== entry.key) report(['external', i], 'external-twice', { key, file, own: entry.key });
    fact.concerns?.forEach((concerned, at) => {
      const path = ['external', i, 'concerns', at];
      if (concerned === entry.key) report(path, 'external-concerns-itself');
      else checkExists(context, path, 'external-concern-missing', concerned);
    });
  });
}

/**
 * A subject is named in the evidence, or the author gives the words that show it.
 * @returns a problem for each subject that no words show
 */
export function checkSubjects(library: Library): Problem[] {
  const isNamed = (entry: Entry, subject: Entry): boolean =>
    entry.evidence.some(({ in: key, quote }) => {
      const document = library.entries.get(key);
      const found = document && findQuotation(document, quote);
      const places = found ? placesMeaning(library, found.block, subject) : [];
      return places.some(({ start, end }) => found!.start <= start && end <= found!.end);
    });
  return [...library.entries.values()].flatMap((entry) =>
    entry.relations.flatMap(({ field, to, path, quotation }): Problem[] => {
      const subject = library.entries.get(to);
      if (field !== 'subjects' || quotation || !subject || isNamed(entry, subject)) return [];
      return [problemIn(entry, path, 'subject-unfounded', { title: subject.title })];
    }),
  );
}
