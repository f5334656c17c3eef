/** A page, a feed or the data package of the site, without what leads to files that the archive leaves out. */
import { posix } from 'node:path';
import type { StoredFile } from './stored-file.ts';

export interface LeftOut {
  /** Whether a file of the site, by its path, is left out. */
  has: (path: string) => boolean;
  /** The values of `data-of`, by which sections, rows and lines of lists tell what files they are about. */
  files: readonly string[];
}

/** Links to another form of a page, in its head and its feed; links to take a file; the picture that stands for a page. */
const ALTERNATE = /<link rel="alternate"[^>]*? href="([^"]*)"[^>]*>\n?/gu;
const DOWNLOAD = /<a href="([^"]*)" download>[^<]*<\/a>/gu;
const PICTURE =
  /<meta property="og:image" content="([^"]*)">(?:<meta property="og:image:\w+" content="[^"]*">)*/gu;
/** A line of a list in which no link is left, and a list in which no line is. */
const EMPTY_LINE = /<div><dt>[^<]*<\/dt><dd><\/dd><\/div>/gu;
const EMPTY_LIST = /<dl[^>]*><\/dl>/gu;

function pageWithout(path: string, html: string, { has, files }: LeftOut): string {
  const folder = posix.dirname(path);
  const cut = (all: string, to: string): string => (has(posix.join(folder, to)) ? '' : all);
  let page = html;
  for (const links of [ALTERNATE, DOWNLOAD, PICTURE]) page = page.replace(links, cut);
  for (const name of files) {
    const of = name.replaceAll('.', '\\.');
    page = page.replace(
      new RegExp(`<(section|tr|div)[^>]*\\sdata-of="${of}"[^>]*>.*?</\\1>`, 'gsu'),
      '',
    );
  }
  return page === html ? html : page.replace(EMPTY_LINE, '').replace(EMPTY_LIST, '');
}

/** The package has a line for each of its files, or for many that are left out all or none. */
const packageWithout = (text: string, { has }: LeftOut): string =>
  text
    .split(/(?<=\n)/u)
    .filter((line) => !has(/"path":\[?"([^"]*)"/u.exec(line)?.[1] ?? ''))
    .join('')
    .replace(/,\n\]\}\n$/u, '\n]}\n');

/**
 * @param path of the file, from the site's root
 * @returns the file without what leads there, when it is read; the same file where nothing can
 */
export function withoutLinks(path: string, file: StoredFile, leftOut: LeftOut): StoredFile {
  if (path === 'datapackage.json') return file.rewritten((text) => packageWithout(text, leftOut));
  return /\.(?:html|xml)$/u.test(path) && !path.endsWith('.akn.xml')
    ? file.rewritten((html) => pageWithout(path, html, leftOut))
    : file;
}
