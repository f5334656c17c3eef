/** PDF with a text layer, by pdf.js: its pages, without page numbers and running heads. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ImportFault } from '../fault.ts';
import type { Received, ReceivedBlock, ReceivedTable } from '../received.ts';
import { furnitureOf } from './pdf-furniture.ts';
import { linesOf, type PdfLine, type PdfPiece } from './pdf-lines.ts';
import { columnOf, paragraphsOf } from './pdf-paragraphs.ts';
import { countRadicals, radicalRemarks, withoutRadicals } from './pdf-radicals.ts';
import { drawnSpaces, drawnText } from './pdf-spaces.ts';
import { boxesOf, gridsOf, type Grid } from './pdf-rules.ts';
import { cellOf, tableOf } from './pdf-tables.ts';

const MOST_PAGES = 2_000;
const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

interface Page {
  pieces: PdfPiece[];
  tables: { top: number; table: ReceivedTable; grid: Grid }[];
  lines: PdfLine[];
  /** How many radicals were put as the characters that they stand for. */
  radicals: number;
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

async function readPage({ document, ops }: Opened, number: number): Promise<Page> {
  const page = await document.getPage(number);
  const drawn = await page.getOperatorList();
  const content = await page.getTextContent({ disableNormalization: true });
  const items = content.items.flatMap((item) => ('str' in item ? [item] : []));
  const texts = drawnSpaces(
    items.map(({ str }) => str),
    drawnText(drawn.fnArray, drawn.argsArray, ops.showText),
  );
  const pieces = items.flatMap(({ transform, width }, i): PdfPiece[] => {
    const text = texts[i]!;
    if (text === '') return [];
    const [a, b, c, d, x, y] = transform as number[];
    const size = Math.hypot(c!, d!) || Math.hypot(a!, b!);
    return [{ text: withoutRadicals(text), x: x!, y: y!, width, size }];
  });
  const tables = gridsOf(boxesOf(drawn.fnArray, drawn.argsArray, ops)).flatMap((grid) => {
    const table = tableOf(grid, pieces);
    return table ? [{ top: grid.ys[0]!, table, grid }] : [];
  });
  const free = pieces.filter((piece) => !tables.some(({ grid }) => cellOf(grid, piece)));
  page.cleanup();
  return { pieces, tables, lines: linesOf(free, number), radicals: countRadicals(texts.join('')) };
}

/** A table that goes on at the head of the next page, with its first row printed again. */
function joinTables(last: ReceivedTable, next: ReceivedTable, page: number): ReceivedBlock[] {
  const [again] = next.rows;
  const repeated = again && JSON.stringify(again) === JSON.stringify(last.rows[0]);
  last.rows.push(...(repeated ? next.rows.slice(1) : next.rows));
  return repeated
    ? [{ kind: 'dropped', text: again.join(''), reason: '续表的表头', where: `第${page}页` }]
    : [];
}

function assemble(pages: Page[]): Pick<Received, 'blocks' | 'remarks'> {
  const furniture = furnitureOf(pages.map(({ lines }) => lines));
  const reasons = new Map(furniture.map(({ line, reason }) => [line, reason]));
  const column = columnOf(pages.flatMap(({ lines }) => lines).filter((line) => !reasons.has(line)));
  const blocks: ReceivedBlock[] = [];
  const beside: ReceivedBlock[] = [];
  let pending: PdfLine[] = [];
  let joined = 0;
  const flush = (): void => {
    blocks.push(...paragraphsOf(pending, column));
    pending = [];
  };
  pages.forEach(({ lines, tables }, i) => {
    const dropped = lines.flatMap((line): ReceivedBlock[] => {
      const reason = reasons.get(line);
      return reason
        ? [{ kind: 'dropped', text: line.text.trim(), reason, where: `第${i + 1}页` }]
        : [];
    });
    let left = lines.filter((line) => !reasons.has(line));
    for (const { top, table } of tables) {
      pending.push(...left.filter(({ y }) => y >= top));
      left = left.filter(({ y }) => y < top);
      flush();
      const last = blocks.findLast(({ kind }) => kind !== 'dropped');
      const goesOn = last?.kind === 'table' && last.rows[0]?.length === table.rows[0]?.length;
      if (goesOn) (blocks.push(...joinTables(last, table, i + 1)), joined++);
      else blocks.push(table);
    }
    pending.push(...left);
    beside.push(...dropped);
  });
  flush();
  const tables = pages.flatMap((page) => page.tables).length;
  const radicals = pages.reduce((sum, page) => sum + page.radicals, 0);
  const remarks = [
    ...(tables
      ? [`PDF 中的表格（${tables} 处）是按格线认出的：请与原件核对，合并的单元格尤其要看。`]
      : []),
    ...radicalRemarks(radicals),
    ...(joined ? [`${joined} 处表格跨页，已接成一张。`] : []),
  ];
  return { blocks: [...blocks, ...beside], remarks };
}

/**
 * @throws ImportFault where the file is broken, locked, or has no text: a scan
 */
export async function readPdf(bytes: Uint8Array): Promise<Received> {
  const opened = await openPdf(bytes);
  try {
    const { numPages } = opened.document;
    if (numPages > MOST_PAGES)
      throw new ImportFault(`PDF 有 ${numPages} 页，多于 ${MOST_PAGES} 页。请分成几份再导入。`);
    const pages: Page[] = [];
    for (let i = 1; i <= numPages; i++) pages.push(await readPage(opened, i));
    const whole = pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
    if (!whole.trim())
      throw new ImportFault(
        'PDF 中没有文字，只有图像（扫描件）。请先用文字识别软件转成文字并核对，再导入。',
      );
    return { format: 'PDF', ...assemble(pages), whole, placed: true };
  } finally {
    await opened.task.destroy();
  }
}
