/**
 * The words of a document's blocks as small trees: what every form of a text (HTML, Markdown, plain text, EPUB,
 * Akoma Ntoso) is written from. Names, citations, links, emphasis, anchors and notes are resolved here once; a writer
 * only walks. The `text` nodes of a block, one after another, are the block's text to the character.
 */
import { isSafeAddress } from '../text/safe-text.ts';
import { anchorOf, type StructuralUnit } from '../text/structure/units.ts';
import { unitsIn } from './structures.ts';
import { entryOfLink } from './types.ts';
import type { Block, Entry, EntryKey, Library, PlacedNote, Span } from './types.ts';

export type InlineNode =
  /** Words of the text. */
  | { type: 'text'; value: string }
  /** A line's end that the author set. */
  | { type: 'break' }
  /** The place of a note's mark: after the words that it is on, and outside of links. */
  | { type: 'note'; note: PlacedNote }
  | (Wrapping & { children: InlineNode[] });

/** What stands around words; the names are those of mdast where it has them. */
type Wrapping =
  /** What the author set apart. */
  | { type: 'strong' | 'emphasis' | 'delete' | 'sup' | 'sub' | 'code' }
  /** An entry that the text names, or that its author linked, then perhaps with a title of the link. */
  | { type: 'mention'; to: EntryKey; title?: string }
  /**
   * A place that the text cites: 《行政许可法》第二条 leads to `#a2` of `to`, which may be the document itself; without an
   * anchor where a whole document is cited.
   */
  | { type: 'citation'; to: EntryKey; anchor?: string }
  /** A link to an address outside of the library, as its author wrote it. */
  | { type: 'link'; url: string; title?: string }
  /** The words that number a 章、条、项 (`第一条`), which have an address of their own; a 款 has no such words. */
  | { type: 'anchor'; id: string }
  /** Words that an editors' note is on. */
  | { type: 'noted' };

/** One block with its words resolved, and the notes on them in order of place. */
export interface ResolvedBlock {
  block: Block;
  inline: InlineNode[];
  notes: PlacedNote[];
}

/** The document last asked about: its page, and then its files in other forms, are written one after another. */
let last: { library: Library; document: Entry; blocks: ResolvedBlock[] } | undefined;

/**
 * Resolves the words of a document.
 * @param document an entry of the library, with or without text
 * @returns its blocks in order
 */
export function resolveBlocks(library: Library, document: Entry): ResolvedBlock[] {
  if (last?.library === library && last.document === document) return last.blocks;
  const blocks = document.blocks.map((block): ResolvedBlock => {
    const notes = library.notesOn(block);
    return { block, inline: treeOf(library, document, block, notes), notes };
  });
  last = { library, document, blocks };
  return blocks;
}

/**
 * @param nodes a block's tree
 * @param count how many characters of its text to leave out from the beginning
 * @returns the rest of the tree; what had stood only around words that are left out is gone
 */
export function withoutStart(nodes: readonly InlineNode[], count: number): InlineNode[] {
  let left = count;
  const rest = (node: InlineNode): InlineNode[] => {
    if (left === 0) return [node];
    if (node.type === 'text') {
      const value = node.value.slice(left);
      left -= node.value.length - value.length;
      return value ? [{ ...node, value }] : [];
    }
    if (!('children' in node)) return [node];
    const children = node.children.flatMap(rest);
    return children.length > 0 ? [{ ...node, children }] : [];
  };
  return nodes.flatMap(rest);
}

/** Words with something around them. */
interface WrappedRange extends Span {
  node: Wrapping;
}

/** Something without words, at a place between two characters. */
interface Point {
  at: number;
  node: InlineNode;
}

