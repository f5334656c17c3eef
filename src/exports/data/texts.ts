/** The texts for researchers: entries' paragraphs as JSON Lines, compressed, the same bytes everywhere. */
import { gzip } from 'fflate';
import { z } from 'zod';
import type { ValidLibrary } from '../../content/read-library.ts';
import { entryKey, text } from '../../library/schemas/values.ts';
import { memoizeByLibrary } from '../../library/maps.ts';
import type { Entry } from '../../library/types.ts';

export const lineSchema = z.strictObject({
  key: entryKey.describe('条目'),
  title: text.describe('标题'),
  text: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        kind: z.enum(['paragraph', 'heading', 'part']),
        number: z.number().int().optional(),
        text: z.string(),
      }),
    )
    .describe('逐段：id 是页面上的锚，kind 是正文、标题或公文要素，number 是段号'),
});

/** What a line tells of an entry and its blocks, in this order. */
const FIELDS = ['key', 'title', 'id', 'kind', 'number', 'text'];

const lineOf = ({ key, title, blocks }: Entry): string =>
  `${JSON.stringify({ key, title, text: blocks }, FIELDS)}\n`;

/** By JavaScript, so that no version of zlib shows; without a date. Smaller by a few hundredths above this level, and slower by half. */
const OPTIONS = { level: 6, mtime: 0 } as const;

const packed = memoizeByLibrary(
  ({ entries }) =>
    new Promise<Uint8Array>((resolve, reject) => {
      const lines = [...entries.values()]
        .filter(({ blocks }) => blocks.length > 0)
        .map((entry) => Buffer.from(lineOf(entry)));
      gzip(Buffer.concat(lines), OPTIONS, (error, bytes) =>
        error ? reject(error) : resolve(bytes),
      );
    }),
);

/** @returns a gzip file, packed once in a thread of fflate's */
export const textsFile = ({ library }: ValidLibrary): Promise<Uint8Array> => packed(library);
