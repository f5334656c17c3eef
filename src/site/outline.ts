/** 目录: the headings of a document, and under each the measures that it deals with at length. */
import type { Entry, EntryKey, Library } from '../library/types.ts';
import { measureRoots, type MeasureNode } from './measure-tree.ts';
import { once } from './once.ts';

export interface OutlineItem {
  text: string;
  /** Anchor on the document's page. */
  id: string;
  depth: number;
  parts: { text: string; id: string }[];
}

/** The longest a list of parts may be before it says less than the text. */
const MOST_PARTS = 5;
/** A measure with fewer parts is no landmark. */
const FEWEST_PARTS = 3;
/** Landmarks are sought among measures and their parts, and no deeper. */
const LEVELS = 2;

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
  return items.map((item) => ({ ...item, parts: item.parts.slice(0, MOST_PARTS) }));
}

/** By document and block: measures with parts of their own, at the first paragraph that shows them. */
const landmarks = once((library): Map<EntryKey, Map<string, OutlineItem['parts']>> => {
  const found = new Map<EntryKey, Map<string, OutlineItem['parts']>>();
  const add = (document: EntryKey, part: OutlineItem['parts'][number]): void => {
    const blocks = found.get(document) ?? new Map<string, OutlineItem['parts']>();
    found.set(document, blocks.set(part.id, [...(blocks.get(part.id) ?? []), part]));
  };
  const walk = ({ entry, parts }: MeasureNode, level: number, within?: Set<EntryKey>): void => {
    if (parts.length < FEWEST_PARTS) return;
    const first = new Map(
      entry.evidence.toReversed().map((quotation) => [quotation.in, quotation]),
    );
    const shown = new Set([...first.keys()].filter((document) => within?.has(document) ?? true));
    for (const document of shown)
      add(document, { text: entry.title, id: library.locate(first.get(document)!).block.id });
    if (level < LEVELS) for (const part of parts) walk(part, level + 1, shown);
  };
  for (const root of measureRoots(library)) walk(root, 1);
  return found;
});
