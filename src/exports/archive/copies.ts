/**
 * What a library can be read, searched and cited without, since its pages and sources say the same. A small archive holds it
 * all; one that would be too large leaves it out, in this order.
 */
import { akomaNtosoTexts } from '../akoma-ntoso/akoma-ntoso.ts';
import { citationFiles } from '../citation-styles/citation-files.ts';
import { libraryPicture } from '../documents.ts';
import { bookForm } from '../epub/book.ts';
import { pictures } from '../pictures/pictures.ts';
import { markdownTexts } from '../plain-text/markdown.ts';
import { plainTexts } from '../plain-text/plain-text.ts';
import { dataPath } from '../../views/urls.ts';
import { expectedSize } from './expected-size.ts';
import type { Files } from './files.ts';
import { restatedSizes } from './restated-sizes.ts';
import type { StoredFile } from './stored-file.ts';
import { withoutLinks } from './without-links.ts';

/** An archive is to be no larger than this: what is sent by mail, on a disc, through a gate of an intranet. */
export const ARCHIVE_BYTES = 100_000_000;

export interface Copy {
  /** What readers call it. */
  name: string;
  /** How its files are told on the pages that list them (`data-of`). */
  files: readonly string[];
  /** Whether a file of the site, by its path, is one of it. */
  holds: (path: string) => boolean;
}

export const COPIES: readonly Copy[] = [
  {
    name: '每份文件转发时显示的图片（.png）',
    files: ['.png'],
    holds: (path) => pictures.makes(path) && path !== libraryPicture,
  },
  {
    name: '全部正文的数据文件（texts.jsonl.gz）',
    files: ['data/texts.jsonl.gz'],
    holds: (path) => path === 'data/texts.jsonl.gz',
  },
  { name: '纯文本（.txt）', files: ['.txt', '.txt.gz'], holds: (path) => plainTexts.makes(path) },
  {
    name: '网页旁的 Markdown（.md）和它们的目录（llms.txt）',
    files: ['.md', '.md.gz', 'llms.txt'],
    holds: (path) => markdownTexts.makes(path) || path === 'llms.txt',
  },
  {
    name: '电子书（library.epub）',
    files: ['library.epub'],
    holds: (path) => bookForm.makes(path),
  },
  {
    name: 'Akoma Ntoso（.akn.xml）',
    files: ['.akn.xml', '.akn.xml.gz'],
    holds: (path) => akomaNtosoTexts.makes(path),
  },
  {
    name: '引文文件（.bib、.ris、.csl.json）',
    files: ['.bib', '.ris', '.csl.json'],
    holds: (path) => citationFiles.makes(path),
  },
];

/**
 * Leaves out as few of the copies as bring the site within its share of the archive, and every link to them.
 * @param site as the archive would hold it whole
 * @param most bytes of a zip that the site may take
 */
export function withoutCopies(site: Files, most: number): { site: Files; leftOut: Copy[] } {
  let size = 0;
  const sizes = new Map<Copy, number>();
  for (const [path, file] of site) {
    const expected = expectedSize(`data/site/${path}`, file.size);
    const copy = COPIES.find(({ holds }) => holds(path));
    if (copy) sizes.set(copy, (sizes.get(copy) ?? 0) + expected);
    size += expected;
  }
  const leftOut: Copy[] = [];
  for (const copy of COPIES) {
    if (size <= most) break;
    const own = sizes.get(copy);
    if (own === undefined) continue;
    size -= own;
    leftOut.push(copy);
  }
  if (leftOut.length === 0) return { site, leftOut };
  const has = (path: string) => leftOut.some(({ holds }) => holds(path));
  const files = leftOut.flatMap((copy) => copy.files);
  const kept = new Map<string, StoredFile>();
  for (const [path, file] of site)
    if (!has(path)) kept.set(path, withoutLinks(path, file, { has, files }));
  const data = kept.get(dataPath);
  if (data)
    kept.set(
      dataPath,
      data.rewritten((html) => restatedSizes(html, (path) => kept.get(path)?.size)),
    );
  return { site: kept, leftOut };
}
