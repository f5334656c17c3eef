/** PDF with a text layer, by pdf.js: its pages in the order of reading, without page numbers and running heads. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ImportFault } from '../limits.ts';
import {
  textOf,
  type Dropped,
  type Received,
  type ReceivedBlock,
  type ReceivedTable,
} from '../received.ts';
import {
  characterRemarks,
  closedUp,
  drawnSpaces,
  drawnText,
  isSimplified,
  isSpacedOut,
  unreadable,
  withoutRadicals,
} from './pdf-characters.ts';
import { columnOf, furnitureOf, letterSize, notesAt, paragraphsOf } from './pdf-layout.ts';
import { levelled, linesInOrder, linesOf, type PdfLine, type PdfPiece } from './pdf-lines.ts';
import {
  boxesOf,
  cellOf,
  goOnTable,
  gridsOf,
  tableOf,
  times,
  type Grid,
  type Matrix,
} from './pdf-tables.ts';

const MOST_PAGES = 2_000;
const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

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

async function openPdf(bytes: Uint8Array) {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
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
    return { document: await task.promise, task, ops: pdfjs.OPS };
  } catch (error) {
    const locked = (error as Error).name === 'PasswordException';
    throw new ImportFault(
      locked
        ? 'PDF 有密码保护，打不开。请去掉密码后再导入。'
        : 'PDF 已损坏，读不通。请重新取得文件，或在阅读器中另存后再导入。',
    );
  }
}

type Opened = Awaited<ReturnType<typeof openPdf>>;

const REMEDY =
  '请在原来的软件中重新导出 PDF，或取得 Word 文件，或用文字识别软件转成文字并核对，再导入。';

/** A font whose codes are glyphs of its own and that says of none which character it is. */
const isMute = (font: {
  composite?: boolean;
  toUnicode?: { firstChar?: number; lastChar?: number };
}) => font.composite === true && font.toUnicode?.lastChar === 0xffff;

/** How text is turned, in quarters, most of it on a page. */
function turnOf(transforms: { matrix: Matrix; length: number }[]): number {
  const turns = [0, 0, 0, 0];
  for (const { matrix, length } of transforms)
    turns[(Math.round(Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2)) + 4) % 4]! += length;
  return turns.indexOf(Math.max(...turns));
}

async function readPage({ document, ops }: Opened, number: number): Promise<Page> {
  const page = await document.getPage(number);
  const drawn = await page.getOperatorList();
  const content = await page.getTextContent({ disableNormalization: true });
  const items = content.items.flatMap((item) => ('str' in item ? [item] : []));
  for (const name of new Set(items.filter(({ str }) => str.trim()).map(({ fontName }) => fontName)))
    if (isMute(page.commonObjs.get(name) as Parameters<typeof isMute>[0]))
      throw new ImportFault(`PDF 第${number}页的字体没有说明各个字是什么字，读不出来。${REMEDY}`);
  if (items.filter(({ dir }) => dir === 'ttb').length > items.length / 2)
    throw new ImportFault(`PDF 第${number}页是竖排的，读不出次序。请录成横排的文字再导入。`);
  const [x0, y0, x1, y1] = page.view as [number, number, number, number];
  const [down] = [page.getViewport({ scale: 1 }).transform as Matrix];
  // The viewport's y goes down, ours up.
  const upright = times([1, 0, 0, -1, 0, 0], down);
  const placed = items.map(({ transform, str }) => ({
    matrix: times(upright, transform as Matrix),
    length: str.length,
  }));
  const turn = turnOf(placed);
  const [cos, sin] = [
    [1, 0],
    [0, -1],
    [-1, 0],
    [0, 1],
  ][turn] as [number, number];
  const turned = times([cos, sin, -sin, cos, 0, 0], upright);
  const texts = drawnSpaces(
    items.map(({ str }) => str),
    drawnText(drawn.fnArray, drawn.argsArray, ops.showText),
  );
  const found: Page = {
    number,
    width: turn % 2 === 0 ? x1 - x0 : y1 - y0,
    pieces: [],
    grids: gridsOf(boxesOf(drawn.fnArray, drawn.argsArray, ops, turned)),
    aslant: '',
    pictures: drawn.fnArray.some((fn) =>
      [ops.paintImageXObject, ops.paintInlineImageXObject, ops.paintImageMaskXObject].includes(fn),
    ),
    unseen: drawn.fnArray.some(
      (fn, i) => fn === ops.setTextRenderingMode && (drawn.argsArray[i] as number[])[0] === 3,
    ),
  };
  items.forEach(({ transform, width }, index) => {
    const text = texts[index]!;
    if (text === '') return;
    const [a, b, c, d, x, y] = times(turned, transform as Matrix);
    const size = Math.hypot(c, d) || Math.hypot(a, b);
    if (Math.abs(b) > Math.abs(a) * 0.1 || a < 0) found.aslant += text;
    else found.pieces.push({ text, x, y, width, size, index });
  });
  page.cleanup();
  return found;
}

