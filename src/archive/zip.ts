/** A zip whose bytes depend on its files and one date, and on nothing else. */
import { zipSync, type Zippable } from 'fflate';
import { byPath, type Files } from './files.ts';

/** Deflating these again costs time and gains nothing; Pagefind's files are gzip inside. */
export const PACKED_ALREADY =
  /\.(png|jpe?g|webp|gif|woff2?|zip|gz|pdf|docx|xlsx|pf_\w+|pagefind)$/i;

/** Limits of a zip without the 64-bit extension, which fflate does not write. */
const MOST_FILES = 65_535;
const MOST_BYTES = 2 ** 32 - 1;

/**
 * Said of every entry, on whatever system it was packed: a plain file, written on Unix, readable by all. Info-ZIP
 * takes names from any other system for an old DOS code page, whatever the UTF-8 flag says, and 说明 comes out as noise.
 */
const PLAIN_FILE = { os: 3, attrs: 0o100644 * 2 ** 16 };

/**
 * Packs files into a zip: sorted by path, all of one date and of the same attributes, names in UTF-8 and marked so,
 * every byte computed in JavaScript (fflate), so that no version of zlib shows through.
 * @param date `2021-05-20`, or less exact; the time is noon, and years before 1980 are 1980, as zip has it
 * @throws Error when there is more than a zip can hold
 */
export function packZip(files: Files, date: string): Uint8Array {
  if (files.size > MOST_FILES)
    throw new Error(`归档有 ${files.size} 个文件，超过 zip 的上限 ${MOST_FILES} 个。`);
  const mtime = dosDate(date);
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort(byPath)) {
    entries[path] = [
      files.get(path)!,
      { level: PACKED_ALREADY.test(path) ? 0 : 9, mtime, ...PLAIN_FILE },
    ];
  }
  const zip = zipSync(entries);
  if (zip.length > MOST_BYTES) throw new Error('归档超过 zip 的上限 4 GB。请把文库分成几部分。');
  return zip;
}

/** fflate reads the clock face of the local zone: noon there is noon here, and no zone skips it. */
function dosDate(date: string): Date {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return year < 1980 || Number.isNaN(year)
    ? new Date(1980, 0, 1, 12)
    : new Date(year, month - 1, day, 12);
}
