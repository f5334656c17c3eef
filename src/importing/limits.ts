/**
 * How much a received file may ask for, stated once; docs/编辑手册.md tells editors the same. What asks for more is
 * refused, and the other files of the same call are imported.
 */

/** A file that cannot be imported: why, and what to do, in one Chinese sentence or two. */
export class ImportFault extends Error {
  override name = 'ImportFault';
}

export const MB = 1024 * 1024;

/** Larger than any official document; a text of more characters would make a page that no browser shows well. */
const MOST_BYTES = 50 * MB;
export const MOST_CHARACTERS = 2_000_000;
/** Of the thread that reads a file: seconds, and bytes of memory. */
export const MOST_SECONDS = 30;
export const MOST_MEMORY = 1024 * MB;
/** Of a .docx or .odt: files in its zip, bytes that they unpack to, and one of them alone, which is read as a tree. */
export const MOST_ZIP_FILES = 5_000;
export const MOST_UNPACKED = 64 * MB;
export const MOST_XML = 24 * MB;
/** How deep elements may stand in each other. */
export const MOST_DEPTH = 250;
/** Of a table; Word knows 63 columns. */
export const MOST_COLUMNS = 200;
export const MOST_ROWS = 10_000;
export const MOST_CELLS = 200_000;
/** Of a list: levels, the number that it begins with, and the words around a number. */
export const MOST_LEVELS = 10;
export const MOST_START = 32_767;
export const MOST_LABEL = 255;
/** Spaces that one element stands for. */
export const MOST_SPACES = 1_000;
export const MOST_PAGES = 2_000;

/** @throws ImportFault where a file has more bytes than are read */
export function checkSize(bytes: number): void {
  if (bytes > MOST_BYTES)
    throw new ImportFault(
      `文件有 ${Math.round(bytes / MB)} MB，超过 ${MOST_BYTES / MB} MB，不像一份公文。请分成几份再导入。`,
    );
}

/**
 * Reads a whole number that a file states.
 * @param what it is, as the sentence of the fault calls it: 合并的列数
 * @returns `missing` where nothing is stated
 * @throws ImportFault where it is no number, or not within the limits
 */
export function statedNumber(
  stated: string | undefined,
  missing: number,
  what: string,
  [least, most]: readonly [number, number],
): number {
  if (stated === undefined || stated.trim() === '') return missing;
  const number = Number(stated);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new ImportFault(
      `文件写的${what}是“${stated.slice(0, 24)}”，只能是 ${least} 到 ${most}。请用 Word 或 WPS 打开，改好并另存后再导入。`,
    );
  return number;
}
