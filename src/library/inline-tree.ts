/**
 * The words of a document's blocks as small trees: what every form of a text (HTML, Markdown, plain text, EPUB,
 * Akoma Ntoso) is written from. Names, citations, links, emphasis, anchors and notes are resolved here once; a writer
 * only walks. The `text` nodes of a block, one after another, are the block's text to the character.
 */
import { isSafeAddress } from '../text/safe-text.ts';
import { anchorOf, type StructuralUnit } from '../text/structure.ts';
import { entryOfLink } from './links.ts';
import { unitsIn } from './structures.ts';
import type { Block, Entry, EntryKey, Library, Mark } from './types.ts';

/** Words of the text. */
export interface Words {
  type: 'text';
  value: string;
}

/** What the author set apart; the names are those of mdast. */
export interface Emphasis {
  type: 'strong' | 'emphasis' | 'delete' | 'sup' | 'sub' | 'code';
  children: InlineNode[];
}

/** An entry that the text names, or that its author linked (then perhaps with a title of the link). */
export interface MentionNode {
  type: 'mention';
  to: EntryKey;
  title?: string;
  children: InlineNode[];
}

/** A place that the text cites: 《行政许可法》第二条 leads to `#a2` of `to`, which may be the document itself. */
export interface CitationNode {
  type: 'citation';
  to: EntryKey;
  /** The id of the cited 条、款、项 on the page of `to`; none where a whole document is cited. */
  anchor?: string;
  children: InlineNode[];
}

/** A link to an address outside of the library, as its author wrote it. */
export interface LinkNode {
  type: 'link';
  url: string;
  title?: string;
  children: InlineNode[];
}

/** The words that number a 章、条、项 (`第一条`), which have an address of their own; a 款 has no such words. */
export interface AnchorNode {
  type: 'anchor';
  id: string;
  children: InlineNode[];
}

/** Words that an editors' note is on. */
export interface NotedNode {
  type: 'noted';
  children: InlineNode[];
}

/** The place of a note's mark: after the words that it is on, and outside of links. */
export interface NoteMark {
  type: 'note';
  note: ResolvedNote;
}

/** A line's end that the author set. */
export interface Break {
  type: 'break';
}

export type InlineNode =
  | Words
  | Emphasis
  | MentionNode
  | CitationNode
  | LinkNode
  | AnchorNode
  | NotedNode
  | NoteMark
  | Break;

export interface ResolvedNote {
  /** Its lasting id: `p3-note-1`. */
  id: string;
  /** Its place among the notes of the document, from 1. */
  number: number;
  /** What the editors say. */
  words: string;
}

/** One block with its words resolved, and the notes on them in order of place. */
export interface ResolvedBlock {
  block: Block;
  inline: InlineNode[];
  notes: ResolvedNote[];
}

/** Words with something around them. */
interface Range {
  start: number;
  end: number;
  wrap: (children: InlineNode[]) => InlineNode;
}

/** Something without words, at a place between two characters. */
interface Point {
  at: number;
  node: InlineNode;
}

type NumberedNote = Omit<Range, 'wrap'> & { note: ResolvedNote };

/**
 * Resolves the words of a document.
 * @param document an entry of the library, with or without text
 * @returns its blocks in order
 */
