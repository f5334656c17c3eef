/** One term → the pages that hold it, and how good an answer each is. */
import { namePhrase, textPhrase, wholeNamePhrase } from '../codec.ts';
import type { OpenIndex, PageId } from './pagefind.ts';
import type { Term } from './query.ts';

/** A term is the name of a page, or stands in its name, or in its text. */
const WHOLE_NAME = 3;
const IN_NAME = 2;
const IN_TEXT = 1;

export interface Found {
  /** Page → how prominently it holds the term, and how much of it there is (BM25). */
  pages: Map<PageId, { place: number; weight: number }>;
  /** The index gives candidates; only the text of a page proves that it holds the term. */
  needsProof: boolean;
}

/** Longer terms are looked up by their beginning, and proved by the text. */
const LONGEST = 32;

const ORDINAL = '第';

async function pagesWith(index: OpenIndex, characters: string[]): Promise<Set<PageId>> {
  return new Set((await index.phrase(textPhrase(characters.join('')))).keys());
}

/** The pages where 第, left out of the index before a digit, ends the term. */
async function pagesBeforeOrdinal(index: OpenIndex, characters: string[]): Promise<PageId[]> {
  const before = characters.slice(0, -1);
  if (before.length === 0) return []; // the index has a token for 第 alone
  const sets = await Promise.all(
    [...'0123456789'].map((digit) => pagesWith(index, [...before, digit])),
  );
  return sets.flatMap((set) => [...set]);
}

/** Looks a term up. Throws SearchUnavailable. */
export async function lookUp(index: OpenIndex, term: Term): Promise<Found> {
  const all = Array.from(term.text);
  const characters = all.slice(0, LONGEST);
  const text = characters.join('');
  const single = characters.length === 1;
  const ordinal = term.text.endsWith(ORDINAL) && all.length <= LONGEST;

  const [inText, beforeOrdinal, inName, wholeName, weights] = await Promise.all([
    pagesWith(index, characters),
    ordinal ? pagesBeforeOrdinal(index, characters) : [],
    index.phrase(namePhrase(text)),
    index.phrase(wholeNamePhrase(term.text.length > 200 ? text : term.text)),
    // Of a character alone Pagefind would weigh whatever tokens begin with it in files it happens to have.
    single ? new Map<PageId, number>() : index.weigh(textPhrase(text)),
  ]);

  const pages: Found['pages'] = new Map();
  for (const id of [...inText, ...beforeOrdinal]) {
    const place = wholeName.has(id) ? WHOLE_NAME : inName.has(id) ? IN_NAME : IN_TEXT;
    pages.set(id, { place, weight: weights.get(id) ?? 0 });
  }
  return { pages, needsProof: all.length > LONGEST || (ordinal && !single) };
}