/** A page whose tables and other lines are told apart. */
interface Laid {
  number: number;
  lines: PdfLine[];
  tables: { top: number; table: ReceivedTable }[];
  dropped: Dropped[];
  notes: PdfLine[];
}

/** Words around the first place where the order of reading is not the one in which the file holds the text. */
function disorder(pieces: PdfPiece[]): string | null {
  const solid = pieces.filter(({ text }) => text.trim());
  const at = solid.findIndex((piece, i) => i > 0 && piece.index < solid[i - 1]!.index);
  return at < 0 ? null : solid[at]!.text.trim().slice(0, 12);
}

function layOut(pages: Page[]): { laid: Laid[]; remarks: string[]; whole: string } {
  const level = pages.map(({ pieces }) => levelled(pieces));
  const tables = pages.map(({ grids }, i) =>
    grids.flatMap((grid) => {
      const table = tableOf(grid, level[i]!);
      return table ? [{ top: grid.ys[0]!, grid, table }] : [];
    }),
  );
  const free = level.map((pieces, i) =>
    pieces.filter((piece) => !tables[i]!.some(({ grid }) => cellOf(grid, piece))),
  );
  const rows = free.map((pieces, i) => linesOf(pieces, pages[i]!.number));
  const furniture = furnitureOf(rows);
  const out = new Set(furniture.flatMap(({ line }) => line.pieces));
  const em = letterSize(rows.flat());
  const remarks: string[] = [];
  const laid = pages.map(({ number, aslant }, i): Laid => {
    const where = `第${number}页`;
    const dropped = furniture
      .filter(({ line }) => line.page === number)
      .map(({ line, reason }): Dropped => ({
        kind: 'dropped',
        text: line.text.trim(),
        reason,
        where,
      }));
    if (aslant.trim())
      dropped.push({ kind: 'dropped', text: aslant.trim(), reason: '斜排或倒置的文字', where });
    const lines = linesInOrder(
      free[i]!.filter((piece) => !out.has(piece)),
      number,
      em,
    );
    const apart = disorder(lines.flatMap(({ pieces }) => pieces));
    if (apart)
      remarks.push(
        `${where}的文字是按版面排的次序，与文件内部存放的不同，起于“${apart}”：请核对该页的次序。`,
      );
    const row = lines.find(({ isRow }, at) => isRow && lines[at + 1]?.isRow);
    if (row)
      remarks.push(
        `${where}从“${row.text.trim().slice(0, 12)}”起有隔开并排的文字（没有格线的表？），逐行读出：请核对。`,
      );
    const notes = lines.splice(lines.length - notesAt(lines, em));
    return { number, lines, tables: tables[i]!, dropped, notes };
  });
  const whole = pages.map(({ aslant }, i) => level[i]!.map(({ text }) => text).join('') + aslant);
  return { laid, remarks, whole: whole.join('') };
}

