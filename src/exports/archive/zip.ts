/** A zip whose bytes depend on its files and one date, and on nothing else. */
import { zipSync } from 'fflate';
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

/** The record at a zip's end, and where the number of files, the size of the directory and its place stand in it. */
const END = { bytes: 22, filesHere: 8, files: 10, size: 12, start: 16 };
/** Where an entry of the directory says at which byte of the zip its file begins. */
const FILE_START = 42;

/**
 * Packs files into a zip: sorted by path, all of one date and of the same attributes, names in UTF-8 and marked so,
 * every byte computed in JavaScript (fflate), so that no version of zlib shows through. fflate's own streams leave sizes
 * and checksums to a record behind each file; here they stand before it, since each file is packed as a zip of its own,
 * of which its part and its entry in the directory are taken.
 * @param date `2021-05-20`, or less exact; the time is noon, and years before 1980 are 1980, as zip has it
 * @returns the zip piece by piece: each file is read when its turn comes
 * @throws Error when there is more than a zip can hold
 */
export function* zipPieces(files: Files, date: string): Generator<Uint8Array> {
  if (files.size > MOST_FILES)
    throw new Error(`归档有 ${files.size} 个文件，超过 zip 的上限 ${MOST_FILES} 个。`);
  const mtime = dosDate(date);
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const path of [...files.keys()].sort(byPath)) {
    const level = PACKED_ALREADY.test(path) ? 0 : 9;
    const alone = zipSync({ [path]: [files.get(path)!.read(), { level, mtime, ...PLAIN_FILE }] });
    const end = alone.length - END.bytes;
    const start = numbers(alone).getUint32(end + END.start, true);
    const entry = alone.slice(start, end);
    numbers(entry).setUint32(FILE_START, at, true);
    directory.push(entry);
    yield alone.subarray(0, start);
    at += start;
    if (at > MOST_BYTES) throw new Error('归档超过 zip 的上限 4 GB。请把文库分成几部分。');
  }
  yield* directory;
  const last = zipSync({});
  numbers(last).setUint16(END.filesHere, files.size, true);
  numbers(last).setUint16(END.files, files.size, true);
  numbers(last).setUint32(END.size, sizeOf(directory), true);
  numbers(last).setUint32(END.start, at, true);
  yield last;
}

const numbers = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const sizeOf = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((sum, { length }) => sum + length, 0);

/** fflate reads the clock face of the local zone: noon there is noon here, and no zone skips it. */
function dosDate(date: string): Date {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return year < 1980 || Number.isNaN(year)
    ? new Date(1980, 0, 1, 12)
    : new Date(year, month - 1, day, 12);
}
