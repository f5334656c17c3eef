/** Quotations: where the quoted words stand, and what was probably meant when they do not. */
import { push } from '../maps.ts';
import { distance } from 'fastest-levenshtein';
import { sentenceAround } from '../../text/sentences.ts';
import type { Block, EditorialNote, Entry, EntryKey, Passage, Quotation } from '../types.ts';

/** Makes a passage of a range in a block. */
export function passage(document: Entry, block: Block, start: number, end: number): Passage {
  const sentence = sentenceAround(block.text, start, end);
  return {
    document: document.key,
    block,
    start,
    end,
    sentenceStart: sentence.start,
    sentenceEnd: sentence.end,
  };
}

function firstPassage(document: Entry, quote: string): Passage | null {
  for (const block of document.blocks) {
    const start = block.text.indexOf(quote);
    if (start >= 0) return passage(document, block, start, start + quote.length);
  }
  return null;
}

/** Where words stand in a document, by document: an entry does not change, and is asked again and again. */
const found = new WeakMap<Entry, Map<string, Passage | null>>();

/**
 * Finds the first place where the exact words stand, within one paragraph.
 * @returns null where they do not
 */
export function findQuotation(document: Entry, quote: string): Passage | null {
  let passages = found.get(document);
  if (!passages) found.set(document, (passages = new Map()));
  let place = passages.get(quote);
  if (place === undefined) passages.set(quote, (place = firstPassage(document, quote)));
  return place;
}

/**
 * Finds the words that a note, or the end of a page, is on.
 * @returns null where they do not stand in the document
 */
export function findNoted(
  document: Entry,
  { on, within = on }: Omit<EditorialNote, 'note'>,
): Passage | null {
  const around = findQuotation(document, within);
  const inside = within.indexOf(on);
  if (!around || inside < 0) return null;
  const start = around.start + inside;
  return passage(document, around.block, start, start + on.length);
}

/** The share of adjacent pairs of characters that two texts have in common: cheap, and good enough to rank. */
function overlap(pairs: Set<string>, text: string): number {
  let common = 0;
  for (const pair of pairs) if (text.includes(pair)) common++;
  return common;
}

/**
 * The wording nearest to words that are not in the document: for an error message.
 * @returns a stretch of the document about as long as the quotation, or null when nothing is near
 */
export function closestPassage(document: Entry, quotation: Quotation): string | null {
  const { quote } = quotation;
  const pairs = new Set(Array.from({ length: quote.length - 1 }, (_, i) => quote.slice(i, i + 2)));
  let best: { block: Block; score: number } | null = null;
  for (const block of document.blocks) {
    const score = overlap(pairs, block.text);
    if (score > (best?.score ?? 0)) best = { block, score };
  }
  if (!best) return null;
  const { text } = best.block;
  let nearest = { at: 0, cost: Infinity };
  for (let at = 0; at <= Math.max(0, text.length - quote.length); at++) {
    const cost = distance(quote, text.slice(at, at + quote.length));
    if (cost < nearest.cost) nearest = { at, cost };
  }
  return text.slice(nearest.at, nearest.at + quote.length);
}

/** Every quotation that an entry gives of the library's documents: its evidence, of its figures, states and relations. */
export const quotationsOf = (entry: Entry): Quotation[] => [
  ...entry.evidence,
  ...entry.awards,
  ...entry.targets,
  ...entry.statements,
  ...entry.relations.flatMap(({ quotation }) => quotation ?? []),
];

/**
 * Which entries rest on words of which block.
 * @returns of each block of a document the other entries that quote it as evidence, of an award, a target or a state
 */
export function collectQuoting(entries: ReadonlyMap<EntryKey, Entry>): Map<Block, Entry[]> {
  const quoting = new Map<Block, Entry[]>();
  for (const entry of entries.values()) {
    const blocks = new Set<Block>();
    const { evidence, awards, targets, statements } = entry;
    for (const quotation of [...evidence, ...awards, ...targets, ...statements]) {
      const document = entries.get(quotation.in);
      const found = document && findQuotation(document, quotation.quote);
      if (found && document !== entry) blocks.add(found.block);
    }
    for (const block of blocks) push(quoting, block, entry);
  }
  return quoting;
}
