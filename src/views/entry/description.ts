/** The one sentence that a page says of itself to those who have not opened it. */
import { sentenceAround } from '../../text/sentences.ts';
import type { Entry } from '../../library/types.ts';
import { collectionLabels } from '../wording/labels.ts';

/** As much as search engines and cards show. */
const LONGEST = 160;

const cut = (words: string): string =>
  [...words].length > LONGEST ? `${[...words].slice(0, LONGEST - 1).join('')}…` : words;

/**
 * @param entry any entry
 * @returns its summary; without one, the first sentence of its own text, else the first words it rests on;
 *   for an entry of which only the name is known, its kind and name
 */
export function descriptionOf(entry: Entry): string {
  if (entry.summary) return entry.summary;
  const paragraphs = entry.blocks.filter(({ number, text }) => number !== undefined && text.trim());
  const first = paragraphs.find(({ text }) => /[。；！？]/u.test(text)) ?? paragraphs[0];
  if (first) {
    const { start, end } = sentenceAround(first.text, 0, 1);
    return cut(first.text.slice(start, end).trim());
  }
  const quoted = entry.evidence[0]?.quote;
  return cut(quoted ?? `${collectionLabels[entry.collection]}：${entry.title}`);
}
