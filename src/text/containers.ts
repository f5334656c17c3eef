/** Lists, quotes and tables of a text, as ranges of its blocks. */

/** What holds blocks: blocks `from` up to, but without, `to`. A `rule`, a line drawn across, holds none. */
export interface Container {
  kind: 'list' | 'item' | 'quote' | 'table' | 'row' | 'rule';
  from: number;
  to: number;
  /** How many containers it stands in. */
  depth: number;
  /** For a numbered list: its first number. */
  start?: number;
  /** For a table: how each column is set. */
  columns?: ('left' | 'center' | 'right' | null)[];
}
