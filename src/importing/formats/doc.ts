/** Word 97–2003's .doc, by word-extractor: its text and tables, without how they are set. */
import WordExtractor, { type WordFile } from 'word-extractor';
import { ImportFault } from '../fault.ts';
import type { Received, ReceivedBlock, ReceivedTable } from '../received.ts';

const MOST_LINES_IN_A_ROW = 30;

/**
 * The reader gives a table's row as its cells, each closed by a tab, then a line break; a cell of several
 * paragraphs breaks the line within the row.
 * @param width how many cells a row has, where one was read already
 * @returns the cells, and how many lines they take, or null where no row begins here
 */
function rowAt(
  lines: string[],
  at: number,
  width: number | null,
): { cells: string[]; taken: number } | null {
  let row = lines[at] ?? '';
  for (let taken = 1; taken <= MOST_LINES_IN_A_ROW; taken++) {
    const cells = row.split('\t').slice(0, -1);
    const whole =
      row.endsWith('\t') && cells.length > 1 && (width === null || cells.length === width);
    if (whole) return { cells: cells.map((cell) => cell.replace(/\s+/gu, ' ').trim()), taken };
    const next = lines[at + taken];
    if (width === null || next === undefined || cells.length >= width || !row.includes('\t'))
      return null;
    row += `\n${next}`;
  }
  return null;
}

function blocksOf(body: string): ReceivedBlock[] {
  const blocks: ReceivedBlock[] = [];
  const lines = body.split('\n');
  let table: ReceivedTable | null = null;
  for (let i = 0; i < lines.length; i++) {
    const row = rowAt(lines, i, table?.rows[0]?.length ?? null);
    if (row) {
      if (!table) blocks.push((table = { kind: 'table', rows: [], merged: 0 }));
      table.rows.push(row.cells);
      i += row.taken - 1;
      continue;
    }
    table = null;
    const raw = lines[i]!;
    const text = raw.replaceAll('\t', ' ').trim();
    const indented = /^\u3000/u.test(raw);
    if (text) blocks.push({ kind: 'paragraph', text, ...(indented ? { indented } : {}) });
  }
  return blocks;
}

/** @throws ImportFault where the file is broken, encrypted, or no Word document */
export async function readDoc(bytes: Uint8Array): Promise<Received> {
  let document: WordFile;
  try {
    document = await new WordExtractor().extract(Buffer.from(bytes));
  } catch (error) {
    const locked = /encrypt/iu.test((error as Error).message);
    throw new ImportFault(
      locked
        ? '文件有密码保护，打不开。请在 Word 或 WPS 中去掉密码后再导入。'
        : '文件已损坏，或不是 Word 文档。请用 Word 或 WPS 打开并另存为 .docx 后再导入。',
    );
  }
  const plain = { filterUnicode: false } as const;
  const body = document.getBody(plain);
  const notes = [
    document.getFootnotes(plain),
    document.getEndnotes(plain),
    document.getTextboxes(plain),
  ];
  const dropped = [
    { text: document.getHeaders({ ...plain, includeFooters: false }).trim(), reason: '页眉' },
    { text: document.getFooters(plain).trim(), reason: '页脚' },
    { text: document.getAnnotations(plain).trim(), reason: '批注' },
  ].filter(({ text }) => text);
  return {
    format: 'Word 97–2003 文档（.doc）',
    blocks: [
      ...blocksOf(body),
      ...notes.flatMap(blocksOf),
      ...dropped.map(({ text, reason }): ReceivedBlock => ({ kind: 'dropped', text, reason })),
    ],
    whole: [body, ...notes, ...dropped.map(({ text }) => text)].join('\n'),
    remarks: [
      '.doc 中自动生成的编号不是文字，读不出来：请与原件核对编号，或在 Word 中另存为 .docx 后再导入。',
    ],
  };
}
