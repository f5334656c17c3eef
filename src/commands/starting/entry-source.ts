/** A new entry from a few answers: written as an author would, and checked before it is one. */
import { stringify } from 'yaml';
import { loose } from '../../library/checks/amounts.ts';
import { linkLibrary } from '../../library/graph.ts';
import type { Collection, Entry, EntryKey, Problem } from '../../library/types.ts';
import { readEntry } from '../../content/read-entry.ts';

export interface Answers {
  id: string;
  title: string;
  aliases?: string[];
  summary?: string;
  date?: string;
  dateText?: string;
  /** The document that the words are quoted from, `replies/2021-46`. */
  evidenceIn?: string;
  quotes?: string[];
  /** Of a body: where its full name is taken from, when no quoted words have it. */
  nameBasis?: string;
}

/** Whether a body's full name still wants its basis: words are quoted, and none of them has it. */
export const wantsNameBasis = (
  collection: Collection,
  { title, quotes, nameBasis }: Pick<Answers, 'title' | 'quotes' | 'nameBasis'>,
): boolean =>
  collection === 'organisations' &&
  nameBasis === undefined &&
  (quotes?.length ?? 0) > 0 &&
  !quotes!.some((quote) => loose(quote).includes(loose(title)));

/** @returns the file's text; what was not answered is left out */
export function entrySource(answers: Answers): string {
  const { title, aliases, nameBasis, summary, date, dateText, evidenceIn, quotes } = answers;
  const fields = {
    title,
    aliases: aliases?.length ? aliases : undefined,
    nameBasis,
    summary,
    date,
    dateText,
    evidence: quotes?.length ? quotes.map((quote) => ({ in: evidenceIn, quote })) : undefined,
  };
  const given = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
  return `---\n${stringify(given, { lineWidth: 0 })}---\n`;
}

/**
 * What an author would be told of the new entry once it stands in the library.
 * @param others the entries that are there already
 */
export function entryProblems(
  collection: Collection,
  id: string,
  source: string,
  others: readonly Entry[],
): Problem[] {
  const file = `${collection}/${id}.mdx`;
  const key: EntryKey = `${collection}/${id}`;
  const { entry, problems } = readEntry(collection, file, new TextEncoder().encode(source));
  if (!entry || problems.length) return problems;
  const linked = linkLibrary([...others.filter((one) => one.key !== key), entry]);
  return linked.problems.filter((problem) => problem.file === file);
}
