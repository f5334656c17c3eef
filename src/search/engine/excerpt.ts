/** Hits → the sentences a reader is shown, with the hits marked and the paragraph they stand in. */
import { CLOSING, SENTENCE_END, sentenceAround } from '../../text/sentences.ts';
import { fold, wellFormed } from '../format/normalise.ts';
import type { Excerpt } from '../format/types.ts';
import type { Hit, ReadText } from './hits.ts';

/** Sentences kept beyond those that are shown at once. */
const FURTHER = 20;
const LEFT_OUT = { text: '……', hit: false };
/** Characters shown of a sentence, unless its hits are longer. */
const MOST = 76;
/** A sentence that is hardly longer is shown whole. */
const TOLERATED = 84;
/** Places shown of one sentence. */
const PLACES = 4;
/** What is left out between two places is at least this. */
const LEAST_LEFT_OUT = 4;

/** A sentence with its hits, as offsets into the text of its stretch. */
interface Sentence {
  stretch: ReadText;
  from: number;
  to: number;
  hits: Hit[];
}

/** The sentences that hold these hits, in the order of the hits, each with all of its own. */
function sentencesWith(hits: Hit[]): Sentence[] {
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
function normalisedText({ stretch, from, to }: Sentence): string {
  return fold(stretch.text.slice(from, to)).text;
}

const termsIn = ({ hits }: Sentence) => new Set(hits.map(({ term }) => term));

/**
 * The sentences to show first, best first: each in turn the one with the most terms that the ones before
 * lack, then with the most terms, then the earlier on the page. So a reader sees every term early, and of
 * a single term the page's own order.
 */
function foremost(sentences: Sentence[], most: number): Sentence[] {
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

type Window = [from: number, to: number];

/** The first hit of each term, in order. */
function focuses({ hits }: Sentence): Window[] {
  const first = hits.filter((hit, at) => hits.findIndex(({ term }) => term === hit.term) === at);
  return first.slice(0, PLACES).map(({ start, end }) => [start, end]);
}

/** No surrogate pair is cut, and no hit that the window touches. */
function widened([from, to]: Window, { stretch, hits }: Sentence): Window {
  for (const { start, end } of hits) {
    if (start < from && end > from) from = start;
    if (start < to && end > to) to = end;
  }
  if (/[\uDC00-\uDFFF]/.test(stretch.text[from] ?? '')) from--;
  if (/[\uDC00-\uDFFF]/.test(stretch.text[to] ?? '')) to++;
  return [from, to];
}

/** The parts of a sentence to show, in order: the whole of a short one. The first hit is in the first of them. */
function windowsOf(sentence: Sentence): Window[] {
  const { from, to } = sentence;
  if (to - from <= TOLERATED) return [[from, to]];
  const places = focuses(sentence);
  const hit = places.reduce((sum, [start, end]) => sum + end - start, 0);
  const room = Math.max(16, Math.floor((MOST - hit) / places.length));
  const windows: Window[] = [];
  for (const [start, end] of places) {
    const before = Math.min(start - from, Math.max(Math.floor(room / 2), room - (to - end)));
    const after = Math.min(to - end, room - before);
    const window = widened([start - before, end + after], sentence);
    const last = windows.at(-1);
    if (last && window[0] - last[1] < LEAST_LEFT_OUT) last[1] = Math.max(last[1], window[1]);
    else windows.push(window);
  }
  return windows;
}

/** A hit as it is spelt on the page; of a long one, its beginning. */
function hitText({ stretch, start, end }: Hit): string {
  return wellFormed(
    Array.from(stretch.text.slice(start, Math.min(end, start + 240)))
      .slice(0, 120)
      .join(''),
  );
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
  const unit = units[unitStarts.filter((start) => start <= first.start).length - 1]!;
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
