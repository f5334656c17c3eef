/** Hits → the sentences a reader is shown, with the hits marked and the paragraph they stand in. */
import { CLOSING, SENTENCE_END } from '../../../text/sentences.ts';
import type { Hit } from './hits.ts';
import { foremost, sentencesWith, normalisedText, type Sentence } from './sentences.ts';
import type { Excerpt } from '../../format/types.ts';
import { windowsOf, type Window } from './windows.ts';

/** Sentences kept beyond those that are shown at once. */
const FURTHER = 20;
const LEFT_OUT = { text: '……', hit: false };

/** A hit as it is spelt on the page; of a long one, its beginning. */
function hitText({ stretch, start, end }: Hit): string {
  return Array.from(stretch.text.slice(start, Math.min(end, start + 240)))
    .slice(0, 120)
    .join('')
    .toWellFormed();
}

/** A window's text, cut into what is marked and what is not. Two terms that overlap are one mark. */
function partsOf({ stretch, hits }: Sentence, [from, to]: Window): Excerpt['parts'] {
  const parts: Excerpt['parts'] = [];
  const textOf = (start: number, end: number) =>
    stretch.text.slice(start, end).replace(/\s+/g, ' ');
  const add = (start: number, end: number, hit: boolean) => {
    if (end > start) parts.push({ text: textOf(start, end), hit });
  };
  let at = from;
  for (const { start, end } of hits) {
    if (end <= at || start >= to) continue;
    const last = parts.at(-1);
    if (start < at && last?.hit) last.text += textOf(at, end);
    else {
      add(at, start, false);
      add(start, end, true);
    }
    at = end;
  }
  add(at, to, false);
  return parts;
}

function excerptOf(sentence: Sentence, spelt: Map<number, string>): Excerpt {
  const { stretch, hits } = sentence;
  const { text, units, unitStarts } = stretch;
  const first = hits[0]!;
  const unit = units[unitStarts.findLastIndex((start) => start <= first.start)]!;
  const windows = windowsOf(sentence);
  const [from, to] = [windows[0]![0], windows.at(-1)![1]];
  const ends = (at: number) => SENTENCE_END.test(text[at - 1]!) || CLOSING.test(text[at - 1]!);
  const cutBefore = from > 0 ? from > sentence.from || !ends(from) : stretch.cutBefore;
  const cutAfter =
    to < text.length
      ? to < sentence.to || (text[to] !== '\n' && !ends(to))
      : stretch.cutAfter && !ends(to);
  const parts = windows.flatMap((window, at) => [
    ...(at > 0 || cutBefore ? [LEFT_OUT] : []),
    ...partsOf(sentence, window),
  ]);
  if (cutAfter) parts.push(LEFT_OUT);
  const others = [...spelt].filter(([term]) => term !== first.term).map(([, words]) => words);
  return {
    anchor: unit.id,
    label: unit.label,
    parts,
    hits: [...new Set([hitText(first), ...others])],
  };
}

/**
 * The sentences that hold hits, each wording once.
 * @param spelt one hit of each term, to be marked on the page beside those of the sentence
 * @param most how many are shown at once; twenty more are further ones, and all are counted
 * @param said what the reader sees already, e.g. the title; what is shown at once is added to it
 */
export function excerpts(
  hits: Hit[],
  spelt: Hit[],
  most: number,
  said: Set<string> = new Set(),
): { shown: Excerpt[]; further: Excerpt[]; furtherCount: number } {
  const known = new Set(said);
  const sentences = sentencesWith(hits).filter((sentence) => {
    const words = normalisedText(sentence);
    return known.has(words) ? false : known.add(words);
  });
  const first = foremost(sentences, most);
  for (const sentence of first) said.add(normalisedText(sentence));
  const rest = sentences.filter((sentence) => !first.includes(sentence));
  const words = new Map(spelt.map((hit) => [hit.term, hitText(hit)]));
  const make = (sentence: Sentence) => excerptOf(sentence, words);
  return {
    shown: first.map(make),
    further: rest.slice(0, FURTHER).map(make),
    furtherCount: rest.length,
  };
}
