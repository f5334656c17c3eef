/** Hits → the sentences a reader is shown, with the hits marked and the paragraph they stand in. */
import type { Hit, ReadStretch } from './hits.ts';

export interface Excerpt {
  /** Anchor of the unit that the first hit stands in; empty where it has none. */
  anchor: string;
  /** What a reader calls that unit. */
  label: string;
  /** The sentence, cut into what is marked and what is not. */
  parts: { text: string; hit: boolean }[];
  /** The hits as they are spelt on the page, to be marked there: the first of this sentence, and one of each other term. */
  hits: string[];
}

const SENTENCE_END = /[。！？；\n]/u;
const CLOSING = /["”’）》】」]/u;
/** Characters around a hit, where its sentence is longer. */
const REACH = 48;
const MOST = 160;

/** A hit as it is spelt on the page; of a long one, its beginning. */
function wordsOf({ stretch, start, end }: Hit): string {
  return Array.from(stretch.text.slice(start, Math.min(end, start + 240)))
    .slice(0, 120)
    .join('')
    .toWellFormed();
}

function sentenceAround({ text }: ReadStretch, start: number, end: number): [number, number] {
  let from = start;
  while (from > 0 && !SENTENCE_END.test(text[from - 1]!)) from--;
  let to = end;
  while (to < text.length && !SENTENCE_END.test(text[to]!)) to++;
  if (to < text.length && text[to] !== '\n') to++;
  while (to < text.length && CLOSING.test(text[to]!)) to++;
  while (from < start && CLOSING.test(text[from]!)) from++;
  if (to - from > MOST) {
    from = Math.max(from, start - REACH);
    to = Math.min(to, Math.max(end + REACH, from + MOST));
  }
  if (/[\uDC00-\uDFFF]/.test(text[from] ?? '')) from--;
  if (/[\uDC00-\uDFFF]/.test(text[to] ?? '')) to++;
  return [from, to];
}

function excerptOf(
  stretch: ReadStretch,
  hits: Hit[],
  from: number,
  to: number,
  spelt: Map<number, string>,
): Excerpt {
  const { text, units, unitStarts } = stretch;
  const first = hits[0]!;
  const unit = units[unitStarts.findLastIndex((start) => start <= first.start)]!;
  const parts: Excerpt['parts'] = [];
  const add = (start: number, end: number, hit: boolean) => {
    if (end > start) parts.push({ text: text.slice(start, end).replace(/\s+/g, ' '), hit });
  };
  const cutBefore =
    from > 0 && !SENTENCE_END.test(text[from - 1]!) && !CLOSING.test(text[from - 1]!);
  const cutAfter =
    to < text.length &&
    text[to] !== '\n' &&
    !SENTENCE_END.test(text[to - 1]!) &&
    !CLOSING.test(text[to - 1]!);
  if (cutBefore) parts.push({ text: '……', hit: false });
  let at = from;
  for (const { start, end } of hits) {
    if (end <= at) continue;
    const last = parts.at(-1);
    // Two terms that overlap are one mark.
    if (start < at && last?.hit) last.text += text.slice(at, end);
    else {
      add(at, start, false);
      add(start, end, true);
    }
    at = end;
  }
  add(at, to, false);
  if (cutAfter) parts.push({ text: '……', hit: false });
  const others = [...spelt].filter(([term]) => term !== first.term).map(([, words]) => words);
  return {
    anchor: unit.id,
    label: unit.label,
    parts,
    hits: [...new Set([wordsOf(first), ...others])],
  };
}

/**
 * The sentences of a page that hold hits, each once: first those that show the most of the query's
 * terms for the first time, so that every term is seen early; otherwise in the page's order.
 * `spelt` holds one hit of each term, to be marked on the page beside those of the sentence.
 */
export function excerpts(
  hits: Hit[],
  spelt: Hit[],
  most: number,
): { shown: Excerpt[]; further: Excerpt[]; furtherCount: number } {
  const sentences: { stretch: ReadStretch; from: number; to: number; hits: Hit[] }[] = [];
  for (const hit of hits) {
    const last = sentences.at(-1);
    if (last && last.stretch === hit.stretch && hit.end <= last.to) {
      last.hits.push(hit);
      continue;
    }
    const [from, to] = sentenceAround(hit.stretch, hit.start, hit.end);
    sentences.push({
      stretch: hit.stretch,
      from: last?.stretch === hit.stretch ? Math.max(from, Math.min(last.to, hit.start)) : from,
      to,
      hits: [hit],
    });
  }
  const seen = new Set<number>();
  const first: typeof sentences = [];
  for (const sentence of sentences) {
    if (first.length < most && sentence.hits.some(({ term }) => !seen.has(term)))
      first.push(sentence);
    if (first.includes(sentence)) sentence.hits.forEach(({ term }) => seen.add(term));
  }
  for (const sentence of sentences) {
    if (first.length < most && !first.includes(sentence)) first.push(sentence);
  }
  const words = new Map(spelt.map((hit) => [hit.term, wordsOf(hit)]));
  const make = (sentence: (typeof sentences)[number]) =>
    excerptOf(sentence.stretch, sentence.hits, sentence.from, sentence.to, words);
  const rest = sentences.filter((sentence) => !first.includes(sentence));
  const inOrder = sentences.filter((sentence) => first.includes(sentence));
  return {
    shown: inOrder.map(make),
    further: rest.slice(0, 20).map(make),
    furtherCount: rest.length,
  };
}
