/** 换页: where the original's pages ended in the midst of a paragraph, said once at the document's head. */
import { findNoted } from '../../library/relations/quotations.ts';
import type { Entry } from '../../library/types.ts';
import { blockLabel } from '../citation/citation.ts';

interface PageBreakView {
  /** The last words before it. */
  words: string;
  /** 第3段 */
  place: string;
  /** The paragraph's anchor. */
  id: string;
}

/** What is said around the places: of these places a page makes links. */
export const BREAKS_BEFORE = '原件在';
export const BREAKS_AFTER = '之后换页，今各合为一段，文字未改。';

/**
 * @returns the places in the order of the text; the label only where it is not that of the place before
 */
export function pageBreaks(entry: Entry): (PageBreakView & { again: boolean })[] {
  const found = entry.pageBreaks
    .map((pageBreak) => ({ words: pageBreak.on, passage: findNoted(entry, pageBreak) }))
    .flatMap(({ words, passage }) => (passage ? [{ words, passage }] : []))
    .map(({ words, passage: { block, start } }) => ({
      words,
      place: blockLabel(block),
      id: block.id,
      at: [entry.blocks.indexOf(block), start] as const,
    }))
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  return found.map(({ words, place, id }, i) => ({
    words,
    place,
    id,
    again: found[i - 1]?.id === id,
  }));
}