function assemble(pages: Page[]): Pick<Received, 'blocks' | 'remarks' | 'whole'> {
  const { laid, remarks, whole } = layOut(pages);
  const width = Math.max(...pages.map((page) => page.width));
  const column = columnOf(
    laid.flatMap(({ lines }) => lines),
    width,
  );
  const blocks: ReceivedBlock[] = [];
  let pending: PdfLine[] = [];
  let goneOn = 0;
  const again: Dropped[] = [];
  const flush = (): void => {
    blocks.push(...paragraphsOf(pending, column));
    pending = [];
  };
  for (const { number, lines, tables } of laid) {
    let left = lines;
    for (const { top, table } of tables) {
      pending.push(...left.filter(({ y }) => y >= top));
      left = left.filter(({ y }) => y < top);
      flush();
      const last = blocks.at(-1);
      if (last?.kind === 'table' && last.rows[0]?.length === table.rows[0]?.length) {
        const joined = goOnTable(last, table, number);
        remarks.push(...joined.remarks);
        if (joined.again !== null)
          again.push({
            kind: 'dropped',
            text: joined.again,
            reason: '续表的表头',
            where: `第${number}页`,
          });
        goneOn++;
      } else blocks.push(table);
    }
    pending.push(...left);
  }
  flush();
  const notes = laid.flatMap((page) => paragraphsOf(page.notes, columnOf(page.notes, width)));
  const count = laid.flatMap(({ tables }) => tables).length;
  const listed = (numbers: Page[]): string => numbers.map(({ number }) => number).join('、');
  const blank = pages.filter(({ pieces, pictures }) => pieces.length === 0 && pictures);
  const unseen = pages.filter((page) => page.unseen && page.pieces.length > 0);
  return {
    blocks: [...blocks, ...notes, ...again, ...laid.flatMap(({ dropped }) => dropped)],
    whole,
    remarks: [
      ...remarks,
      ...(count
        ? [`PDF 中的表格（${count} 处）是按格线认出的：请与原件核对，合并的单元格尤其要看。`]
        : []),
      ...(goneOn ? [`${goneOn} 处表格跨页，已接成一张。`] : []),
      ...(notes.length ? [`页末的注（${notes.length} 条）移到了文末：请核对。`] : []),
      ...(blank.length ? [`第${listed(blank)}页只有图像，没有文字，没有收入：请照录成文字。`] : []),
      ...(unseen.length
        ? [`第${listed(unseen)}页有看不见的文字（多为扫描件的识别结果）：请逐字与图像核对。`]
        : []),
    ],
  };
}

/**
 * @throws ImportFault where the file is broken, locked, has no text (a scan) or says of its text not which characters it is
 */
export async function readPdf(bytes: Uint8Array): Promise<Received> {
  const opened = await openPdf(bytes);
  try {
    const { numPages } = opened.document;
    if (numPages > MOST_PAGES)
      throw new ImportFault(`PDF 有 ${numPages} 页，多于 ${MOST_PAGES} 页。请分成几份再导入。`);
    const pages: Page[] = [];
    for (let i = 1; i <= numPages; i++) pages.push(await readPage(opened, i));
    const drawn = pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
    const length = drawn.replace(/\s+/gu, '').length;
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
    for (const { pieces } of pages)
      for (const piece of pieces) piece.text = withoutRadicals(piece.text, inSimplified);
    const { blocks, remarks, whole } = assemble(pages);
    const spaced = isSpacedOut(blocks.map(textOf));
    if (spaced)
      for (const block of blocks) if (block.kind === 'paragraph') block.text = closedUp(block.text);
    return {
      format: 'PDF',
      blocks,
      whole,
      placed: true,
      remarks: [
        ...remarks,
        ...characterRemarks(drawn, inSimplified),
        ...(spaced
          ? ['字与字之间多有空格（文字识别的结果），已去掉：请核对标题和姓名中本来有的空格。']
          : []),
      ],
    };
  } finally {
    await opened.task.destroy();
  }
}
