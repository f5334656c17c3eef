/** A new entry from a few answers: asked for, written as an author would, and checked before it is one. */
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { stringify } from 'yaml';
import { printProblems } from '../content/print-problems.ts';
import { readEntry } from '../content/read-entry.ts';
import { readLibrary } from '../content/read-library.ts';
import { id as idSchema } from '../content/schemas/values.ts';
import { writeWhole } from '../content/write-files.ts';
import { holds } from '../library/checks/grounds.ts';
import { say } from '../library/problems/registry.ts';
import { linkLibrary } from '../library/graph.ts';
import {
  COLLECTIONS,
  type Collection,
  type Entry,
  type EntryKey,
  LINK_KINDS,
  type Problem,
} from '../library/types.ts';
import { collectionLabels } from '../views/wording/labels.ts';

/** @returns the collection of a kind, in English, singular or plural, or in Chinese; null where there is none */
export function collectionOfKind(kind: string): Collection | null {
  const called = (name: Collection): string[] => [name, LINK_KINDS[name], collectionLabels[name]];
  return COLLECTIONS.find((name) => called(name).includes(kind)) ?? null;
}

/** Every kind with its name, for whoever typed another. */
export const kindList = (): string =>
  Object.entries(LINK_KINDS)
    .map(([name, kind]) => `${kind}（${collectionLabels[name as Collection]}）`)
    .join('、');

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
  !quotes!.some((quote) => holds(quote, title));

/**
 * Asks an editor the few fields of a new entry, one a line.
 * @param given what the flags say, which is not asked
 * @returns every answer
 */
export async function askAnswers(
  collection: Collection,
  given: Partial<Answers>,
): Promise<Answers> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const insist = async (question: string): Promise<string> =>
    (await lines.question(question)).trim() || insist(question);
  const ask = async (own: string | undefined, question: string): Promise<string | undefined> =>
    own ?? ((await lines.question(`${question}（不知道就按回车）：`)).trim() || undefined);
  try {
    const title = given.title ?? (await insist('名称（照原文写）：'));
    const id =
      given.id ??
      (await insist('id（小写英文字母、数字、连字符，公开后不再改，如 rail-transit）：'));
    const evidenceIn = await ask(given.evidenceIn, '依据哪份文件，如 replies/2021-46');
    let { quotes, nameBasis } = given;
    if (evidenceIn && !quotes) quotes = [await insist('该文件中的原文（一字不差，在同一段内）：')];
    if (wantsNameBasis(collection, { title, quotes, nameBasis }))
      nameBasis = await insist('这句原文里没有这个全称：全称从何而来：');
    const date = await ask(given.date, '日期，如 2021-03 或 2021-03-18');
    const dateText = date && (await ask(given.dateText, '原文怎样写这个日期，如 3月中旬'));
    return { ...given, id, title, evidenceIn, quotes, nameBasis, date, dateText };
  } finally {
    lines.close();
  }
}

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
  // Whatever is no id might be a way out of the folder.
  if (!idSchema.safeParse(id).success) return [{ file, line: 1, ...say('id-not-ascii', { id }) }];
  const { entry, problems } = readEntry(collection, file, new TextEncoder().encode(source));
  if (!entry || problems.length) return problems;
  const linked = linkLibrary([...others.filter((one) => one.key !== key), entry]);
  return linked.problems.filter((problem) => problem.file === file);
}

/**
 * Writes a new entry, if the library takes it.
 * @returns path of the file
 * @throws Error that says what an editor has to mend; nothing is written then
 */
export async function writeEntry(
  folder: string,
  collection: Collection,
  answers: Answers,
): Promise<string> {
  const { library } = await readLibrary(folder);
  const source = entrySource(answers);
  const problems = entryProblems(collection, answers.id, source, [...library.entries.values()]);
  if (problems.length) {
    const flag = wantsNameBasis(collection, answers)
      ? '请引用写有全称的原文（--quote），或写 --name-basis "全称从何而来"。\n'
      : '';
    throw new Error(`${printProblems(problems, folder)}\n${flag}没有写文件。`);
  }
  // The id is one now: the path lies in the collection's folder, unless that is a link to another.
  const path = join(folder, collection, `${answers.id}.mdx`);
  if (existsSync(path) || existsSync(path.replace(/x$/u, '')))
    throw new Error(`${collection}/${answers.id} 已经存在，没有改动它。请换一个 id。`);
  if (lstatSync(join(folder, collection), { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Error(`${collection} 是符号链接，没有写文件。请把文件夹本身放进内容文件夹。`);
  writeWhole(path, source);
  return path;
}
