/** What is right: random strings of a library's own words, and the pages that hold each, found by plain comparison. */
import type { PageRecord } from '../../src/search/format/index-files.ts';

/**
 * Letters, digits and signs such as + and % alone, in one form. Not the codec's normal form, so that it can
 * judge the codec.
 */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{S}%‰]|[~|\p{Sk}]/gu, '');

/** 第46号 is 46号. */
const withoutOrdinals = (text: string): string => text.replace(/第(?=[0-9])/g, '');

export interface Question {
  query: string;
  /** Paths of the pages that hold it. */
  pages: Set<string>;
}

export interface Truth {
  questions: Question[];
  /** Others, to warm an engine up with. */
  warming: string[];
  characters: number;
  pages: number;
  holds(page: string, query: string): boolean;
}

/** The same numbers on every machine and day. */
function* randomNumbers(seed: number): Generator<number, never> {
  for (;;) {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

/** Draws `count` substrings of 2–8 characters from the units of these pages. */
export function drawQuestions(records: PageRecord[], count: number): Truth {
  const texts = new Map(
    records.map((record) => {
      const texts = record.texts.map((units) => units.map(({ text }) => text).join(''));
      const names = [record.title, record.number ?? '', ...record.aliases];
      return [record.url, [...texts, ...names].map(plain)];
    }),
  );
  const holds = (page: string, query: string): boolean => {
    const needle = plain(query);
    return (texts.get(page) ?? []).some(
      (text) => text.includes(needle) || withoutOrdinals(text).includes(withoutOrdinals(needle)),
    );
  };
  const units = records.flatMap(({ texts }) => texts.flat()).filter(({ text }) => text.length > 8);
  const random = randomNumbers(46);
  const next = (below: number) => Math.floor(random.next().value * below);
  const drawn = new Set<string>();
  while (drawn.size < count * 1.25) {
    const { text } = units[next(units.length)]!;
    const start = next(text.length - 8);
    const query = text.slice(start, start + 2 + next(7));
    if (!/\s/.test(query) && plain(query).length >= 2) drawn.add(query);
  }
  const queries = [...drawn];
  const questions = queries.slice(0, count).map((query) => ({
    query,
    pages: new Set(records.map(({ url }) => url).filter((url) => holds(url, query))),
  }));
  const characters = [...texts.values()].flat().reduce((sum, text) => sum + text.length, 0);
  return { questions, warming: queries.slice(count), characters, pages: records.length, holds };
}
