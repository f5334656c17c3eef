/** 换页: where the original's pages ended in the midst of a paragraph, said once at the document's head. */
import { findNoted } from '../../library/relations/quotations.ts';
import type { Block, Entry } from '../../library/types.ts';

/** What is said around the places: of these places a page makes links. */
export const BREAKS_BEFORE = '原件在';
export const BREAKS_AFTER = '之后换页，今各合为一段，文字未改。';

/** @returns the last words before each, with the paragraph that holds them, in the order of their author */
export const pageBreaks = (entry: Entry): { words: string; block: Block }[] =>
  entry.pageBreaks.flatMap((pageBreak) => {
    const block = findNoted(entry, pageBreak)?.block;
    return block ? [{ words: pageBreak.on, block }] : [];
  });