export function resolveBlocks(library: Library, document: Entry): ResolvedBlock[] {
  let count = 0;
  return document.blocks.map((block) => {
    const placed = library
      .notesOn(block)
      .map(({ start, end, note }, i) => ({ start, end, note, id: `${block.id}-note-${i + 1}` }))
      .sort((a, b) => a.end - b.end)
      .map(({ start, end, note, id }) => ({
        start,
        end,
        note: { id, number: ++count, words: note },
      }));
    const inline = treeOf(library, document, block, placed);
    return { block, inline, notes: placed.map(({ note }) => note) };
  });
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

function treeOf(
  library: Library,
  document: Entry,
  block: Block,
  notes: readonly NumberedNote[],
): InlineNode[] {
  const links = linkRanges(library, document, block);
  const ranges = [
    ...block.marks.flatMap(emphasisRange),
    ...links,
    ...notes.map(({ start, end }): Range => ({
      start,
      end,
      wrap: (children) => ({ type: 'noted', children }),
    })),
  ];
  const points: Point[] = block.marks
    .filter(({ kind }) => kind === 'break')
    .map(({ start }) => ({ at: start, node: { type: 'break' } }));
  for (const anchor of anchorRanges(document, block)) {
    // An anchor stands once: where it would be cut, it is as without words.
    if (anchor.start < anchor.end && !ranges.some((range) => cross(anchor, range)))
      ranges.unshift(anchor);
    else points.push({ at: anchor.start, node: anchor.wrap([]) });
  }
  for (const { end, note } of notes) {
    const link = links.find((one) => one.start < end && end < one.end);
    points.push({ at: link?.end ?? end, node: { type: 'note', note } });
  }
  // The longer is around the shorter; of two that are alike, the earlier in the list.
  ranges.sort((a, b) => b.end - b.start - (a.end - a.start));
  return nest(block.text, 0, block.text.length, ranges, points);
}

const cross = (one: Omit<Range, 'wrap'>, other: Omit<Range, 'wrap'>): boolean =>
  (one.start < other.start && other.start < one.end && one.end < other.end) ||
  (other.start < one.start && one.start < other.end && other.end < one.end);

/**
 * The tree of a piece of a text.
 * @param ranges outermost first; what reaches out of the piece is cut
 * @param points within the piece or at its ends
 */
function nest(
  text: string,
  start: number,
  end: number,
  ranges: readonly Range[],
  points: readonly Point[],
): InlineNode[] {
  const first = ranges.findIndex((range) => range.start < end && range.end > start);
  if (first < 0 || start === end) return leaves(text, start, end, points);
  const { wrap, ...range } = ranges[first]!;
  const from = Math.max(start, range.start);
  const to = Math.min(end, range.end);
  const inner = ranges.slice(first + 1);
  const before = points.filter(({ at }) => at <= from);
  const inside = points.filter(({ at }) => at > from && at < to);
  const after = points.filter(({ at }) => at >= to);
  return [
    ...nest(text, start, from, inner, before),
    wrap(nest(text, from, to, inner, inside)),
    ...nest(text, to, end, inner, after),
  ];
}

function leaves(text: string, start: number, end: number, points: readonly Point[]): InlineNode[] {
  const nodes: InlineNode[] = [];
  let at = start;
  const words = (to: number): void => {
    if (to > at) nodes.push({ type: 'text', value: text.slice(at, to) });
    at = to;
  };
  for (const point of points.toSorted((a, b) => a.at - b.at)) {
    words(point.at);
    nodes.push(point.node);
  }
  words(end);
  return nodes;
}

function emphasisRange({ kind, start, end }: Mark): Range[] {
  if (kind === 'link' || kind === 'break' || start === end) return [];
  return [{ start, end, wrap: (children) => ({ type: kind, children }) }];
}

/** What leads elsewhere: links as written, then citations, then names; none stands in another. */
function linkRanges(library: Library, document: Entry, block: Block): Range[] {
  const written = block.marks.flatMap(writtenLink);
  const cited = library.citationsIn(document, block).map(({ start, end, key, unit }): Range => ({
    start,
    end,
    wrap: (children) => ({
      type: 'citation',
      to: key,
      ...(unit ? { anchor: anchorOf(unit) } : {}),
      children,
    }),
  }));
  const named = library.mentionsIn(block).map(({ start, end, key }): Range => ({
    start,
    end,
    wrap: (children) => ({ type: 'mention', to: key, children }),
  }));
  const links: Range[] = [];
  for (const range of [...written, ...cited, ...named])
    if (!links.some((link) => link.start < range.end && range.start < link.end)) links.push(range);
  return links;
}

function writtenLink({ kind, start, end, url = '', title }: Mark): Range[] {
  if (kind !== 'link' || start === end) return [];
  const to = entryOfLink(url);
  if (!to && !isSafeAddress(url)) return [];
  const stated = title === undefined ? {} : { title };
  const wrap = (children: InlineNode[]): InlineNode =>
    to ? { type: 'mention', to, ...stated, children } : { type: 'link', url, ...stated, children };
  return [{ start, end, wrap }];
}

/** Whether a 章、条、款、项 has an anchor of its own, beside that of the block that it begins in. */
export const hasAnchor = (unit: StructuralUnit): boolean =>
  anchorOf(unit) === unit.id && unit.id !== unit.start.block && unit.kind !== 'table';

/** The words of its block that number a unit, or none. */
export const anchorWordsOf = ({ start, label }: StructuralUnit, { text }: Block): string =>
  text.startsWith(label, start.offset) ? label : '';

/** @returns the first anchor in a block, as a reader's browser will find it */
export const firstAnchor = (document: Entry, block: Block): string | undefined =>
  unitsIn(document, block).find(hasAnchor)?.id;

const anchorRanges = (document: Entry, block: Block): Range[] =>
  unitsIn(document, block)
    .filter(hasAnchor)
    .map((unit) => ({
      start: unit.start.offset,
      end: unit.start.offset + anchorWordsOf(unit, block).length,
      wrap: (children) => ({ type: 'anchor', id: unit.id, children }),
    }));
