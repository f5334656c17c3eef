/** Writes samples as plain text, a paragraph a line. */
import type { Sample } from './sample.ts';

/** @returns the text; a table's rows are lines of their own */
export const writeText = (sample: Sample): string =>
  sample.pieces
    .map((piece) =>
      'rows' in piece ? piece.rows.map((row) => row.join('　')).join('\n') : piece.text,
    )
    .join('\n\n');
