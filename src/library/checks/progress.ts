/** Checks of what is said of progress, of subjects and of outside facts, which reach over several entries. */
import { placesMeaning } from '../names/mentions.ts';
import { say } from '../problems/registry.ts';
import { findQuotation } from '../relations/quotations.ts';
import type { Entry, EntryKey, ExternalFact, Library, Problem, Report } from '../types.ts';
import { isOfficialAddress } from '../../text/safe-text.ts';

type Entries = ReadonlyMap<EntryKey, Entry>;

/** A document says one thing of a measure; where it says two, an author has to choose the later words. */
export function checkStatements(entry: Entry, report: Report): void {
  const seen = new Set<EntryKey>();
  entry.statements.forEach(({ in: document }, i) => {
    if (seen.has(document)) report(['status', i], 'status-twice', { key: document });
    seen.add(document);
  });
}

/** The document that states a measure is in the library. */
export function checkStatedBy(
  entry: Entry,
  entries: Entries,
  unreadable: ReadonlySet<EntryKey>,
  report: Report,
): void {
  const key = entry.fields['statedBy'] as EntryKey | undefined;
  if (key && !entries.has(key) && !unreadable.has(key))
    report(['statedBy'], 'stated-by-missing', { key });
}

/**
 * The document of the library in which quoted words do stand, for an author who named another.
 * @returns undefined where they stand nowhere
 */
export function standsElsewhere(entries: Entries, quote: string): Entry | undefined {
  return [...entries.values()].find((entry) => findQuotation(entry, quote));
}

/** The same words of the same source, however an entry puts them. */
const sameFact = ({ quote, source }: ExternalFact): string => `${source.title}\n${quote}`;

/** Which entry states each outside fact: the first in list order. */
function homes(entries: Entries): Map<string, Entry> {
  const home = new Map<string, Entry>();
  for (const entry of entries.values())
    for (const fact of entry.external)
      if (!home.has(sameFact(fact))) home.set(sameFact(fact), entry);
  return home;
}

/**
 * Makes the check of outside facts: each stands on one page, and what it bears on exists.
 * @param unreadable entries that exist but could not be read
 * @param officialHosts hosts whose pages are official besides those of government
 */
export function externalCheck(
  entries: Entries,
  unreadable: ReadonlySet<EntryKey>,
  officialHosts: readonly string[],
): (entry: Entry, report: Report) => void {
  const home = homes(entries);
  return (entry, report) =>
    entry.external.forEach((fact, i) => {
      const { kind, url } = fact.source;
      if (kind === 'official' && url && !isOfficialAddress(url, officialHosts))
        report(['external', i, 'source', 'url'], 'external-not-official', {
          host: new URL(url).hostname,
        });
      const first = home.get(sameFact(fact))!;
      if (first !== entry)
        report(['external', i], 'external-twice', {
          key: first.key,
          file: first.file,
          own: entry.key,
        });
      fact.concerns?.forEach((key, at) => {
        const path = ['external', i, 'concerns', at];
        if (key === entry.key) report(path, 'external-concerns-itself', {});
        else if (!entries.has(key) && !unreadable.has(key))
          report(path, 'external-concern-missing', { key });
      });
    });
}

// Whether the words that an entry rests on show that it is about its subjects.

/** Whether one of an entry's quotations names another. */
function isNamed(library: Library, entry: Entry, subject: Entry): boolean {
  return entry.evidence.some(({ in: key, quote }) => {
    const document = library.entries.get(key);
    const found = document && findQuotation(document, quote);
    return (
      found &&
      placesMeaning(library, found.block, subject).some(
        ({ start, end }) => found.start <= start && end <= found.end,
      )
    );
  });
}

/**
 * A subject is named in the evidence, or the author gives the words that show it.
 * @returns a problem for each subject that no words show
 */
export function checkSubjects(library: Library): Problem[] {
  return [...library.entries.values()].flatMap((entry) =>
    entry.relations.flatMap(({ field, to, path, quotation }): Problem[] => {
      const subject = library.entries.get(to);
      if (field !== 'subjects' || quotation || !subject || isNamed(library, entry, subject))
        return [];
      return [
        {
          file: entry.file,
          line: entry.lineOf(path),
          ...say('subject-unfounded', { title: subject.title }),
        },
      ];
    }),
  );
}
