/** Finds the terms of a query in the original words of a page: the proof that the page holds them. */
import type { Folded } from '../format/normalise.ts';
import type { Term } from './query.ts';

/** A text of a page, or a part of it, with its normal form. */
export interface ReadText {
  /** Position of the first character of its normal form. */
  position: number;
  units: { id: string; label: string; within: string }[];
  /** Offset in `text` where each unit begins. */
  unitStarts: number[];
  /** The units' texts, a line each. */
  text: string;
  folded: Folded;
  /** Whether there is more before it, or after it, of the sentence at its edge. */
  cutBefore: boolean;
  cutAfter: boolean;
}

export interface Hit {
  stretch: ReadText;
  /** Which term. */
  term: number;
  /** Offsets into the stretch's text. */
  start: number;
  end: number;
  /** It has the term's own signs: ① and not 1. */
  asTyped: boolean;
}

type Place = Pick<Hit, 'start' | 'end' | 'asTyped'>;

const ORDINAL = '第';
const MOST_HITS = 500;

/** Every place where a term stands in a stretch, in order, not overlapping. */
function* findTerm(term: Term, { folded }: ReadText): Generator<Place> {
  yield* findText(term, folded);
  // 第 at the end of a query also stands before a digit, where the normal form has left it out.
  if (term.text.endsWith(ORDINAL)) yield* findBeforeOrdinal(term, folded);
}

function* findText({ text, ordinalBefore, signs }: Term, folded: Folded): Generator<Place> {
  for (
    let at = folded.text.indexOf(text);
    at >= 0;
    at = folded.text.indexOf(text, at + text.length)
  ) {
    const ordinal = ordinalBefore ? folded.ordinals.get(at) : undefined;
    const asTyped =
      signs.length > 0 && signs.every((one) => folded.signs.get(at + one.at) === one.sign);
    yield {
      start: ordinal ?? folded.starts[at]!,
      end: folded.ends[at + text.length - 1]!,
      asTyped,
    };
  }
}

function* findBeforeOrdinal({ text, ordinalBefore }: Term, folded: Folded): Generator<Place> {
  const needle = text.slice(0, -1);
  for (const [digit, ordinal] of folded.ordinals) {
    const at = digit - needle.length;
    if (at < 0 || !folded.text.startsWith(needle, at)) continue;
    const before = ordinalBefore ? folded.ordinals.get(at) : undefined;
    const start = needle === '' ? ordinal : (before ?? folded.starts[at]!);
    yield { start, end: ordinal + 1, asTyped: false };
  }
}

/**
 * All hits in these texts, in the order of the texts; a term that stands nowhere has none. Where a term stands with
 * its own signs, its places without them are no hits.
 */
export function findHits(terms: Term[], texts: ReadText[]): Hit[] {
  const hits = terms.flatMap((term, number) => {
    const own = texts.flatMap((stretch) =>
      [...findTerm(term, stretch)].map((place) => ({ stretch, term: number, ...place })),
    );
    const asTyped = own.filter((hit) => hit.asTyped);
    return (asTyped.length > 0 ? asTyped : own).slice(0, MOST_HITS);
  });
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
