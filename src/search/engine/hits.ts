/** Finds the terms of a query in the original words of a page: the proof that the page holds them. */
import { fold, type Folded, type FoldTable } from '../normalise.ts';
import type { PageRecord, Unit } from '../record.ts';
import type { Term } from './query.ts';

/** One text of a page, with its normal form. */
export interface ReadStretch {
  units: Unit[];
  /** Offset in `text` where each unit begins. */
  unitStarts: number[];
  /** The units' texts, a line each. */
  text: string;
  folded: Folded;
}

export interface Hit {
  stretch: ReadStretch;
  /** Which term. */
  term: number;
  /** Offsets into the stretch's text. */
  start: number;
  end: number;
}

const ORDINAL = '第';
const MOST_HITS = 500;
const read = new WeakMap<PageRecord, ReadStretch[]>();

/** A page's texts made ready for finding; kept with the record. */
export function readStretches(record: PageRecord, table: FoldTable): ReadStretch[] {
  let stretches = read.get(record);
  if (!stretches) {
    stretches = record.stretches.map((units) => {
      const unitStarts: number[] = [];
      let length = 0;
      for (const unit of units) {
        unitStarts.push(length);
        length += unit.text.length + 1;
      }
      const text = units.map((unit) => unit.text).join('\n');
      return { units, unitStarts, text, folded: fold(text, table) };
    });
    read.set(record, stretches);
  }
  return stretches;
}

/** Every place where a term stands in a stretch, in order, not overlapping. */
function* findTerm(
  { text, ordinalBefore }: Term,
  { folded }: ReadStretch,
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

/** All hits on a page in the order of its texts, or nothing if a term does not stand on it. */
export function findHits(terms: Term[], stretches: ReadStretch[]): Hit[] | undefined {
  const hits: Hit[] = [];
  for (const [index, term] of terms.entries()) {
    const before = hits.length;
    for (const stretch of stretches) {
      for (const [start, end] of findTerm(term, stretch)) {
        if (hits.length - before < MOST_HITS) hits.push({ stretch, term: index, start, end });
      }
    }
    if (hits.length === before) return undefined;
  }
  const order = new Map(stretches.map((stretch, at) => [stretch, at]));
  return hits.sort(
    (one, other) =>
      order.get(one.stretch)! - order.get(other.stretch)! ||
      one.start - other.start ||
      one.end - other.end,
  );
}
