/** 目录: the headings of a document, and under each its articles and the measures that it states. */
import { unitsIn } from '../../library/structures.ts';
import type { Block, Entry, Library } from '../../library/types.ts';
import { anchorOf, type StructuralUnit, type UnitKind } from '../../text/structure/units.ts';
import { measureRoots } from '../measures/measures.ts';
import { memoizeByLibrary, push } from '../../library/maps.ts';

export interface OutlineItem {
  text: string;
  /** Anchor on the document's page. */
  id: string;
  depth: number;
  parts: { text: string; id: string }[];
  /** Anchors of its 条, which end with their numbers. */
  articles: string[];
}

/** A longer list says less than the text. Parts are siblings: all are listed, or none. */
const MOST_PARTS = 16;

/**
 * A document's outline.
 * @returns an empty list for a text without headings
 */
export function outlineOf(library: Library, document: Entry): OutlineItem[] {
  const items: OutlineItem[] = [];
  const parts = landmarks(library);
  for (const block of document.blocks) {
    const units = unitsIn(document, block);
    const heading = headingOf(block, units);
    if (heading) items.push({ ...heading, parts: [], articles: [] });
    else items.at(-1)?.parts.push(...(parts.get(`${document.key}#${block.id}`) ?? []));
    for (const unit of units.filter(({ kind }) => kind === 'article')) {
      if (items.length === 0)
        items.push({ text: '条文', id: unit.id, depth: 2, parts: [], articles: [] });
      items.at(-1)!.articles.push(unit.id);
    }
  }
  return items.map((item) => (item.parts.length > MOST_PARTS ? { ...item, parts: [] } : item));
}

/** What stands in an outline though it is set as a paragraph, and how deep. */
const DEPTHS: Partial<Record<UnitKind, number>> = {
  annex: 2,
  book: 2,
  subbook: 2,
  division: 2,
  chapter: 2,
  section: 3,
  heading: 2,
};

/** A block that is a heading by its mark, or by the number that it begins with. */
function headingOf(
  block: Block,
  [unit]: readonly StructuralUnit[],
): Pick<OutlineItem, 'text' | 'id' | 'depth'> | null {
  if (block.kind === 'heading' && (block.depth ?? 2) > 1)
    return { text: block.text, id: block.id, depth: block.depth ?? 2 };
  const depth = unit && DEPTHS[unit.kind];
  return depth
    ? { text: block.text.trim().replace(/^#{1,6}\s*/u, ''), id: anchorOf(unit), depth }
    : null;
}

/** Measures that are part of no other, by the first paragraph of each document that shows them. */
const landmarks = memoizeByLibrary((library): Map<string, OutlineItem['parts']> => {
  const found = new Map<string, OutlineItem['parts']>();
  for (const { entry } of measureRoots(library)) {
    const first = new Map(
      entry.evidence.toReversed().map((quotation) => [quotation.in, quotation]),
    );
    for (const quotation of first.values()) {
      const { id } = library.locate(quotation).block;
      push(found, `${quotation.in}#${id}`, { text: entry.title, id });
    }
  }
  return found;
});
