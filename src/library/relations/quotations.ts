/** Quotations: where the quoted words stand, and what was probably meant when they do not. */
import { distance } from 'fastest-levenshtein';
import { sentenceAround } from '../../text/sentences.ts';
import type { Block, Entry, PageBreak, Passage, Quotation } from '../types.ts';

/** Every quotation that an entry gives of the library's documents: its evidence, of its figures, states and relations. */
export const quotationsOf = (entry: Entry): Quotation[] => [
  ...entry.evidence,
  ...entry.awards,
  ...entry.targets,
  ...entry.statements,
  ...entry.relations.flatMap(({ quotation }) => quotation ?? []),
];

/** Makes a passage of a range in a block. */
export function passage(document: Entry, block: Block, start: number, end: number): Passage {
  const { start: sentenceStart, end: sentenceEnd } = sentenceAround(block.text, start, end);
  return { document: document.key, block, start, end, sentenceStart, sentenceEnd };
}

/**
 * Finds the first place where the exact words stand, within one paragraph.
 * @returns null where they do not
 */
export function findQuotation(document: Entry, quote: string): Passage | null {
  const block = document.blocks.find(({ text }) => text.includes(quote));
  if (!block) return null;
  const start = block.text.indexOf(quote);
  return passage(document, block, start, start + quote.length);
}

/**
 * Finds the words that a note, or the end of a page, is on.
 * @returns null where they do not stand in the document
 */
export function findNoted(document: Entry, { on, within = on }: PageBreak): Passage | null {
  const around = findQuotation(document, within);
  const inside = within.indexOf(on);
  if (!around || inside < 0) return null;
  const start = around.start + inside;
  return passage(document, around.block, start, start + on.length);
}

/**
 * The wording nearest to words that are not in the document: for an error message.
 * @returns a stretch of the document about as long as the quotation, or null when nothing is near
 */
export function closestPassage(document: Entry, quote: string): string | null {
  // The block with which it has the most adjacent pairs of characters in common: cheap, and good enough to rank.
  const pairs = new Set(Array.from({ length: quote.length - 1 }, (_, i) => quote.slice(i, i + 2)));
  let best = { text: '', common: 0 };
  for (const { text } of document.blocks) {
    const common = [...pairs].filter((pair) => text.includes(pair)).length;
    if (common > best.common) best = { text, common };
  }
  if (best.common === 0) return null;
  let nearest = { words: '', cost: Infinity };
  for (let at = 0; at <= Math.max(0, best.text.length - quote.length); at++) {
    const words = best.text.slice(at, at + quote.length);
    const cost = distance(quote, words);
    if (cost < nearest.cost) nearest = { words, cost };
  }
  return nearest.words;
}
