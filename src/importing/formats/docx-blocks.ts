/** What mammoth read of a .docx, as blocks. */
import type { ReceivedBlock, ReceivedParagraph, ReceivedTable } from '../received.ts';

/** Around numbers that Word makes; private characters that no document uses in its text. */
export const MARK_START = '\ue8f0';
export const MARK_END = '\ue8f1';
const MARKED = new RegExp(`${MARK_START}([^${MARK_END}]*)${MARK_END}`, 'gu');

/** A node of mammoth's document (lib/documents.js), as far as it is used here. */
export interface WordNode {
  type: string;
  children?: WordNode[];
  value?: string;
  alignment?: string | null;
  indent?: { firstLine?: string | null };
  colSpan?: number;
  rowSpan?: number;
  checked?: boolean;
  noteType?: string;
  noteId?: string;
  notes?: { resolve: (reference: WordNode) => { body: WordNode[] } | null };
}

interface Reading {
  notes: WordNode[];
  pictures: number;
}

function inline(node: WordNode, reading: Reading): string {
  switch (node.type) {
    case 'text':
      return node.value ?? '';
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    case 'checkbox':
      return `${MARK_START}${node.checked ? '☑' : '☐'}${MARK_END}`;
    case 'image':
      reading.pictures++;
      return '';
    case 'noteReference':
      reading.notes.push(node);
      return `${MARK_START}[${reading.notes.length}]${MARK_END}`;
    default:
      return (node.children ?? []).map((child) => inline(child, reading)).join('');
  }
}

/** Takes the marks out, and says what stood in them. */
function unmarked(text: string): { text: string; generated?: string[] } {
  const generated = [...text.matchAll(MARKED)].map((match) => match[1]!);
  const plain = text.replace(MARKED, '$1');
  return generated.length ? { text: plain, generated } : { text: plain };
}

function paragraphs(node: WordNode, reading: Reading): ReceivedParagraph[] {
  const whole = inline(node, reading);
  const align = { center: 'center', right: 'right', end: 'right' }[node.alignment ?? ''] as
    'center' | 'right' | undefined;
  return whole.split('\n').flatMap((line): ReceivedParagraph[] => {
    const { text, generated } = unmarked(line);
    if (!text.trim()) return [];
    const indented = Number(node.indent?.firstLine ?? 0) > 0 || /^[\u3000]/u.test(text);
    return [
      {
        kind: 'paragraph',
        text: text.replaceAll('\t', ' ').trim(),
        ...(align ? { align } : {}),
        ...(indented ? { indented } : {}),
        ...(generated ? { generated } : {}),
      },
    ];
  });
}

function cellText(cell: WordNode, reading: Reading): string {
  return (cell.children ?? [])
    .map((child) => inline(child, reading).trim())
    .filter(Boolean)
    .join(' ')
    .replace(/\s+/gu, ' ');
}

function table(node: WordNode, reading: Reading): ReceivedTable {
  const generated: string[] = [];
  const rows: string[][] = [];
  /** Columns that a cell of an earlier row still reaches into, and for how many rows. */
  const held: number[] = [];
  let merged = 0;
  for (const row of node.children ?? []) {
    const cells: string[] = [];
    const skip = (): void => {
      while (held[cells.length]) (held[cells.length]!--, cells.push(''));
    };
    for (const cell of row.children ?? []) {
      skip();
      const at = unmarked(cellText(cell, reading));
      generated.push(...(at.generated ?? []));
      const span = cell.colSpan ?? 1;
      const deep = cell.rowSpan ?? 1;
      if (span > 1 || deep > 1) merged++;
      for (let i = 0; i < span; i++) {
        if (deep > 1) held[cells.length] = deep - 1;
        cells.push(i === 0 ? at.text : '');
      }
    }
    skip();
    rows.push(cells);
  }
  return { kind: 'table', rows, merged, ...(generated.length ? { generated } : {}) };
}

/** @returns the blocks, notes of the document at their end, and how many pictures were passed over */
export function blocksOfWord(document: WordNode): { blocks: ReceivedBlock[]; pictures: number } {
  const reading: Reading = { notes: [], pictures: 0 };
  const read = (nodes: WordNode[]): ReceivedBlock[] =>
    nodes.flatMap((node): ReceivedBlock[] =>
      node.type === 'table' ? [table(node, reading)] : paragraphs(node, reading),
    );
  const blocks = read(document.children ?? []);
  for (let i = 0; i < reading.notes.length; i++) {
    const note = document.notes?.resolve(reading.notes[i]!);
    const [first, ...rest] = read(note?.body ?? []);
    const mark = `[${i + 1}]`;
    if (first?.kind === 'paragraph')
      blocks.push({
        ...first,
        text: `${mark} ${first.text}`,
        generated: [mark, ...(first.generated ?? [])],
      });
    blocks.push(...rest);
  }
  return { blocks, pictures: reading.pictures };
}
