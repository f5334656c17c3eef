/** Integrity: does every relation and link lead somewhere, does every claim rest on words that stand? */
import { simplified } from '../../text/simplified.ts';
import { say } from '../problems/registry.ts';
import { checkAmounts, checkClaims, loose } from './claims.ts';
import { checkFullName, checkNotes, checkSummary, checkWording } from './wording.ts';
import { closestMatch } from '../names/names.ts';
import { checkStatedBy, checkStatements, externalCheck, standsElsewhere } from './progress.ts';
import { findQuotation, closestPassage } from '../relations/quotations.ts';
import { checkSuccession } from '../relations/relations.ts';
import type { Entry, EntryKey, Path, Problem, Quotation, Report } from '../types.ts';

/** What the checks need to know of the library. */
interface Context {
  entries: ReadonlyMap<EntryKey, Entry>;
  /** Entries that exist but could not be read: nothing is said about what points to them. */
  unreadable: ReadonlySet<EntryKey>;
  report: Report;
}

/** The nearest id of the same collection. */
function closestId(key: string, { entries }: Context): string | null {
  const [collection, id] = key.split('/') as [string, string];
  const ids = [...entries.values()].filter((e) => e.collection === collection).map((e) => e.id);
  return closestMatch(id ?? '', ids);
}

function checkQuotation(context: Context, quotation: Quotation, path: Path): void {
  const { entries, unreadable, report } = context;
  const document = entries.get(quotation.in);
  if (unreadable.has(quotation.in)) return;
  if ((quotation.in as string) === '') {
    report(path, 'quotation-without-document');
    return;
  }
  if (!document) {
    report(path, 'document-missing', {
      key: quotation.in,
      suggestion: closestId(quotation.in, context),
    });
  } else if (!findQuotation(document, quotation.quote)) {
    const { in: key, quote } = quotation;
    const elsewhere = standsElsewhere(entries, quote)?.key;
    const suggestion = closestPassage(document, quotation);
    report(path, 'quotation-missing', { key, quote, suggestion, elsewhere });
  }
}

function checkRelations(entry: Entry, context: Context): void {
  const { entries, unreadable, report } = context;
  for (const relation of entry.relations) {
    if (!entries.has(relation.to) && !unreadable.has(relation.to))
      report(relation.path, 'relation-missing', {
        key: relation.to,
        suggestion: closestId(relation.to, context),
      });
    else if (relation.to === entry.key) report(relation.path, 'relation-self');
    if (relation.quotation) checkQuotation(context, relation.quotation, relation.path);
    else if (entry.evidence.length === 0 && entry.blocks.length === 0)
      report(relation.path, 'relation-unfounded', { key: relation.to });
  }
}

/** A measure that is, by way of others, a part of itself would stand in no list. */
function checkParts(entry: Entry, { entries, report }: Context): void {
  const seen = new Set<string>([entry.id]);
  let { partOf } = entry.fields;
  while (typeof partOf === 'string') {
    if (partOf === entry.id) {
      report(['partOf'], 'part-of-itself', { chain: [...seen, partOf].join(' → ') });
      return;
    }
    if (seen.has(partOf)) return;
    seen.add(partOf);
    partOf = entries.get(`measures/${partOf}`)?.fields.partOf;
  }
}

/** What later sources say became of a policy: the later document is in the library, or its number is quoted. */
function checkLater({ laterValidity, external }: Entry, context: Context): void {
  const { entries, unreadable, report } = context;
  const quotes = [...laterValidity, ...external].map(({ quote }) => loose(simplified(quote)));
  laterValidity.forEach(({ by }, i) => {
    const path = ['laterValidity', i, 'by'];
    if (typeof by === 'string') {
      const key: EntryKey = `policies/${by}`;
      if (!entries.has(key) && !unreadable.has(key))
        report(path, 'successor-missing', { key, suggestion: closestId(key, context) });
    } else if (by?.number && !quotes.some((quote) => quote.includes(loose(by.number!))))
      report([...path, 'number'], 'provided-unfounded', { value: by.number });
  });
}

function checkFigures(entry: Entry, context: Context): void {
  for (const field of ['awards', 'targets'] as const)
    entry[field].forEach((figure, i) => checkQuotation(context, figure, [field, i, 'quote']));
  const alone = !Array.isArray(entry.data['status']);
  entry.statements.forEach((statement, i) =>
    checkQuotation(context, statement, alone ? ['status', 'quote'] : ['status', i, 'quote']),
  );
}

function checkLinks(entry: Entry, context: Context, problems: Problem[]): void {
  for (const { key, line } of entry.blocks.flatMap((block) => block.links))
    if (!context.entries.has(key) && !context.unreadable.has(key))
      problems.push({
        file: entry.file,
        line,
        ...say('link-missing', { key, suggestion: closestId(key, context) }),
      });
}

/**
 * Checks everything that can only be checked with the whole library at hand.
 * @param entries all entries that could be read
 * @param unreadable the entries that could not
 * @param officialHosts hosts whose pages are official, as `library.yaml` names them
 * @returns every problem, in the order of the entries
 */
export function checkIntegrity(
  entries: ReadonlyMap<EntryKey, Entry>,
  unreadable: ReadonlySet<EntryKey>,
  officialHosts: readonly string[] = [],
): Problem[] {
  const problems: Problem[] = [];
  const checkExternal = externalCheck(entries, unreadable, officialHosts);
  for (const entry of entries.values()) {
    const report: Report = (path, code, values) =>
      problems.push({ file: entry.file, line: entry.lineOf(path), ...say(code, values) });
    const context = { entries, unreadable, report };
    entry.evidence.forEach((quotation, i) =>
      checkQuotation(context, quotation, ['evidence', i, 'quote']),
    );
    checkRelations(entry, context);
    checkWording(entry, entries, report);
    checkParts(entry, context);
    checkSuccession(entry, entries, report);
    checkLater(entry, context);
    checkFigures(entry, context);
    checkAmounts(entry, report);
    checkClaims(entry, entries, report);
    checkNotes(entry, report);
    checkStatements(entry, report);
    checkStatedBy(entry, entries, unreadable, report);
    checkExternal(entry, report);
    checkFullName(entry, entries, report);
    checkSummary(entry, entries, report);
    checkLinks(entry, context, problems);
  }
  return problems;
}
