/** A new entry from a few answers: asked for, written as an author would, and checked before it is one. */
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { printProblems } from '../content/print-problems.ts';
import { readEntry } from '../content/read-entry.ts';
import { readLibrary } from '../content/read-library.ts';
import { id as idSchema } from '../library/schemas/values.ts';
import { writeWhole } from '../content/write-files.ts';
import { say } from '../library/problems/registry.ts';
import { linkLibrary } from '../library/graph.ts';
import {
  COLLECTIONS,
  type Collection,
  type Entry,
  LINK_KINDS,
  type Problem,
} from '../library/types.ts';
import { collectionLabels } from '../views/wording/labels.ts';

/** @returns the collection of a kind, in English, singular or plural, or in Chinese; undefined where there is none */
export const collectionOfKind = (kind: string): Collection | undefined =>
  COLLECTIONS.find((name) => [name, LINK_KINDS[name], collectionLabels[name]].includes(kind));

/** Every kind with its name, for whoever typed another. */
export const kindList = (): string =>
  COLLECTIONS.map((name) => `${LINK_KINDS[name]}（${collectionLabels[name]}）`).join('、');

/** What may be answered, as the flags of the command. */
export const ANSWERS = {
  title: { type: 'string' },
  id: { type: 'string' },
  alias: { type: 'string', multiple: true },
  summary: { type: 'string' },
  date: { type: 'string' },
  'date-text': { type: 'string' },
  /** The document that the words are quoted from, `replies/2021-46`. */
  'evidence-in': { type: 'string' },
  quote: { type: 'string', multiple: true },
  /** Of a body: where its full name is taken from, when no quoted words have it. */
  'name-basis': { type: 'string' },
} as const;

type Flags = ReturnType<typeof parseArgs<{ options: typeof ANSWERS }>>['values'];
export type Answers = Flags & { title: string; id: string };

/** Asks an editor the few fields of a new entry, one a line; what the flags say (`given`) is not asked. */
export async function askAnswers(
  collection: Collection,
  given: Partial<Answers>,
): Promise<Answers> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const insist = async (question: string): Promise<string> =>
    (await lines.question(`${question}：`)).trim() || insist(question);
  const ask = async (question: string): Promise<string | undefined> =>
    (await lines.question(`${question}（不知道就按回车）：`)).trim() || undefined;
  const answers = { ...given };
  answers.title ??= await insist('名称（照原文写）');
  answers.id ??= await insist('id（小写英文字母、数字、连字符，公开后不再改，如 rail-transit）');
  answers['evidence-in'] ??= await ask('依据哪份文件，如 replies/2021-46');
  if (answers['evidence-in'])
    answers.quote ??= [await insist('该文件中的原文（一字不差，在同一段内）')];
  if (collection === 'organisations')
    answers['name-basis'] ??= await ask('原文里没有这个全称的，写全称从何而来');
  answers.date ??= await ask('日期，如 2021-03 或 2021-03-18');
  if (answers.date) answers['date-text'] ??= await ask('原文怎样写这个日期，如 3月中旬');
  lines.close();
  return answers as Answers;
}

/** @returns the file's text; what was not answered is left out */
export function entrySource(answers: Answers): string {
  const { title, alias, summary, date, quote } = answers;
  const fields = {
    title,
    aliases: alias,
    nameBasis: answers['name-basis'],
    summary,
    date,
    dateText: answers['date-text'],
    evidence: quote?.map((words) => ({ in: answers['evidence-in'], quote: words })),
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n`;
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
  // Whatever is no id might be a way out of the folder.
  if (!idSchema.safeParse(id).success) return [{ file, line: 1, ...say('id-not-ascii', { id }) }];
  const { entry, problems } = readEntry(collection, file, Buffer.from(source));
  if (!entry) return problems;
  const linked = linkLibrary([...others.filter(({ key }) => key !== entry.key), entry]);
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
  const flag = problems.some(({ code }) => code === 'full-name-unfounded')
    ? '请引用写有全称的原文（--quote），或写 --name-basis "全称从何而来"。\n'
    : '';
  if (problems.length) throw new Error(`${printProblems(problems, folder)}\n${flag}没有写文件。`);
  // The id is one now: the path lies in the collection's folder, unless that is a link to another.
  const path = join(folder, collection, `${answers.id}.mdx`);
  if (existsSync(path) || existsSync(path.replace(/x$/u, '')))
    throw new Error(`${collection}/${answers.id} 已经存在，没有改动它。请换一个 id。`);
  if (lstatSync(join(folder, collection), { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Error(`${collection} 是符号链接，没有写文件。请把文件夹本身放进内容文件夹。`);
  writeWhole(path, source);
  return path;
}