function treeOf(
  library: Library,
  document: Entry,
  block: Block,
  notes: readonly PlacedNote[],
): InlineNode[] {
  const links = linksIn(library, document, block);
  const ranges: WrappedRange[] = [
    ...block.marks.flatMap(({ kind, start, end }) =>
      kind === 'link' || kind === 'break' ? [] : [{ start, end, node: { type: kind } }],
    ),
    ...links,
    ...notes.map(({ start, end }) => ({ start, end, node: { type: 'noted' as const } })),
  ].filter(({ start, end }) => start < end);
  const points = block.marks
    .filter(({ kind }) => kind === 'break')
    .map(({ start }): Point => ({ at: start, node: { type: 'break' } }));
  for (const unit of unitsIn(document, block).filter(hasAnchor)) {
    const start = unit.start.offset;
    const anchor = { start, end: start + anchorWordsOf(unit, block).length };
    const node = { type: 'anchor' as const, id: unit.id };
    // An anchor stands once: where it would be cut, it is as without words.
    if (anchor.start < anchor.end && !ranges.some((range) => cross(anchor, range)))
      ranges.unshift({ ...anchor, node });
    else points.push({ at: start, node: { ...node, children: [] } });
  }
  for (const note of notes) {
    const { end } = note;
    const link = links.find((one) => one.start < end && end < one.end);
    points.push({ at: link?.end ?? end, node: { type: 'note', note } });
  }
  // The longer is around the shorter; of two that are alike, the earlier in the list.
  ranges.sort((a, b) => b.end - b.start - (a.end - a.start));
  points.sort((a, b) => a.at - b.at);
  return nest(block.text, { start: 0, end: block.text.length }, ranges, points);
}

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

const cross = (one: Span, other: Span): boolean =>
  (one.start < other.start && other.start < one.end && one.end < other.end) ||
  (other.start < one.start && one.start < other.end && other.end < one.end);

/**
 * The tree of a piece of a text.
 * @param ranges outermost first; what reaches out of the piece is cut
 * @param points in order, within the piece or at its ends
 */
function nest(
  text: string,
  piece: Span,
  ranges: readonly WrappedRange[],
  points: readonly Point[],
): InlineNode[] {
  const { start, end } = piece;
  const first = ranges.findIndex((range) => overlap(range, piece));
  if (first < 0 || start === end) return leaves(text, piece, points);
  const { node, ...range } = ranges[first]!;
  const from = Math.max(start, range.start);
  const to = Math.min(end, range.end);
  const inner = ranges.slice(first + 1);
  const part = (one: Span, has: (point: Point) => boolean): InlineNode[] =>
    nest(text, one, inner, points.filter(has));
  return [
    ...part({ start, end: from }, ({ at }) => at <= from),
    { ...node, children: part({ start: from, end: to }, ({ at }) => at > from && at < to) },
    ...part({ start: to, end }, ({ at }) => at >= to),
  ];
}

function leaves(text: string, { start, end }: Span, points: readonly Point[]): InlineNode[] {
  const nodes: InlineNode[] = [];
  let from = start;
  for (const { at, node } of [...points, { at: end, node: null }]) {
    if (at > from) nodes.push({ type: 'text', value: text.slice(from, at) });
    if (node) nodes.push(node);
    from = at;
  }
  return nodes;
}

/** What leads elsewhere: links as written, then citations, then names; none stands in another. */
function linksIn(library: Library, document: Entry, block: Block): WrappedRange[] {
  const written = block.marks.flatMap(({ kind, start, end, url = '', title }): WrappedRange[] => {
    const to = entryOfLink(url);
    if (kind !== 'link' || start === end || !(to || isSafeAddress(url))) return [];
    const target = to ? { type: 'mention' as const, to } : { type: 'link' as const, url };
    return [{ start, end, node: { ...target, ...(title !== undefined && { title }) } }];
  });
  const cited = library
    .citationsIn(document, block)
    .map(({ start, end, key, unit }): WrappedRange => ({
      start,
      end,
      node: { type: 'citation', to: key, ...(unit && { anchor: anchorOf(unit) }) },
    }));
  const named = library.mentionsIn(document, block).map(({ start, end, key }): WrappedRange => ({
    start,
    end,
    node: { type: 'mention', to: key },
  }));
  const links: WrappedRange[] = [];
  for (const range of [...written, ...cited, ...named])
    if (!links.some((link) => overlap(link, range))) links.push(range);
  return links;
}

/** Whether a 章、条、款、项 has an anchor of its own, beside that of the block that it begins in. */
export const hasAnchor = (unit: StructuralUnit): boolean =>
  anchorOf(unit) === unit.id && unit.id !== unit.start.block;

/** @returns the words that a unit's anchor stands on: its label, where it begins with that */
export const anchorWordsOf = ({ start, label }: StructuralUnit, { text }: Block): string =>
  text.startsWith(label, start.offset) ? label : '';

/** @returns the first anchor in a block, as a reader's browser will find it */
export const firstAnchor = (document: Entry, block: Block): string | undefined =>
  unitsIn(document, block).find(hasAnchor)?.id;
