/** A document's text in the book: as on its page, its notes at the end as the book's own notes. */
import type { Element } from 'xast';
import { resolveBlocks, type InlineNode, type ResolvedBlock } from '../../library/inline-tree.ts';
import type { Entry, EntryKey, Library } from '../../library/types.ts';
import { findPart } from '../../text/parts.ts';
import { isSafeAddress, protocolOf } from '../../text/safe-text.ts';
import { blockTree, type BlockNode } from '../../library/block-tree.ts';
import { onLines, x, type XmlChild } from '../xml.ts';

const EMPHASIS = {
  strong: 'strong',
  emphasis: 'em',
  delete: 'del',
  sup: 'sup',
  sub: 'sub',
  code: 'code',
} as const;

/** A chapter's file: `replies-2021-46.xhtml`. */
export const chapterFile = (key: EntryKey): string => `${key.replace('/', '-')}.xhtml`;

/** A link to an entry's chapter, or to a place in it. */
export const linkTo = (key: EntryKey, words: readonly XmlChild[], id?: string): Element =>
  x('a', { href: chapterFile(key) + (id ? `#${id}` : '') }, words);

/** Words that lead out of the book: a whole address only, as a book has no place to be relative to. */
export const linkOut = (address: string, words: readonly XmlChild[]): XmlChild[] =>
  isSafeAddress(address) && protocolOf(address)
    ? [x('a', { href: new URL(address).href }, words)]
    : [...words];

/** Where a note's mark stands, and the note itself. */
const markId = (number: number): string => `note-mark-${number}`;
const noteId = (number: number): string => `note-${number}`;

function noteMark(number: number): Element {
  const link = { 'epub:type': 'noteref', href: `#${noteId(number)}`, id: markId(number) };
  return x('sup', {}, x('a', link, `注${number}`));
}

function inline(nodes: readonly InlineNode[]): XmlChild[] {
  return nodes.flatMap((node): XmlChild[] => {
    if (node.type === 'text') return [node.value];
    if (node.type === 'break') return [x('br')];
    if (node.type === 'note') return [noteMark(node.note.number)];
    const inner = inline(node.children);
    switch (node.type) {
      case 'mention':
        return [linkTo(node.to, inner)];
      case 'citation':
        return [linkTo(node.to, inner, node.anchor)];
      case 'link':
        return linkOut(node.url, inner);
      case 'anchor':
        return [x('span', { id: node.id }, inner)];
      case 'noted':
        return inner;
      default:
        return [x(EMPHASIS[node.type], {}, inner)];
    }
  });
}

function blockElement({ block, inline: words }: ResolvedBlock): Element {
  const { id, kind, depth } = block;
  const part = findPart(block.part);
  if (part) return x(part.element, { id, class: `part ${part.id}` }, inline(words));
  return x(kind === 'heading' ? `h${depth}` : 'p', { id }, inline(words));
}

function table(blocks: readonly ResolvedBlock[], rows: number[][]): Element {
  const width = rows[0]?.length ?? 0;
  const row = (name: 'th' | 'td', cells: readonly number[]): Element => {
    const missing = Array.from({ length: Math.max(0, width - cells.length) }, () => x(name));
    const written = cells.map((at) =>
      x(name, { id: blocks[at]!.block.id }, inline(blocks[at]!.inline)),
    );
    return x('tr', {}, written, missing);
  };
  const [head = [], ...body] = rows;
  const bodyRows = onLines(body.map((cells) => row('td', cells)));
  return x(
    'table',
    {},
    x('thead', {}, row('th', head)),
    body.length > 0 ? [x('tbody', {}, bodyRows)] : [],
  );
}

function elements(blocks: readonly ResolvedBlock[], nodes: readonly BlockNode[]): XmlChild[] {
  const written = nodes.map((node): Element => {
    switch (node.type) {
      case 'block':
        return blockElement(blocks[node.at]!);
      case 'rule':
        return x('hr');
      case 'quote':
        return x('blockquote', {}, elements(blocks, node.children));
      case 'table':
        return table(blocks, node.rows);
      case 'list': {
        const { start, items } = node;
        const first = start === undefined || start === 1 ? undefined : String(start);
        const lines = items.map((item) => x('li', {}, elements(blocks, item)));
        return x(start === undefined ? 'ul' : 'ol', { start: first }, onLines(lines));
      }
    }
  });
  return onLines(written);
}

/** @returns the text as XHTML, and the notes on it; both empty for an entry without text */
export function textOf(library: Library, entry: Entry): { text: XmlChild[]; notes: XmlChild[] } {
  const blocks = resolveBlocks(library, entry);
  const notes = blocks.flatMap((block) => block.notes);
  return {
    text: elements(blocks, blockTree(entry)),
    notes: notes.map(({ number, words }) => {
      const back = x('a', { href: `#${markId(number)}` }, `注${number}`);
      const attributes = { 'epub:type': 'footnote', id: noteId(number) };
      return x('aside', attributes, x('p', {}, back, ` ${words}`));
    }),
  };
}
