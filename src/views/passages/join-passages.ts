/** Passages that an author quoted one by one, shown as one where the text runs on. */
import type { Library, Passage } from '../../library/types.ts';
import { compareText } from '../../library/order.ts';

/** By document, then block by block, then in the order of the words. */
const byPlace =
  (library: Library) =>
  (a: Passage, b: Passage): number => {
    if (a.document !== b.document) return compareText(a.document, b.document);
    const { blocks } = library.get(a.document);
    return blocks.indexOf(a.block) - blocks.indexOf(b.block) || a.start - b.start;
  };

/**
 * Joins passages that follow on one another in a paragraph, but for a mark between them.
 * @param passages in the order of their author
 * @returns the joined ones; what the author put first stays first
 */
export function joinPassages(library: Library, passages: Passage[]): Passage[] {
  const compare = byPlace(library);
  const inPlace = passages
    .map((passage, rank) => ({ passage, rank }))
    .toSorted((a, b) => compare(a.passage, b.passage));
  const joined: typeof inPlace = [];
  for (const { passage, rank } of inPlace) {
    const last = joined.at(-1);
    const follows = last?.passage.block === passage.block && passage.start - last.passage.end <= 1;
    if (!last || !follows) joined.push({ passage: { ...passage }, rank });
    else {
      last.rank = Math.min(last.rank, rank);
      last.passage.end = Math.max(last.passage.end, passage.end);
      last.passage.sentenceEnd = Math.max(last.passage.sentenceEnd, passage.sentenceEnd);
    }
  }
  return joined.toSorted((a, b) => a.rank - b.rank).map(({ passage }) => passage);
}
