/** 目录: the headings of a document, and under each the measures that it states. */
import type { Entry, EntryKey, Library } from '../library/types.ts';
import { measureRoots } from './measure-tree.ts';
import { once } from './once.ts';

export interface OutlineItem {
  text: string;
  /** Anchor on the document's page. */
  id: string;
  depth: number;
  parts: { text: string; id: string }[];
}

/** A longer list says less than the text. Parts are siblings: all are listed, or none. */
const MOST_PARTS = 16;

/**
 * A document's outline.
 * @returns an empty list for a text without headings
 */
export function outlineOf(library: Library, document: Entry): OutlineItem[] {
  const items: OutlineItem[] = [];
  const parts = landmarks(library).get(document.key);
  for (const block of document.blocks) {
    if (block.kind === 'heading' && (block.depth ?? 2) > 1)
      items.push({ text: block.text, id: block.id, depth: block.depth ?? 2, parts: [] });
    else items.at(-1)?.parts.push(...(parts?.get(block.id) ?? []));
  }
  return items.map((item) => (item.parts.length > MOST_PARTS ? { ...item, parts: [] } : item));
}

/** By document and block: measures that are part of no other, at the first paragraph that shows them. */
const landmarks = once((library): Map<EntryKey, Map<string, OutlineItem['parts']>> => {
  const found = new Map<EntryKey, Map<string, OutlineItem['parts']>>();
  const add = (document: EntryKey, part: OutlineItem['parts'][number]): void => {
    const blocks = found.get(document) ?? new Map<string, OutlineItem['parts']>();
    found.set(document, blocks.set(part.id, [...(blocks.get(part.id) ?? []), part]));
  };
  for (const { entry } of measureRoots(library)) {
    const first = new Map(
      entry.evidence.toReversed().map((quotation) => [quotation.in, quotation]),
    );
    for (const [document, quotation] of first)
      add(document, { text: entry.title, id: library.locate(quotation).block.id });
  }
  return found;
});
