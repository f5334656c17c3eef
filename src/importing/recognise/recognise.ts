/** A received document to a draft: its official parts, its headings, its paragraphs and tables. Pure. */
import {
  textOf,
  type ReceivedBlock,
  type ReceivedParagraph,
  type ReceivedTable,
} from '../received.ts';
import type { Draft, DraftBlock } from './draft.ts';
import { readHead } from './head.ts';
import { joinPageCuts } from './page-cuts.ts';
import * as is from './patterns.ts';
import { readTail } from './tail.ts';

/** A line that a word processor set in a table for its looks: the number beside the signatory, the foot of the last page. */
const isFurnished = (text: string): boolean =>
  [
    is.NUMBER,
    is.NUMBER_AND_SIGNATORY,
    is.COPIES,
    is.PRINTING,
    is.MASTHEAD,
    is.COPY_NUMBER,
    ...is.LABELLED.map(([, p]) => p),
  ].some((pattern) => pattern.test(text));

/** A table of one column, or of official parts, is no table: its rows are lines. */
function unfurnished(block: ReceivedBlock): ReceivedBlock[] {
  if (block.kind !== 'table') return [block];
  const lines = block.rows.map((row) => row.filter(Boolean).join(' ')).filter(Boolean);
  const single = block.rows.every((row) => row.filter(Boolean).length < 2);
  if (!(single && block.rows.length < 4) && !lines.every(isFurnished)) return [block];
  return lines.map((text): ReceivedParagraph => ({ kind: 'paragraph', text }));
}

/** A GFM table has the same number of cells in every row; empty columns and rows say nothing. */
function squared({ rows, merged }: ReceivedTable): DraftBlock {
  const width = Math.max(...rows.map((row) => row.length));
  const full = rows
    .map((row) => [...row, ...Array<string>(width - row.length).fill('')])
    .filter((row) => row.some(Boolean));
  const used = Array.from({ length: width }, (_, i) => full.some((row) => row[i]));
  return { kind: 'table', rows: full.map((row) => row.filter((_, i) => used[i])), merged };
}

/** How deep each level of headings is, by the levels that this document has. */
function depths(blocks: ReceivedBlock[]): Map<number, number> {
  const levels = new Set(
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [is.headingLevel(block.text)] : [])),
  );
  levels.delete(-1);
  return new Map([...levels].sort((a, b) => a - b).map((level, i) => [level, Math.min(2 + i, 6)]));
}

/** The title of an annex stands alone below the word 附件. */
const isAnnexTitle = (block: ReceivedParagraph, before: DraftBlock | undefined): boolean =>
  before?.kind === 'part' &&
  before.part === 'Attachment' &&
  [...block.text].length <= is.LONGEST_HEADING &&
  !/[。；：:！？]$/u.test(block.text) &&
  !is.LEVEL_START.test(block.text);

/**
 * @param received what was read, in order; dropped blocks are passed over
 * @returns the draft
 */
export function recognise(received: ReceivedBlock[]): Draft {
  const blocks = received
    .filter(({ kind }) => kind !== 'dropped')
    .flatMap(unfurnished)
    .filter((block) => textOf(block).trim());
  const head = readHead(blocks);
  const rest = joinPageCuts(blocks.slice(head.taken));
  const tail = readTail(rest);
  const depth = depths(rest);
  const draft: Draft = { blocks: [...head.blocks], doubts: [...head.doubts], joins: [] };
  const placed = new Map<number, number>();
  rest.forEach((block, i) => {
    const at = draft.blocks.length;
    placed.set(i, at);
    if (block.kind === 'table') return void draft.blocks.push(squared(block));
    const parts = tail.parts.get(i);
    if (parts) return void draft.blocks.push(...parts);
    const { text, cuts } = block as ReceivedParagraph;
    for (const cut of cuts ?? [])
      draft.joins.push({
        at,
        words: `${text.slice(Math.max(0, cut - 8), cut)}│${text.slice(cut, cut + 8)}`,
      });
    const level = is.headingLevel(text);
    const annex = isAnnexTitle(block as ReceivedParagraph, draft.blocks.at(-1));
    if (level >= 0) draft.blocks.push({ kind: 'heading', depth: depth.get(level) ?? 2, text });
    else if (annex) draft.blocks.push({ kind: 'heading', depth: 2, text });
    else draft.blocks.push({ kind: 'paragraph', text });
  });
  draft.doubts.push(
    ...tail.doubts.map(({ at, message }) => ({ at: placed.get(at) ?? 0, message })),
  );
  return draft;
}
