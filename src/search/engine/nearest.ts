/** When no page holds a query: the pages that hold most of its words, the rarer the better. */
import type { PageId } from '../format/index-files.ts';
import { wellFormed } from '../format/normalise.ts';
import { lookUp, termOf, type Term, type TermMatches } from './lookup.ts';
import type { OpenIndex } from './open-index.ts';

const MOST_WORDS = 24;

/** The words of a query: as the browser's own dictionary parts them, or, of one word, its pairs. */
function wordsOf(index: OpenIndex, query: string, terms: Term[]): Term[] {
  const words = new Map<string, Term>();
  const whole = terms.length === 1 ? terms[0]!.text : undefined;
  const add = (typed: string) => {
    const word = termOf(typed, index.table);
    const isWord = Array.from(word.text).length >= 2 && word.text !== whole;
    if (isWord && words.size < MOST_WORDS) words.set(word.text, word);
  };
  terms.forEach(({ text }) => add(text));
  if (typeof Intl.Segmenter !== 'undefined') {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
    const parts = [...segmenter.segment(wellFormed(query.slice(0, 400)))];
    for (const [at, { segment, isWordLike }] of parts.entries()) {
      if (!isWordLike) continue;
      add(segment);
      // Dictionaries part what a library holds together: 产业 and 链.
      const next = parts[at + 1];
      if (next?.isWordLike) add(segment + next.segment);
    }
  }
  if (words.size === 0) {
    const characters = Array.from(terms.map(({ text }) => text).join(''));
    for (let at = 0; at < MOST_WORDS; at++) add(characters.slice(at, at + 2).join(''));
  }
  return [...words.values()];
}

export interface NearMatch {
  id: PageId;
  words: Term[];
  found: TermMatches[];
  score: number;
}

/** Pages by the words they hold, best first. */
export async function nearestPages(
  index: OpenIndex,
  query: string,
  terms: Term[],
  pages: number,
): Promise<NearMatch[]> {
  const matches = new Map<PageId, NearMatch>();
  const words = wordsOf(index, query, terms);
  const found = await Promise.all(words.map((word) => lookUp(index, word)));
  for (const [at, { pages: holding }] of found.entries()) {
    const rarity =
      Math.log(1 + pages / Math.max(1, holding.size)) *
      Math.min(4, Array.from(words[at]!.text).length);
    for (const [id, { prominence }] of holding) {
      const page = matches.get(id) ?? { id, words: [], found: [], score: 0 };
      page.words.push(words[at]!);
      page.found.push(found[at]!);
      page.score += rarity * (1 + (prominence - 1) / 4);
      matches.set(id, page);
    }
  }
  return [...matches.values()].sort(
    (one, other) =>
      other.score - one.score || Number.parseInt(one.id, 36) - Number.parseInt(other.id, 36),
  );
}
