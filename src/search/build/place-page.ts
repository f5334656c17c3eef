/** A page's texts and names in their normal form, each with the position where it begins. */
import { fold, type Folded, type FoldTable } from '../format/normalise.ts';
import { GAP, namePosition } from '../format/positions.ts';
import { pointsOf } from '../format/tokens.ts';
import { namesOf } from './records/names.ts';
import type { PageRecord, Stretch } from './records/record.ts';

export interface PlacedStretch {
  stretch: Stretch;
  /** The units' texts, a line each. */
  text: string;
  folded: Folded;
  /** The characters of the normal form. */
  points: number[];
  /** Position of the first of them. */
  position: number;
}

export interface PlacedPage {
  record: PageRecord;
  stretches: PlacedStretch[];
  names: { points: number[]; position: number }[];
  /** Positions taken by texts. */
  length: number;
}

/** @param table Traditional → Simplified, as it will be applied to queries */
export function placePage(record: PageRecord, table: FoldTable): PlacedPage {
  let length = 0;
  const stretches = record.stretches.map((stretch): PlacedStretch => {
    const text = stretch.map((unit) => unit.text).join('\n');
    const folded = fold(text, table);
    const points = pointsOf(folded.text);
    const position = length;
    length += points.length + GAP;
    return { stretch, text, folded, points, position };
  });
  const names = namesOf(record).flatMap((name, number) => {
    const points = pointsOf(fold(name, table).text);
    const position = namePosition(number, points.length);
    return position === undefined ? [] : [{ points, position }];
  });
  return { record, stretches, names, length };
}
