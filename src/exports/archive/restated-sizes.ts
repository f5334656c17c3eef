/** The page 数据 tells how large files are: in an archive from whose files links were taken, as large as they lie there. */
import { formatBytes } from '../data/sizes.ts';

/** A row of the table of files, by the file that it is about; its last cell tells the size. */
const ROW =
  /(<tr[^>]*\sdata-of="(?<path>[^"]*)"[^>]*>(?:(?!<\/tr>).)*<td>)[^<]*(?=<\/td>\s*<\/tr>)/gsu;

/**
 * @param html the page
 * @param sizeOf the size of a file that is there, by its path from the site's root
 */
export const restatedSizes = (html: string, sizeOf: (path: string) => number | undefined): string =>
  html.replace(ROW, (all, before: string, path: string) => {
    const size = sizeOf(path);
    return size === undefined ? all : before + formatBytes(size);
  });
