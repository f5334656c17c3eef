/** A received document to a draft: its official parts, its headings, its paragraphs and tables. Pure. */
import { compact } from '../../library/names/names.ts';
import {
  partTexts,
  textOf,
  type Draft,
  type DraftBlock,
  type DraftParagraph,
  type ReceivedBlock,
  type ReceivedTable,
} from '../received.ts';
import * as is from './lines.ts';
import {
  doubtLooks,
  joinLines,
  kindAt,
  lineAt,
  readHead,
  readTail,
  splitLabels,
  titleLines,
} from './parts.ts';

const isFramed = (line: string): boolean =>
  is.mayStand(is.kindOf(line), 'framed') || is.splitNumber(line).length > 1;
const isSigning = (line: string): boolean =>
  is.isBody(line) || is.isSigner(line) || is.kindOf(line) === 'date';

/**
 * The lines of a table that a word processor draws for the looks: of one column, or around official parts, as the number beside
 * the signatory, bodies below each other with 文件 beside them, who signs side by side with the date below.
 */
function linesOf({ rows }: ReceivedTable): string[] | null {
  const cells = rows.map((row) => row.map((cell) => cell.trim()).filter(Boolean));
  const lines = cells.map((row) => row.join(' ')).filter(Boolean);
  if (lines.every(isFramed) || (rows.length < 4 && cells.every((row) => row.length < 2)))
    return lines;
  const all = cells.flat();
  const names = all.filter((cell) => is.tight(cell) !== '文件');
  const dated = cells
    .findLast((row) => row.length > 0)!
    .every((cell) => is.kindOf(cell) === 'date');
  if (names.length === all.length) return dated && names.every(isSigning) ? names : null;
  return names.length > 0 && names.every(is.isBody)
    ? [...names.slice(0, -1), `${names.at(-1)} ${all.find((cell) => !names.includes(cell))}`]
    : null;
}

/** @returns the blocks with every table that is none as its lines */
export const withoutFrames = (blocks: ReceivedBlock[]): ReceivedBlock[] =>
  blocks.flatMap((block): ReceivedBlock[] => {
    const lines = block.kind === 'table' ? linesOf(block) : null;
    if (block.kind !== 'table' || !lines) return [block];
    const { rows, merged, ...told } = block;
    return lines.map((text, i) => ({ ...(i === 0 ? told : {}), kind: 'paragraph', text }));
  });

/** A GFM table has the same number of cells in every row; empty columns and rows say nothing. */
function squared(table: ReceivedTable): ReceivedTable {
  const width = Math.max(...table.rows.map((row) => row.length));
  const full = table.rows
    .map((row) => [...row, ...Array<string>(width - row.length).fill('')])
    .filter((row) => row.some(Boolean));
  const used = Array.from({ length: width }, (_, i) => full.some((row) => row[i]));
  return { ...table, rows: full.map((row) => row.filter((_, i) => used[i])) };
}

const isWords = (line: DraftParagraph | undefined): line is DraftParagraph =>
  line !== undefined && /^(?:text|body)$/u.test(is.kindOf(line.text));

/** Puts headings together that were cut into several lines. */
function joinHeadings(blocks: DraftBlock[]): void {
  for (let i = 0; i < blocks.length; i++) {
    const line = lineAt(blocks, i);
    let count = 1;
    for (let words = line?.text ?? ''; line && is.isDivision(words); count++) {
      const next = lineAt(blocks, i + count);
      if (!isWords(next) || [...next.text].length > 30 || /[。；：:！？，]$/u.test(next.text))
        break;
      const centred = line.align === 'center' && next.align === 'center';
      if (!centred && !is.isCutBetween(words, next.text)) break;
      words += next.text;
    }
    if (count > 1) joinLines(blocks, i, count, '小标题');
  }
}

const entry = (text: string): string =>
  is.tight(text.replace(is.LEADERS, '').replace(/\s+\d{1,4}$/u, ''));

/** The lines below 目录, up to where one of the first of them stands again: they name headings and are none. */
function contentsOf(blocks: DraftBlock[]): DraftBlock[] {
  const words = blocks.map((block) => (block.kind === 'paragraph' ? entry(block.text) : ''));
  const at = words.findIndex((line) => is.kindOf(line) === 'contents');
  if (at < 0) return [];
  const again = [1, 2, 3].map((first) => words.indexOf(words[at + first] || '\0', at + first + 1));
  const end = again.find((i) => i > 0) ?? at + 1;
  return words.slice(at + 1, end).some((line) => line.endsWith('。'))
    ? []
    : blocks.slice(at + 1, end);
}

