/** Word 97–2003's .doc, by word-extractor: its text and tables, without how they are set. */
import WordExtractor, { type WordFile } from 'word-extractor';
import { ImportFault } from '../fault.ts';
import type { Received, ReceivedBlock, ReceivedTable } from '../received.ts';

/**
 * A table is stored as its cells, each closed by a mark that the reader gives as a tab, with one more mark
 * after each row: with n columns, every n+1st piece is empty.
 * @returns the table and what follows it on the same line, or null for a line that only has tabs in it
 */
function tableOf(line: string): { table: ReceivedTable; rest: string } | null {
  const pieces = line.split('\t');
  const rest = pieces.pop() ?? '';
  for (let columns = 2; columns < pieces.length; columns++) {
    const step = columns + 1;
    if (pieces.length % step || pieces.length / step < 2) continue;
    const rows = Array.from({ length: pieces.length / step }, (_, i) =>
      pieces.slice(i * step, i * step + step),
    );
    if (!rows.every((row) => row.at(-1) === '') || !rows[0]!.slice(0, -1).some(Boolean)) continue;
    const cells = rows.map((row) =>
      row.slice(0, -1).map((cell) => cell.replace(/\s+/gu, ' ').trim()),
    );
    return { table: { kind: 'table', rows: cells, merged: 0 }, rest };
  }
  return null;
}

/** Lines of one table stand together: a cell of several paragraphs breaks them. */
function blocksOf(body: string): ReceivedBlock[] {
  const blocks: ReceivedBlock[] = [];
  const lines = body.split('\n');
  for (let i = 0; i < lines.length; i++) {
    let line = lines[i]!;
    let found = null;
    if (line.includes('\t'))
      for (let more = 0; more < 40 && !found && i + more < lines.length; more++) {
        if (more > 0) line += `\n${lines[i + more]}`;
        found = tableOf(line);
        if (found) i += more;
      }
    if (found) blocks.push(found.table);
    const raw = found ? found.rest : lines[i]!;
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
