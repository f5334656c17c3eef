/** Which sentences of a page hold the hits, and which of them a reader sees first. */
import { fold } from '../../format/normalise.ts';
import { sentenceAround } from '../../../text/sentences.ts';
import type { Hit } from './hits.ts';
import type { ReadText } from './page-texts.ts';

/** A sentence with its hits, as offsets into the text of its stretch. */
export interface Sentence {
  stretch: ReadText;
  from: number;
  to: number;
  hits: Hit[];
}

/** The sentences that hold these hits, in the order of the hits, each with all of its own. */
export function sentencesWith(hits: Hit[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const hit of hits) {
    const last = sentences.at(-1);
    const same = last?.stretch === hit.stretch ? last : undefined;
    if (same && hit.end <= same.to) {
      same.hits.push(hit);
      continue;
    }
    const { start: from, end: to } = sentenceAround(hit.stretch.text, hit.start, hit.end);
    sentences.push({
      stretch: hit.stretch,
      from: same ? Math.max(from, Math.min(same.to, hit.start)) : from,
      to,
      hits: [hit],
    });
  }
  return sentences;
}

/** Two sentences with the same words are one to a reader. */
export function normalisedText({ stretch, from, to }: Sentence): string {
  return fold(stretch.text.slice(from, to)).text;
}

const termsIn = ({ hits }: Sentence) => new Set(hits.map(({ term }) => term));

/**
 * The sentences to show first, best first: each in turn the one with the most terms that the ones before
 * lack, then with the most terms, then the earlier on the page. So a reader sees every term early, and of
 * a single term the page's own order.
 */
export function foremost(sentences: Sentence[], most: number): Sentence[] {
  const left = sentences.map((sentence) => ({ sentence, terms: termsIn(sentence) }));
  const seen = new Set<number>();
  const chosen: Sentence[] = [];
  while (left.length > 0 && chosen.length < most) {
    const value = ({ terms }: (typeof left)[number]) =>
      [...terms].filter((term) => !seen.has(term)).length * 100 + terms.size;
    const values = left.map(value);
    const [best] = left.splice(values.indexOf(Math.max(...values)), 1);
    chosen.push(best!.sentence);
    best!.terms.forEach((term) => seen.add(term));
  }
  return chosen;
}
