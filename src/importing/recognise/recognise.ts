/** A received document to a draft: its official parts, its headings, its paragraphs and tables. Pure. */
import { compact } from '../../library/names/names.ts';
import {
  joinCut,
  textOf,
  type ReceivedBlock,
  type ReceivedParagraph,
  type ReceivedTable,
} from '../received.ts';
import { paragraph, part, partText, type Doubt, type Draft, type DraftBlock } from './draft.ts';
import * as is from './lines.ts';
import { readHead, readTail, splitLabels, titleAt } from './parts.ts';

/** Lines that a word processor sets in a table for their looks: the number beside the signatory, the foot of the last page. */
const FURNISHED = new Set<is.LineKind>([
  'number',
  'copies',
  'printing',
  'masthead',
  'copyNumber',
  'signatory',
  'handler',
  'phone',
]);
const isFurnished = (text: string): boolean =>
  FURNISHED.has(is.kindOf(text)) || is.splitNumber(text).length > 1;
const filled = (cells: string[]): string[] => cells.map((cell) => cell.trim()).filter(Boolean);

/** A letterhead of several bodies: their names below each other, 文件 beside them. */
function letterheadLines(rows: string[][]): string[] | null {
  const width = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, i) => filled(rows.map((row) => row[i] ?? '')));
  const cells = columns.flat();
  const file = cells.findIndex((cell) => is.tight(cell) === '文件');
  if (file < 1 || !cells.every((cell, i) => i === file || is.isBody(cell))) return null;
  const bodies = cells.filter((_, i) => i !== file);
  return [...bodies.slice(0, -1), `${bodies.at(-1)} ${cells[file]}`];
}

/** Who signs, side by side, and the date below them. */
function signingLines(rows: string[][]): string[] | null {
  const lines = rows.map(filled).filter((row) => row.length > 0);
  const dated = lines.findIndex((row) => row.every((cell) => is.kindOf(cell) === 'date'));
  const names = lines.slice(0, dated).flat();
  return dated > 0 &&
    dated === lines.length - 1 &&
    names.every((name) => is.isBody(name) || is.isSigner(name))
    ? lines.flat()
    : null;
}

function linesOf({ rows }: ReceivedTable): string[] | null {
  const lines = rows.map((row) => filled(row).join(' ')).filter(Boolean);
  const single = rows.every((row) => filled(row).length < 2) && rows.length < 4;
  return single || lines.every(isFurnished) ? lines : (letterheadLines(rows) ?? signingLines(rows));
}

/** @returns the blocks with every table that is none, of one column or of official parts, as its lines */
export const withoutFrames = (blocks: ReceivedBlock[]): ReceivedBlock[] =>
  blocks.flatMap((block): ReceivedBlock[] => {
    const lines = block.kind === 'table' ? linesOf(block) : null;
    if (block.kind !== 'table' || !lines) return [block];
    const { generated } = block;
    return lines.map((text, i) => ({
      kind: 'paragraph',
      text,
      ...(generated && i === 0 ? { generated } : {}),
    }));
  });

/** A GFM table has the same number of cells in every row; empty columns and rows say nothing. */
function squared({ rows, merged }: ReceivedTable): DraftBlock {
  const width = Math.max(...rows.map((row) => row.length));
  const full = rows
    .map((row) => [...row, ...Array<string>(width - row.length).fill('')])
    .filter((row) => row.some(Boolean));
  const used = Array.from({ length: width }, (_, i) => full.some((row) => row[i]));
  return { kind: 'table', rows: full.map((row) => row.filter((_, i) => used[i])), merged };
}

/** Headings that were cut into two lines, put together; `doubts` by place in what is returned. */
function joinHeadings(blocks: ReceivedBlock[]): { blocks: ReceivedBlock[]; doubts: Doubt[] } {
  const joined: ReceivedBlock[] = [];
  const doubts: Doubt[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (
      block.kind === 'paragraph' &&
      last?.kind === 'paragraph' &&
      is.isDivision(last.text) &&
      /^(?:text|body)$/u.test(is.kindOf(block.text)) &&
      [...block.text].length <= 30 &&
      !/[。；：:！？，]$/u.test(block.text) &&
      (is.isCutBetween(last.text, block.text) ||
        (last.align === 'center' && block.align === 'center'))
    ) {
      doubts.push({
        at: joined.length - 1,
        message: `小标题由 2 行接成：${last.text} ｜ ${block.text}`,
      });
      joined[joined.length - 1] = { ...last, text: joinCut(last.text, block.text) };
    } else joined.push(block);
  }
  return { blocks: joined, doubts };
}

const entry = (text: string): string =>
  is.tight(text.replace(is.LEADERS, '').replace(/\s+\d{1,4}$/u, ''));

/** The lines below 目录, up to where one of the first of them stands again: they name headings and are none. */
function contentsOf(blocks: ReceivedBlock[]): Set<number> {
  const words = blocks.map((block) => (block.kind === 'paragraph' ? entry(block.text) : ''));
  const at = words.findIndex((line) => is.kindOf(line) === 'contents');
  if (at < 0) return new Set();
  const again = [1, 2, 3].map((first) => words.indexOf(words[at + first] || '\0', at + first + 1));
  const end = again.find((i) => i > 0) ?? at + 1;
  const listed = words.slice(at + 1, end);
  return listed.some((line) => /。$/u.test(line))
    ? new Set()
    : new Set(listed.map((_, i) => at + 1 + i));
}

