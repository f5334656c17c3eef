/** A table with merged cells as rows of equal cells: one grid for every format. Pure. */
import { ImportFault, MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from '../limits.ts';
import type { ReceivedBlock, ReceivedTable } from '../received.ts';

export interface Cell {
  /** What stands in it; nothing in one that only goes on a merged cell. */
  blocks: ReceivedBlock[];
  /** How many columns and rows it takes up; 1 where nothing is said, no column for one that is not shown. */
  across?: number;
  down?: number;
  /** It only goes on the merged cell above or before it. */
  goesOn?: boolean;
  /** Cells below or beside go on with it. */
  begins?: boolean;
}

/** Words of a cell on one line. */
const wordsOf = (blocks: ReceivedBlock[]): string =>
  blocks
    .filter(({ kind }) => kind !== 'dropped')
    .map((block) => (block.kind === 'table' ? block.rows.flat().join(' ') : block.text))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();

/**
 * @param rows the cells as the file has them, row by row
 * @returns the table and what stands in its cells and is left out; a frame of one cell gives what it holds
 * @throws ImportFault where it is larger than a table can be
 */
export function tableOf(rows: Cell[][]): ReceivedBlock[] {
  const cells = rows.flat();
  if (cells.length === 1) return cells[0]!.blocks;
  if (rows.length > MOST_ROWS || cells.length > MOST_CELLS)
    throw new ImportFault(`表格多于 ${MOST_ROWS} 行，不像公文中的表。请拆成几份再导入。`);
  const table: ReceivedTable = { kind: 'table', rows: [], merged: 0 };
  /** Columns that a cell of an earlier row still reaches into, and for how many rows. */
  const held: number[] = [];
  for (const row of rows) {
    const line: string[] = [];
    const skip = (): void => {
      while ((held[line.length] ?? 0) > 0) (held[line.length]!--, line.push(''));
    };
    for (const cell of row) {
      skip();
      const text = wordsOf(cell.blocks);
      const { across = 1, down = 1, goesOn = false, begins = false } = cell;
      if (begins || (!goesOn && (across > 1 || down > 1))) table.merged++;
      if (line.length + across > MOST_COLUMNS)
        throw new ImportFault(`表格多于 ${MOST_COLUMNS} 列，不像公文中的表。请拆成几份再导入。`);
      for (let i = 0; i < across; i++) {
        if (down > 1) held[line.length] = down - 1;
        line.push(i === 0 && !goesOn ? text : '');
      }
      if (goesOn && text) line[line.length - across] = text;
    }
    skip();
    table.rows.push(line);
  }
  const blocks = cells.flatMap((cell) => cell.blocks);
  const kept = blocks.filter((block) => block.kind !== 'dropped');
  const nested = cells
    .filter((cell) => cell.blocks.some(({ kind }) => kind === 'table'))
    .map((cell) => `表中套着表，内层的文字写在一格内：“${wordsOf(cell.blocks).slice(0, 24)}”`);
  const generated = kept.flatMap((block) => block.generated ?? []);
  const doubts = [...kept.flatMap((block) => block.doubts ?? []), ...nested];
  if (generated.length > 0) table.generated = generated;
  if (doubts.length > 0) table.doubts = doubts;
  const dropped = blocks.filter((block) => block.kind === 'dropped');
  return table.rows.some((row) => row.some(Boolean)) ? [table, ...dropped] : dropped;
}