/**
 * Marks the titles inside a document: of annexes, and of what it issues, which stands below its signature.
 * @returns where they stand
 */
function readInnerTitles(
  blocks: DraftBlock[],
  dated: DraftBlock | undefined,
  title: string,
): number[] {
  const issued = /印发(?:[《〈](.+)[》〉]|(.+?))的?(?:通知|函)/u.exec(compact(title));
  const named = issued && (issued[1] ?? issued[2]);
  const found: number[] = [];
  let [open, ended] = [false, false];
  for (let i = 0; i < blocks.length; i++) {
    const line = lineAt(blocks, i);
    if (line?.part || line?.depth) {
      ended ||= line === dated;
      open = ended || line.part === 'Attachment';
      continue;
    }
    const count = isWords(line) ? titleLines(blocks, i) : 0;
    const words = blocks
      .slice(i, i + count)
      .map(textOf)
      .join('');
    const fits =
      count > 0 &&
      [...words].length <= (count > 1 ? 120 : is.LONGEST_HEADING) &&
      !/[。；：:！？]$/u.test(words);
    const isAnnex = lineAt(blocks, i - 1)?.part === 'Attachment';
    const isIssued = open && is.endsInKind(words);
    if (fits && (isAnnex || isIssued || (i > 0 && compact(words) === named))) {
      joinLines(blocks, i, count, '标题').depth = 2;
      found.push(i);
    }
    // A number may stand between the order and what it publishes.
    open &&= kindAt(blocks, i) === 'number';
  }
  return found;
}

/** Marks the headings of a part of a document: as deep as they are among its levels, from `widest` on. */
function readHeadings(lines: DraftParagraph[], widest: number): void {
  const levels = lines.map(({ text }) => is.headingLevel(text));
  const sorted = [...new Set(levels)].filter((level) => level >= 0).sort((a, b) => a - b);
  lines.forEach((line, i) => {
    const level = levels[i]!;
    if (line.part || line.depth) return;
    if (line.heading) line.depth = Math.max(line.heading, 2);
    else if (level !== -1) line.depth = Math.min(widest + Math.max(0, sorted.indexOf(level)), 6);
  });
}

/** What the document is called: see `Draft.title`. */
function nameOf(blocks: DraftBlock[], inner: string | undefined): string | undefined {
  const [number] = partTexts(blocks, 'DocumentNumber');
  const isName = /[令告]\S*第|[号號]\p{Script=Han}/u.test(number ?? '');
  const title = partTexts(blocks, 'DocumentTitle')[0] ?? (isName ? number : undefined);
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
  const blocks = withoutFrames(received).flatMap((block): DraftBlock[] => {
    if (block.kind === 'dropped' || !textOf(block).trim()) return [];
    if (block.kind === 'table') return [squared(block)];
    // 发文字号 may stand beside 签发人 or a category.
    const [text, beside] = is.splitNumber(block.text);
    const line = { ...structuredClone(block), text: text! };
    return beside ? [line, { kind: 'paragraph', text: beside }] : [line];
  });
  splitLabels(blocks);
  const head = blocks.splice(0, readHead(blocks));
  joinHeadings(blocks);
  const dated = readTail(blocks);
  if (dated)
    for (const line of head)
      if (line.kind === 'paragraph' && line.part === 'Dateline') line.part = undefined;
  const [title = ''] = partTexts(head, 'DocumentTitle');
  const inner = readInnerTitles(blocks, dated, title);
  const contents = new Set(contentsOf(blocks));
  for (const at of inner) {
    const before = partTexts([...head, ...blocks.slice(0, at)], 'DocumentNumber');
    if (before.length === 0 && kindAt(blocks, at - 1) === 'number')
      lineAt(blocks, at - 1)!.part = 'DocumentNumber';
  }
  [0, ...inner.map((at) => at + 1)].forEach((start, i) => {
    const section = blocks.slice(start, inner[i] ?? blocks.length);
    const lines = section.filter((block) => block.kind === 'paragraph' && !contents.has(block));
    readHeadings(lines as DraftParagraph[], i === 0 ? 2 : 3);
  });
  doubtLooks(blocks);
  const [first] = inner.map((at) => textOf(blocks[at]!));
  const all = [...head, ...blocks];
  return { blocks: all, title: nameOf(all, first) };
}