/** Titles inside a document: of annexes, and of what it issues, which stands below its signature. By place: how many lines. */
function innerTitles(
  blocks: ReceivedBlock[],
  tail: ReturnType<typeof readTail>,
  title: string,
): Map<number, string[]> {
  const issued = /印发(?:[《〈](.+)[》〉]|(.+?))的?(?:通知|函)/u.exec(compact(title));
  const named = issued && (issued[1] ?? issued[2]);
  const found = new Map<number, string[]>();
  const ended = tail.dated ?? Infinity;
  let open = false;
  for (let i = 0; i < blocks.length; i++) {
    const parts = tail.parts.get(i);
    const last = parts?.at(-1);
    if (parts) {
      open = i >= ended || (last?.kind === 'part' && last.part === 'Attachment');
      continue;
    }
    const block = blocks[i]!;
    if (block.kind !== 'paragraph') {
      open = false;
      continue;
    }
    const { title: words, lines } = titleAt(blocks, i);
    const fits =
      /^(?:text|body)$/u.test(is.kindOf(block.text)) &&
      [...words].length <= (lines.length > 1 ? 120 : is.LONGEST_HEADING) &&
      !/[。；：:！？]$/u.test(words);
    const annex = blocks[i - 1] && tail.parts.get(i - 1)?.at(-1);
    const isAnnex = annex?.kind === 'part' && annex.part === 'Attachment';
    const isIssued = open && is.endsInKind(words);
    if (fits && (isAnnex || isIssued || (i > 0 && compact(words) === named))) {
      found.set(i, lines);
      i += lines.length - 1;
    }
    // A number may stand between the order and what it publishes.
    open &&= is.kindOf(block.text) === 'number';
  }
  return found;
}

/** How deep each level of headings is, by the levels that this part of a document has. */
function depthsOf(blocks: ReceivedBlock[], widest: number): (level: number) => number {
  const levels = new Set(
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [is.headingLevel(block.text)] : [])),
  );
  const sorted = [...levels].filter((level) => level >= 0).sort((a, b) => a - b);
  return (level) => Math.min(widest + Math.max(0, sorted.indexOf(level)), 6);
}

/** What the document is called: see `Draft.title`. */
function nameOf(draft: Draft, inner: string | undefined): string | undefined {
  const number = partText(draft, 'DocumentNumber');
  const title =
    partText(draft, 'DocumentTitle') ??
    (number && /[令告]\S*第|[号號]\p{Script=Han}/u.test(number) ? number : undefined);
  if (!title) return undefined;
  const bare = is.isBareKind(title) || title === number;
  if (bare && inner) return inner;
  if (bare && number && title !== number && /令$/u.test(title.trim())) return title + number;
  return title.replace(/^《([^《》]+)》$/u, '$1');
}

/**
 * @param received what was read, in order; dropped blocks are passed over
 * @returns the draft
 */
export function recognise(received: ReceivedBlock[]): Draft {
  const blocks = splitLabels(
    withoutFrames(received).filter((block) => block.kind !== 'dropped' && textOf(block).trim()),
  );
  const head = readHead(blocks);
  const { blocks: rest, doubts: joined } = joinHeadings(blocks.slice(head.taken));
  const tail = readTail(rest);
  const inner = innerTitles(rest, tail, partText(head, 'DocumentTitle') ?? '');
  const contents = contentsOf(rest);
  const starts = [...inner.keys()];
  const outer = depthsOf(rest.slice(0, starts[0] ?? rest.length), 2);
  let depthAt = outer;
  const draft: Draft = { blocks: [...head.blocks], doubts: [...head.doubts], joins: [] };
  const dated = partText(head, 'Dateline');
  if (dated && tail.dated !== null)
    draft.blocks = head.blocks.map((block) =>
      block.kind === 'part' && block.part === 'Dateline' ? paragraph(block.text) : block,
    );
  const placed = new Map<number, number>();
  for (let i = 0; i < rest.length; i++) {
    const block = rest[i]!;
    const at = draft.blocks.length;
    placed.set(i, at);
    const parts = tail.parts.get(i);
    const lines = inner.get(i);
    if (block.kind === 'table') draft.blocks.push(squared(block));
    else if (parts) draft.blocks.push(...parts);
    else if (lines) {
      draft.blocks.push({ kind: 'heading', depth: 2, text: lines.reduce(joinCut) });
      if (lines.length > 1)
        draft.doubts.push({ at, message: `标题由 ${lines.length} 行接成：${lines.join(' ｜ ')}` });
      const next = starts[starts.indexOf(i) + 1] ?? rest.length;
      depthAt = depthsOf(rest.slice(i + lines.length, next), 3);
      i += lines.length - 1;
    } else {
      const { text, cuts, heading } = block as ReceivedParagraph;
      for (const cut of cuts ?? [])
        draft.joins.push({
          at,
          words: `${text.slice(Math.max(0, cut - 8), cut)}│${text.slice(cut, cut + 8)}`,
        });
      const level = contents.has(i) ? -1 : is.headingLevel(text);
      const number =
        !partText(draft, 'DocumentNumber') && inner.has(i + 1) && is.kindOf(text) === 'number';
      if (heading) draft.blocks.push({ kind: 'heading', depth: Math.max(heading, 2), text });
      else if (level !== -1) draft.blocks.push({ kind: 'heading', depth: depthAt(level), text });
      else draft.blocks.push(number ? part('DocumentNumber', text) : paragraph(text));
    }
  }
  draft.doubts.push(
    ...[...joined, ...tail.doubts]
      .map(({ at, message }) => ({ at: placed.get(at) ?? 0, message }))
      .filter(
        ({ at, message }) => draft.blocks[at]?.kind !== 'part' || !message.endsWith('留作正文'),
      ),
  );
  const first = inner.get(starts[0] ?? -1)?.reduce(joinCut);
  const title = nameOf(draft, first);
  return title === undefined ? draft : { ...draft, title };
}
