/** When no page holds a query: the pages that hold most of its words, the rarer the better. */
import { lookUp, type TermMatches } from './lookup.ts';
import type { OpenIndex } from './open-index.ts';
import type { PageId } from './page-facts.ts';
import { termOf, type Query, type Term } from './query.ts';
import { wellFormed } from '../format/normalise.ts';

const MOST_WORDS = 24;

/** The words of a query: as the browser's own dictionary parts them, or, of one word, its pairs. */
function wordsOf(query: Query, index: OpenIndex): Term[] {
  const terms = new Map<string, Term>();
  const add = (typed: string) => {
    const term = termOf(typed, index.table);
    if (Array.from(term.text).length >= 2 && terms.size < MOST_WORDS) terms.set(term.text, term);
  };
  const typed = wellFormed(query.typed.slice(0, 400));
  if (query.terms.length > 1) query.terms.forEach((term) => add(term.text));
  if (typeof Intl.Segmenter !== 'undefined') {
    const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(typed)];
    const isWord = (at: number) => words[at]?.isWordLike === true;
    for (const [at, { segment }] of words.entries()) {
      if (!isWord(at)) continue;
      add(segment);
      // Dictionaries part what a library holds together: 产业 and 链.
      if (isWord(at + 1)) add(segment + words[at + 1]!.segment);
    }
  }
  const whole = query.terms.length === 1 ? query.terms[0]!.text : undefined;
  if (whole !== undefined) terms.delete(whole);
  if (terms.size === 0) {
    const characters = Array.from(query.terms.map(({ text }) => text).join('')).slice(
      0,
      MOST_WORDS + 1,
    );
    for (let at = 0; at + 1 < characters.length; at++) add(characters.slice(at, at + 2).join(''));
    if (whole !== undefined) terms.delete(whole);
  }
  return [...terms.values()];
}

interface NearMatch {
  id: PageId;
  words: Term[];
  found: TermMatches[];
  score: number;
}

/** Pages by the words they hold, best first. */
export async function nearestPages(
  query: Query,
  index: OpenIndex,
  pages: number,
): Promise<NearMatch[]> {
  const matches = new Map<PageId, NearMatch>();
  const words = wordsOf(query, index);
  const found = await Promise.all(words.map((word) => lookUp(index, word)));
  for (const [at, { pages: holding }] of found.entries()) {
    const rarity =
      Math.log(1 + pages / Math.max(1, holding.size)) *
      Math.min(4, Array.from(words[at]!.text).length);
    for (const [id, { place }] of holding) {
      const page = matches.get(id) ?? { id, words: [], found: [], score: 0 };
      page.words.push(words[at]!);
      page.found.push(found[at]!);
      page.score += rarity * (1 + (place - 1) / 4);
      matches.set(id, page);
    }
  }
  return [...matches.values()].sort(
    (one, other) =>
      other.score - one.score || Number.parseInt(one.id, 36) - Number.parseInt(other.id, 36),
  );
}
