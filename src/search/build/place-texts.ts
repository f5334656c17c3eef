/**
 * A page's texts and names in their normal form, each with the position where it begins (see `format/tokens.ts`), and the texts
 * in pieces, each named by the positions that it answers for, so that a hit's position names its piece.
 */
import { shortForms } from '../../library/names/names.ts';
import {
  DOCUMENT_KINDS,
  pieceAt,
  type PageHead,
  type PageRecord,
  type Piece,
  type Unit,
} from '../format/index-files.ts';
import { fold, type Folded, type FoldTable } from '../format/normalise.ts';
import { namePosition, pointsOf } from '../format/tokens.ts';

export interface PlacedText {
  folded: Folded;
  /** The characters of the normal form, and where in the original each comes from. */
  points: number[];
  starts: number[];
  /** Position of the first of them. */
  position: number;
}

/** A text with its units, and where in it, a line a unit, each begins. */
export type PlacedUnits = PlacedText & { units: (Unit & { offset: number })[] };

export interface PlacedPage {
  record: PageRecord;
  texts: PlacedUnits[];
  names: PlacedText[];
  /** Positions taken by texts. */
  length: number;
}

/** The position of an offset into the original of a text: how many characters of the normal form stand before it. */
export function positionAt({ starts, position }: PlacedText, offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return position + low;
}

/** Title, number, aliases, and the short forms of a document's title, each once. */
function namesOf({ title, number, aliases, kind }: PageRecord): string[] {
  const short = DOCUMENT_KINDS.includes(kind) ? shortForms(title) : [];
  return [...new Set([title, number ?? '', ...aliases, ...short])].filter((name) => name !== '');
}

/** The record with a text for each name that does not stand on the page, so that it is found by it all the same. */
export function withNames(record: PageRecord): PageRecord {
  const printed = record.texts.map((units) => fold(units.map(({ text }) => text).join('')).text);
  const missing = namesOf(record).filter(
    (name) => !printed.some((text) => text.includes(fold(name).text)),
  );
  const label = (name: string) =>
    name === record.title ? '标题' : name === record.number ? '文号' : '又称';
  const added = missing.map((name) => [{ id: '', label: label(name), text: name }]);
  return { ...record, texts: [...record.texts, ...added] };
}

function foldedText(text: string, table: FoldTable): Omit<PlacedText, 'position'> {
  const folded = fold(text, table);
  const starts = folded.starts.filter((_, at) => !/[\uDC00-\uDFFF]/.test(folded.text[at]!));
  return { folded, points: pointsOf(folded.text), starts };
}

/** @param table Traditional → Simplified, as it will be applied to queries */
export function placeTexts(record: PageRecord, table: FoldTable): PlacedPage {
  let length = 0;
  const texts = record.texts.map((text): PlacedUnits => {
    let next = 0;
    const units = text.map((unit) => {
      const offset = next;
      next += unit.text.length + 1;
      return { ...unit, offset };
    });
    const placed = foldedText(text.map((unit) => unit.text).join('\n'), table);
    const position = length;
    length += placed.points.length + 1;
    return { ...placed, units, position };
  });
  const names = namesOf(record).flatMap((name, number): PlacedText[] => {
    const placed = foldedText(name, table);
    const position = namePosition(number, placed.points.length);
    return position === undefined ? [] : [{ ...placed, position }];
  });
  return { record, texts, names, length };
}

/** Characters shown of a page of which no sentence can be shown. */
const BEGINNING = 90;

/** The page's first words after its title. */
function beginningOf({ texts, title }: PageRecord): string | undefined {
  const unit = texts.flat().find(({ text, id }) => id !== '' && text !== title && text.length > 8);
  const characters = Array.from(unit?.text ?? '');
  return characters.length > BEGINNING
    ? `${characters.slice(0, BEGINNING).join('')}……`
    : unit?.text;
}

/** The pieces of a page, in order: each holds the units that begin at its positions. */
export function piecesOf({ record, texts, length }: PlacedPage): Piece[] {
  const { url, title, kind, about } = record;
  const page: PageHead = { url, title, kind, about };
  const of = pieceAt(length) + 1;
  const pieces = Array.from({ length: of }, (): Piece => ({ page, of, texts: [] }));
  for (const [text, placed] of texts.entries())
    for (const [firstUnit, { id, label, text: words, within, offset }] of placed.units.entries()) {
      const position = positionAt(placed, offset);
      const piece = pieces[pieceAt(position)]!;
      if (piece.texts.at(-1)?.text !== text)
        piece.texts.push({ text, firstUnit, position, units: [] });
      piece.texts.at(-1)!.units.push(within ? [id, label, words, within] : [id, label, words]);
      if (words === title || id === '') piece.beginning = beginningOf(record);
    }
  return pieces;
}
