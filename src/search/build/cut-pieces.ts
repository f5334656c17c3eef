/**
 * Cuts the texts of a page into pieces. A piece is named by the positions that it answers for, so that a hit's position names
 * its piece; and it holds the sentences around them whole, as far as sentences go that a reader would be shown.
 */
import { SENTENCE_END } from '../../text/sentences.ts';
import { LONGEST_HIT, PIECE, type Piece, type PieceText } from '../format/index-files.ts';
import type { PageHead } from '../format/record.ts';
import { charactersBefore, type PlacedPage, type PlacedStretch } from './assign-positions.ts';

/** Characters of a sentence kept before a piece, and after it. */
const BEFORE = 160;
const AFTER = 320;
/** Characters shown of a page of which no sentence can be shown. */
const BEGINNING = 90;

/** Offset in the original text of the n-th character of the normal form; its end for one beyond the last. */
function offsetOf({ folded, points, text }: PlacedStretch, character: number): number {
  if (character >= points.length) return text.length;
  if (folded.text.length === points.length) return folded.starts[character]!;
  const unit = String.fromCodePoint(...points.slice(0, character)).length;
  return folded.starts[unit]!;
}

function cutText(placed: PlacedStretch, number: number, first: number, last: number): PieceText {
  const { text, stretch } = placed;
  let from = first === 0 ? 0 : offsetOf(placed, first);
  const floor = Math.max(0, from - BEFORE);
  while (from > floor && !SENTENCE_END.test(text[from - 1]!)) from--;
  let to = offsetOf(placed, last + LONGEST_HIT);
  const ceiling = Math.min(text.length, to + AFTER);
  while (to < ceiling && !SENTENCE_END.test(text[to]!)) to++;
  // The mark that ends the sentence, and what closes behind it.
  to = Math.min(text.length, to + 3);
  if (/[\uDC00-\uDFFF]/u.test(text[from] ?? '')) from--;
  if (/[\uDC00-\uDFFF]/u.test(text[to] ?? '')) to++;
  const units: PieceText['units'] = [];
  let start = 0;
  for (const { id, label, within, text: words } of stretch) {
    const end = start + words.length;
    if (end >= from && start < to) units.push(within ? [id, label, within] : [id, label]);
    start = end + 1;
  }
  const piece: PieceText = {
    stretch: number,
    position: placed.position + charactersBefore(placed, from),
    offset: from,
    text: text.slice(from, to),
    units,
  };
  const before = from > 0 && !SENTENCE_END.test(text[from - 1]!);
  if (before || to < text.length)
    piece.cut = { ...(before && { before }), ...(to < text.length && { after: true }) };
  return piece;
}

/** The page's first words after its title. */
function beginningOf({ record }: PlacedPage): string | undefined {
  const unit = record.stretches
    .flat()
    .find(({ text, id }) => id !== '' && text !== record.title && text.length > 8);
  const characters = Array.from(unit?.text ?? '');
  return characters.length > BEGINNING
    ? `${characters.slice(0, BEGINNING).join('')}……`
    : unit?.text;
}

/** The pieces of a page, in order. */
export function piecesOf(page: PlacedPage): Piece[] {
  const { url, title, kind, number, date, dateText, validity } = page.record;
  const { replacedBy, laterValidity } = page.record;
  const known = { number, date, dateText, validity, replacedBy, laterValidity };
  const head: PageHead = { url, title, kind, ...known };
  const beginning = beginningOf(page);
  const pieces: Piece[] = [];
  const of = Math.ceil(page.length / PIECE);
  for (let from = 0; from < page.length; from += PIECE) {
    const texts = page.stretches.flatMap((placed, number) => {
      const first = Math.max(0, from - placed.position);
      const last = Math.min(placed.points.length, from + PIECE - placed.position);
      return first < last ? [cutText(placed, number, first, last)] : [];
    });
    const named = texts.some(({ text, units }) => text === title || units[0]![0] === '');
    pieces.push({ page: head, ...(named && { beginning }), of, texts });
  }
  return pieces;
}
