/** The texts for researchers: entries' paragraphs as JSON Lines, compressed, the same bytes everywhere. */
import { gzip } from 'fflate';
import { z } from 'zod';
import { entryKey, text } from '../../library/schemas/values.ts';
import { memoizeByLibrary } from '../../library/maps.ts';

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

/** By JavaScript, so that no version of zlib shows; without a date. Smaller by a few hundredths above this level, and slower by half. */
const OPTIONS = { level: 6, mtime: 0 } as const;

/** @returns a gzip file of the entries that have a text, packed once in a thread of fflate's */
export const textsFile = memoizeByLibrary(
  ({ entries }) =>
    new Promise<Uint8Array>((resolve, reject) => {
      const lines = [...entries.values()]
        .filter(({ blocks }) => blocks.length > 0)
        .map(({ key, title, blocks: text }) => `${JSON.stringify({ key, title, text }, FIELDS)}\n`);
      gzip(Buffer.from(lines.join('')), OPTIONS, (error, bytes) =>
        error ? reject(error) : resolve(bytes),
      );
    }),
);
