/** What is right: random strings of the texts, and the texts that hold each, found by plain comparison. */
import type { Text } from './corpus.ts';

/**
 * Letters, digits and signs such as + and % alone, in one form. Not the search's own normal form, so that
 * it can judge it.
 */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{S}%‰]|[~|\p{Sk}]/gu, '');

export interface Question {
  query: string;
  /** Ids of the texts in which a paragraph, or the title, holds it. */
  ids: Set<string>;
  /** Whether a text holds it, across its paragraphs too. */
  holds: (id: string) => boolean;
}

/** The same numbers on every machine and day (mulberry32). */
function* randomNumbers(seed: number): Generator<number, never> {
  for (;;) {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

const LONGEST = 8;

/** Draws substrings of 2–8 characters from the paragraphs of these texts. */
export function drawQuestions(texts: Text[], count: number): Question[] {
  const paragraphs = texts.flatMap((text) => text.paragraphs).filter((one) => one.length > LONGEST);
  const random = randomNumbers(46);
  const below = (limit: number): number => Math.floor(random.next().value * limit);
  const queries = new Set<string>();
  for (let tries = 0; queries.size < count && tries < 100 * count; tries += 1) {
    const paragraph = paragraphs[below(paragraphs.length)]!;
    const start = below(paragraph.length - LONGEST);
    const query = paragraph.slice(start, start + 2 + below(LONGEST - 1));
    if (!/\s/u.test(query) && plain(query).length >= 2) queries.add(query);
  }
  const units = texts.map(({ id, title, paragraphs: own }) => ({
    id,
    // A sign that no query holds keeps paragraphs apart.
    apart: [title, ...own].map(plain).join('\n'),
    joined: plain([title, ...own].join('')),
  }));
  const joined = new Map(units.map((unit) => [unit.id, unit.joined]));
  return [...queries].map((query) => {
    const needle = plain(query);
    return {
      query,
      ids: new Set(units.filter(({ apart }) => apart.includes(needle)).map(({ id }) => id)),
      holds: (id) => joined.get(id)?.includes(needle) ?? false,
    };
  });
}
