/** Finds the terms of a query in the original words of a page: the proof that the page holds them. */
import type { Folded } from '../../format/normalise.ts';
import type { ReadText } from './page-texts.ts';
import type { Term } from '../ranking/query.ts';

export interface Hit {
  stretch: ReadText;
  /** Which term. */
  term: number;
  /** Offsets into the stretch's text. */
  start: number;
  end: number;
}

const ORDINAL = '第';
const MOST_HITS = 500;

/** Every place where a term stands in a stretch, in order, not overlapping. */
function* findTerm(
  { text, ordinalBefore }: Term,
  { folded }: ReadText,
): Generator<[start: number, end: number]> {
  yield* findText(text, folded, ordinalBefore);
  // 第 at the end of a query also stands before a digit, where the normal form has left it out.
  if (text.endsWith(ORDINAL)) yield* findBeforeOrdinal(text.slice(0, -1), folded, ordinalBefore);
}

function* findText(
  needle: string,
  folded: Folded,
  ordinalBefore: boolean,
): Generator<[number, number]> {
  for (
    let at = folded.text.indexOf(needle);
    at >= 0;
    at = folded.text.indexOf(needle, at + needle.length)
  ) {
    const ordinal = ordinalBefore ? folded.ordinals.get(at) : undefined;
    yield [ordinal ?? folded.starts[at]!, folded.ends[at + needle.length - 1]!];
  }
}

function* findBeforeOrdinal(
  needle: string,
  folded: Folded,
  ordinalBefore: boolean,
): Generator<[number, number]> {
  for (const [digit, ordinal] of folded.ordinals) {
    const at = digit - needle.length;
    if (at < 0 || !folded.text.startsWith(needle, at)) continue;
    const before = ordinalBefore ? folded.ordinals.get(at) : undefined;
    yield [needle === '' ? ordinal : (before ?? folded.starts[at]!), ordinal + 1];
  }
}

/** All hits in these texts, in the order of the texts; a term that stands nowhere has none. */
export function findHits(terms: Term[], texts: ReadText[]): Hit[] {
  const hits: Hit[] = [];
  for (const [index, term] of terms.entries()) {
    const before = hits.length;
    for (const stretch of texts) {
      for (const [start, end] of findTerm(term, stretch)) {
        if (hits.length - before < MOST_HITS) hits.push({ stretch, term: index, start, end });
      }
    }
  }
  const order = new Map(texts.map((text, at) => [text, at]));
  return hits.sort(
    (one, other) =>
      order.get(one.stretch)! - order.get(other.stretch)! ||
      one.start - other.start ||
      one.end - other.end,
  );
}

/** Position of a hit in its page. */
export function positionOf({ stretch: { folded, position }, start }: Hit): number {
  const unit = folded.starts.findIndex((at) => at >= start);
  return position + Array.from(folded.text.slice(0, unit)).length;
}
