/** A page's texts and names in their normal form, each with the position where it begins (see `format/tokens.ts`). */
import { shortForms } from '../../library/names/names.ts';
import { fold, type Folded, type FoldTable } from '../format/normalise.ts';
import { DOCUMENT_KINDS, type PageRecord, type Stretch } from '../format/record.ts';
import { namePosition, pointsOf } from '../format/tokens.ts';

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

export type PlacedName = Pick<PlacedStretch, 'folded' | 'points' | 'position'>;

export interface PlacedPage {
  record: PageRecord;
  stretches: PlacedStretch[];
  names: PlacedName[];
  /** Positions taken by texts. */
  length: number;
}

/** How many characters of a text's normal form stand before an offset into the text. */
export function charactersBefore({ folded, points }: PlacedStretch, offset: number): number {
  const { starts, text } = folded;
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return text.length === points.length ? low : [...text.slice(0, low)].length;
}

/** Title, number, aliases, and the short forms of a document's title, each once. */
function namesOf({ title, number, aliases, kind }: PageRecord): string[] {
  const short = DOCUMENT_KINDS.includes(kind) ? shortForms(title) : [];
  return [...new Set([title, number ?? '', ...aliases, ...short])].filter((name) => name !== '');
}

/** The record with a text for each name that does not stand on the page, so that it is found by it all the same. */
export function withNames(record: PageRecord): PageRecord {
  const printed = record.stretches.map(
    (stretch) => fold(stretch.map((unit) => unit.text).join('')).text,
  );
  const missing = namesOf(record).filter(
    (name) => !printed.some((text) => text.includes(fold(name).text)),
  );
  const label = (name: string) =>
    name === record.title ? '标题' : name === record.number ? '文号' : '又称';
  const added = missing.map((name): Stretch => [{ id: '', label: label(name), text: name }]);
  return { ...record, stretches: [...record.stretches, ...added] };
}

/** @param table Traditional → Simplified, as it will be applied to queries */
export function assignPositions(record: PageRecord, table: FoldTable): PlacedPage {
  let length = 0;
  const stretches = record.stretches.map((stretch): PlacedStretch => {
    const text = stretch.map((unit) => unit.text).join('\n');
    const folded = fold(text, table);
    const points = pointsOf(folded.text);
    const position = length;
    length += points.length + 1;
    return { stretch, text, folded, points, position };
  });
  const names = namesOf(record).flatMap((name, number): PlacedName[] => {
    const folded = fold(name, table);
    const points = pointsOf(folded.text);
    const position = namePosition(number, points.length);
    return position === undefined ? [] : [{ folded, points, position }];
  });
  return { record, stretches, names, length };
}
