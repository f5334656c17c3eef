/** PDF with a text layer, by pdf.js: its pages in the order of reading, without page numbers and running heads. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { ImportFault, MOST_PAGES } from '../limits.ts';
import { textOf, type Dropped, type Received, type ReceivedBlock } from '../received.ts';
import {
  characterRemarks,
  closedUp,
  drawnSpaces,
  isSimplified,
  isSpacedOut,
  unreadable,
  withoutRadicals,
} from './pdf-characters.ts';
import { columnOf, furnitureOf, letterSize, notesAt, paragraphsOf } from './pdf-layout.ts';
import { levelled, linesInOrder, linesOf, type PdfLine, type PdfPiece } from './pdf-lines.ts';
import { goOnTable, gridsIn, tablesIn, times } from './pdf-tables.ts';
import type { Grid, Matrix } from './pdf-tables.ts';

interface Page {
  number: number;
  width: number;
  /** Upright text. */
  pieces: PdfPiece[];
  grids: Grid[];
  /** Text that stands aslant or on its head: stamps, watermarks. */
  aslant: string;
  /** Whether it holds pictures, and text that is not seen: what text recognition lays over a scanned page. */
  pictures: boolean;
  unseen: boolean;
}

type Operators = typeof import('pdfjs-dist').OPS;

const REMEDY =
  '请在原来的软件中重新导出 PDF，或取得 Word 文件，或用文字识别软件转成文字并核对，再导入。';

/** A font whose codes are glyphs of its own and that says of none which character it is. */
const isMute = (font: { composite?: boolean; toUnicode?: { lastChar?: number } }) =>
  font.composite === true && font.toUnicode?.lastChar === 0xffff;

async function readPage(document: PDFDocumentProxy, number: number, ops: Operators) {
  const page = await document.getPage(number);
  const drawing = await page.getOperatorList();
  const { fnArray, argsArray } = drawing;
  const content = await page.getTextContent({ disableNormalization: true });
  const items = content.items.flatMap((item) => ('str' in item ? [item] : []));
  for (const name of new Set(items.filter(({ str }) => str.trim()).map(({ fontName }) => fontName)))
    if (isMute(page.commonObjs.get(name) as Parameters<typeof isMute>[0]))
      throw new ImportFault(`PDF 第${number}页的字体没有说明各个字是什么字，读不出来。${REMEDY}`);
  if (items.filter(({ dir }) => dir === 'ttb').length > items.length / 2)
    throw new ImportFault(`PDF 第${number}页是竖排的，读不出次序。请录成横排的文字再导入。`);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  // The viewport's y goes down, ours up.
  const upright = times([1, 0, 0, -1, 0, height], transform as Matrix);
  const drawn = fnArray.map((fn, i) => {
    const [glyphs] = fn === ops.showText ? (argsArray[i] as [({ unicode?: string } | null)[]]) : [];
    return glyphs?.map((glyph) => glyph?.unicode ?? '').join('') ?? '';
  });
  const texts = drawnSpaces(
    items.map(({ str }) => str),
    drawn.join(''),
  );
  const found: Page = {
    number,
    width,
    pieces: [],
    grids: gridsIn(drawing, ops, upright),
    aslant: '',
    pictures: fnArray.some((fn) =>
      [ops.paintImageXObject, ops.paintInlineImageXObject, ops.paintImageMaskXObject].includes(fn),
    ),
    unseen: fnArray.some(
      (fn, i) => fn === ops.setTextRenderingMode && (argsArray[i] as number[])[0] === 3,
    ),
  };
  items.forEach((item, index) => {
    const text = texts[index]!;
    const [a, b, c, d, x, y] = times(upright, item.transform as Matrix);
    const size = Math.hypot(c, d) || Math.hypot(a, b);
    if (Math.abs(b) > Math.abs(a) * 0.1 || a < 0) found.aslant += text;
    else if (text) found.pieces.push({ text, x, y, width: item.width, size, index });
  });
  page.cleanup();
  return found;
}

/** Words where the order of reading is first not the one in which the file holds the text. */
function disorder(lines: PdfLine[]): string | undefined {
  const solid = lines.flatMap(({ pieces }) => pieces).filter(({ text }) => text.trim());
  return solid.find((piece, i) => i > 0 && piece.index < solid[i - 1]!.index)?.text;
}

