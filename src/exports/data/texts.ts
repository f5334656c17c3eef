/** The texts for researchers: entries' paragraphs as JSON Lines, compressed, the same bytes everywhere. */
import { gzip } from 'fflate';
import type { ValidLibrary } from '../../content/read-library.ts';
import { memoizeByLibrary } from '../../library/maps.ts';
import type { Entry } from '../../library/types.ts';

/** One line an entry: `{"key","title","text":[{"id","kind","number","text"}]}`. Ids are the anchors of the page. */
export const textLine = ({ key, title }: Entry, blocks: Entry['blocks']): string =>
  JSON.stringify({
    key,
    title,
    text: blocks.map(({ id, kind, number, text }) => ({ id, kind, number, text })),
  });

/** By JavaScript, so that no version of zlib shows; without a date. Smaller by a few hundredths above this level, and slower by half. */
const OPTIONS = { level: 6, mtime: 0 } as const;

const packed = memoizeByLibrary(
  ({ entries }) =>
    new Promise<Uint8Array>((resolve, reject) => {
      const encoder = new TextEncoder();
      const lines = [...entries.values()]
        .filter(({ blocks }) => blocks.length > 0)
        .map((entry) => encoder.encode(`${textLine(entry, entry.blocks)}\n`));
      gzip(Buffer.concat(lines), OPTIONS, (error, bytes) =>
        error ? reject(error) : resolve(bytes),
      );
    }),
);

/** @returns a gzip file, packed once in a thread of fflate's */
export const textsFile = ({ library }: ValidLibrary): Promise<Uint8Array> => packed(library);
