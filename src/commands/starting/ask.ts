/** Asks an editor the few fields of a new entry, one a line; what was given as a flag is not asked. */
import { createInterface } from 'node:readline/promises';
import type { Collection } from '../../library/types.ts';
import { wantsNameBasis, type Answers } from './entry-source.ts';

type Ask = (question: string) => Promise<string>;

/** Asks until something is answered. */
async function insist(ask: Ask, question: string): Promise<string> {
  for (;;) {
    const answer = (await ask(question)).trim();
    if (answer) return answer;
  }
}

async function questions(
  ask: Ask,
  collection: Collection,
  given: Partial<Answers>,
): Promise<Answers> {
  const optional = async (own: string | undefined, question: string): Promise<string | undefined> =>
    own ?? ((await ask(`${question}（不知道就按回车）：`)).trim() || undefined);
  const title = given.title ?? (await insist(ask, '名称（照原文写）：'));
  const id =
    given.id ??
    (await insist(ask, 'id（小写英文字母、数字、连字符，公开后不再改，如 rail-transit）：'));
  const evidenceIn = await optional(given.evidenceIn, '依据哪份文件，如 replies/2021-46');
  const quote =
    evidenceIn && !given.quotes
      ? await insist(ask, '该文件中的原文（一字不差，在同一段内）：')
      : undefined;
  const quotes = given.quotes ?? (quote ? [quote] : undefined);
  const nameBasis = wantsNameBasis(collection, { ...given, title, quotes })
    ? await insist(ask, '这句原文里没有这个全称：全称从何而来：')
    : undefined;
  const date = await optional(given.date, '日期，如 2021-03 或 2021-03-18');
  const dateText = date
    ? await optional(given.dateText, '原文怎样写这个日期，如 3月中旬')
    : undefined;
  const answers: Answers = { ...given, id, title };
  for (const [name, value] of Object.entries({ evidenceIn, quotes, nameBasis, date, dateText }))
    if (value !== undefined) Object.assign(answers, { [name]: value });
  return answers;
}

/**
 * @param collection what is begun; a body may be asked where its full name is from
 * @param given what the flags say
 * @returns every answer
 */
export async function askAnswers(
  collection: Collection,
  given: Partial<Answers>,
): Promise<Answers> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await questions((question) => lines.question(question), collection, given);
  } finally {
    lines.close();
  }
}
