/** The words that an entry rests on, and which of them its page quotes under 原文怎么说. */
import type { Entry, Library, Passage } from '../../library/types.ts';
import { joinPassages } from '../passages/passages.ts';
import { placesOf } from '../subjects/subjects.ts';
import { isDocument } from '../known-fields.ts';
import { sentenceAround } from '../../text/sentences.ts';
import { collectionLabels } from '../wording/labels.ts';

/** Passages that an entry rests on, the most telling first, as its author ordered them. */
export const evidencePassages = (library: Library, { evidence }: Entry): Passage[] =>
  joinPassages(evidence.map((quotation) => library.locate(quotation)));

/** Of these, what the page quotes under 原文怎么说: not what it quotes further below, under 部署与进展 or 各处怎么说. */
export function quotedPassages(library: Library, entry: Entry): Passage[] {
  if (isDocument(entry)) return [];
  const places = placesOf(library, entry.key).flatMap(({ quotation }) => quotation ?? []);
  const below = [...entry.statements, ...places].map((quotation) => library.locate(quotation));
  return evidencePassages(library, entry).filter(
    ({ block, start, end }) =>
      !below.some((one) => one.block === block && one.start < end && start < one.end),
  );
}

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
