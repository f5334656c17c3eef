/** 目录: the headings of a document, and under each the documents and measures it deals with. */
import type { Entry, Library } from '../library/types.ts';
import { measureTree } from './measure-tree.ts';

export interface OutlineItem {
  text: string;
  /** Anchor on the document's page. */
  id: string;
  depth: number;
  parts: { text: string; id: string }[];
}

/** The longest a list of parts may be before it says less than the text. */
const MOST_PARTS = 5;

/**
 * A document's outline.
 * @returns an empty list for a text without headings
 */
export function outlineOf(library: Library, document: Entry): OutlineItem[] {
  const items: OutlineItem[] = [];
  const parts = landmarks(library, document);
  for (const block of document.blocks) {
    if (block.kind === 'heading' && (block.depth ?? 2) > 1)
      items.push({ text: block.text, id: block.id, depth: block.depth ?? 2, parts: [] });
    else items.at(-1)?.parts.push(...(parts.get(block.id) ?? []));
  }
  return items.map((item) => ({ ...item, parts: item.parts.slice(0, MOST_PARTS) }));
}

/** Measures that have parts of their own, at the first paragraph that shows them. */
function landmarks(library: Library, document: Entry): Map<string, OutlineItem['parts']> {
  const found = new Map<string, OutlineItem['parts']>();
  const walk = (nodes: ReturnType<typeof measureTree>, depth: number): void => {
    for (const { entry, parts } of nodes) {
      const evidence = entry.evidence.find((quotation) => quotation.in === document.key);
      if (!evidence || parts.length < 3) continue;
      const { id } = library.locate(evidence).block;
      const here = found.get(id) ?? [];
      found.set(id, [...here, { text: entry.title, id }]);
      if (depth < 1) walk(parts, depth + 1);
    }
  };
  walk(measureTree(library.list('measures')), 0);
  return found;
}
