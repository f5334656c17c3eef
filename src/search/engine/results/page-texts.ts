/** The pieces of a page that were loaded, joined to texts in which hits are found. */
import { unitsOf, type Piece, type PieceText } from '../../build/pieces.ts';
import { fold, type Folded, type FoldTable } from '../../format/normalise.ts';

/** A text of a page, or a part of it, with its normal form. */
export interface ReadText {
  /** Position of the first character of its normal form. */
  position: number;
  units: { id: string; label: string }[];
  /** Offset in `text` where each unit begins. */
  unitStarts: number[];
  /** The units' texts, a line each. */
  text: string;
  folded: Folded;
  /** Whether there is more before it, or after it, of the sentence at its edge. */
  cutBefore: boolean;
  cutAfter: boolean;
}

type Part = Omit<PieceText, 'units'> & { units: ReturnType<typeof unitsOf> };

/** The first part with what the second adds to it; nothing when they do not touch. */
function joined(one: Part, other: Part): Part | undefined {
  const end = one.offset + one.text.length;
  if (one.stretch !== other.stretch || other.offset > end) return undefined;
  const known = new Set(one.units.map(({ id, label }) => `${id}\n${label}`));
  const shift = other.offset - one.offset;
  const cut = {
    ...(one.cut?.before && { before: true }),
    ...(other.cut?.after && { after: true }),
  };
  return {
    ...one,
    text: one.text + other.text.slice(end - other.offset),
    units: [
      ...one.units,
      ...other.units
        .filter(({ id, label }) => !known.has(`${id}\n${label}`))
        .map((unit) => ({ ...unit, at: unit.at + shift })),
    ],
    cut: cut as Part['cut'],
  };
}

/** @param pieces of one page, in ascending order */
export function readTexts(pieces: Piece[], table: FoldTable): ReadText[] {
  const parts: Part[] = [];
  for (const text of pieces.flatMap(({ texts }) => texts)) {
    const part = { ...text, units: unitsOf(text) };
    const at = parts.findLastIndex(({ stretch }) => stretch === part.stretch);
    const both = at < 0 ? undefined : joined(parts[at]!, part);
    if (both) parts[at] = both;
    else parts.push(part);
  }
  return parts.map(({ position, text, units, cut }) => ({
    position,
    text,
    units,
    unitStarts: units.map(({ at }) => at),
    folded: fold(text, table),
    cutBefore: cut?.before === true,
    cutAfter: cut?.after === true,
  }));
}