/** @returns what stands on the pages, in the order of reading, and what an editor should know of it */
function blocksOf(pages: Page[]): Pick<Received, 'blocks' | 'remarks'> {
  const remarks: string[] = [];
  const placed = pages.map((page) => ({ ...page, ...tablesIn(page.grids, page.pieces) }));
  const rows = placed.map(({ number, free }) => linesOf(free, number));
  const furniture = furnitureOf(rows);
  const removed = new Set([...furniture.keys()].flatMap(({ pieces }) => pieces));
  const em = letterSize(rows.flat());
  const dropped: Dropped[] = [];
  const leave = (page: number, words: string, reason: string): void => {
    const text = words.trim();
    if (text) dropped.push({ kind: 'dropped', text, reason, where: `第${page}页` });
  };
  const laid = placed.map(({ number, aslant, free, tables }) => {
    const where = `第${number}页`;
    for (const [line, reason] of furniture)
      if (line.page === number) leave(number, line.text, reason);
    leave(number, aslant, '斜排或倒置的文字');
    const kept = free.filter((piece) => !removed.has(piece));
    const lines = linesInOrder(kept, number, em);
    const start = (text: string): string => text.trim().slice(0, 12);
    const apart = disorder(lines);
    if (apart)
      remarks.push(
        `${where}的文字是按版面排的次序，与文件内部存放的不同，起于“${start(apart)}”：请核对该页的次序。`,
      );
    const row = lines.find(({ isRow, gaps }, at) => {
      const next = lines[at + 1];
      const isLevel = (x: number): boolean => !!next?.gaps.some((y) => Math.abs(x - y) < em / 2);
      return (isRow && next?.isRow) || gaps.some(isLevel);
    });
    if (row)
      remarks.push(
        `${where}从“${start(row.text)}”起有隔开并排的文字（没有格线的表？），逐行读出：请核对。`,
      );
    const notes = lines.splice(lines.length - notesAt(lines, em));
    return { number, lines, tables, notes };
  });

  const width = Math.max(...pages.map((page) => page.width));
  const column = columnOf(
    laid.flatMap(({ lines }) => lines),
    width,
  );
  const blocks: ReceivedBlock[] = [];
  let pending: PdfLine[] = [];
  let goneOn = 0;
  for (const { number, lines, tables } of laid) {
    let left = lines;
    for (const { top, table } of tables) {
      pending.push(...left.filter(({ y }) => y >= top));
      left = left.filter(({ y }) => y < top);
      blocks.push(...paragraphsOf(pending, column));
      pending = [];
      const last = blocks.at(-1);
      if (last?.kind !== 'table' || last.rows[0]!.length !== table.rows[0]!.length) {
        blocks.push(table);
        continue;
      }
      goneOn++;
      const { again, rest } = goOnTable(last, table);
      leave(number, again, '续表的表头');
      if (rest)
        remarks.push(
          `第${number}页表格的首行“${rest}”第一格是空的，可能是上一页末行的余文：请核对。`,
        );
    }
    pending.push(...left);
  }
  blocks.push(...paragraphsOf(pending, column));
  const notes = laid.flatMap((page) => paragraphsOf(page.notes, columnOf(page.notes, width)));
  const listed = (isOne: (page: Page) => boolean): string =>
    pages.flatMap((page) => (isOne(page) ? page.number : [])).join('、');
  const count = laid.flatMap(({ tables }) => tables).length;
  const blank = listed(({ pieces, pictures }) => pieces.length === 0 && pictures);
  const unseen = listed((page) => page.unseen && page.pieces.length > 0);
  const told = [
    count && `PDF 中的表格（${count} 处）是按格线认出的：请与原件核对，合并的单元格尤其要看。`,
    goneOn && `${goneOn} 处表格跨页，已接成一张。`,
    notes.length && `页末的注（${notes.length} 条）移到了文末：请核对。`,
    blank && `第${blank}页只有图像，没有文字，没有收入：请照录成文字。`,
    unseen && `第${unseen}页有看不见的文字（多为扫描件的识别结果）：请逐字与图像核对。`,
  ];
  remarks.push(...told.flatMap((remark) => remark || []));
  return { blocks: [...blocks, ...notes, ...dropped], remarks };
}

/**
 * @throws ImportFault where the file is broken, locked, has no text (a scan) or says of its text not which characters it is
 */
export async function readPdf(bytes: Uint8Array): Promise<Received> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    useSystemFonts: false,
    isEvalSupported: false,
    fontExtraProperties: true,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise.catch((error: Error) => {
      throw new ImportFault(
        error.name === 'PasswordException'
          ? 'PDF 有密码保护，打不开。请去掉密码后再导入。'
          : 'PDF 已损坏，读不通。请重新取得文件，或在阅读器中另存后再导入。',
      );
    });
    const { numPages } = document;
    if (numPages > MOST_PAGES)
      throw new ImportFault(`PDF 有 ${numPages} 页，多于 ${MOST_PAGES} 页。请分成几份再导入。`);
    const pages: Page[] = [];
    for (let i = 1; i <= numPages; i++) pages.push(await readPage(document, i, pdfjs.OPS));
    const drawn = pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
    const length = (drawn + pages.map(({ aslant }) => aslant).join('')).replace(/\s+/gu, '').length;
    if (!length)
      throw new ImportFault(
        'PDF 中没有文字，只有图像（扫描件）。请先用文字识别软件转成文字并核对，再导入。',
      );
    if (numPages > 3 && length < numPages * 5)
      throw new ImportFault(
        `PDF 有 ${numPages} 页，却只有 ${length} 个字，不像一份公文：多半是扫描件，或每页只排了一个字。${REMEDY}`,
      );
    const reason = unreadable(drawn);
    if (reason) throw new ImportFault(`${reason}，读不出来。${REMEDY}`);
    const inSimplified = isSimplified(drawn);
    for (const page of pages) {
      for (const piece of page.pieces) piece.text = withoutRadicals(piece.text, inSimplified);
      page.pieces = levelled(page.pieces);
    }
    const whole = pages
      .map(({ pieces, aslant }) => pieces.map(({ text }) => text).join('') + aslant)
      .join('');
    const { blocks, remarks } = blocksOf(pages);
    remarks.push(...characterRemarks(drawn, inSimplified));
    if (isSpacedOut(blocks.map(textOf))) {
      for (const block of blocks) if (block.kind === 'paragraph') block.text = closedUp(block.text);
      remarks.push(
        '字与字之间多有空格（文字识别的结果），已去掉：请核对标题和姓名中本来有的空格。',
      );
    }
    return { format: 'PDF', blocks, whole, placed: true, remarks };
  } finally {
    await task.destroy();
  }
}
