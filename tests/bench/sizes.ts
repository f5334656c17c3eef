/** How large a built site is, and its pages as a reader fetches them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DOCUMENT_FILES } from '../../src/exports/files.ts';

const PACKAGE = 'datapackage.json';

/** Whether a file of the site is data: of the whole library, or the JSON beside a page. */
export const isData = (path: string): boolean =>
  path === PACKAGE ||
  path.startsWith('data/') ||
  /^(?!app\/|pagefind\/)[a-z]+\/[^/.]+\.json$/u.test(path);

/** Whether it is the library, or a document, in another form. */
export const isForm = (path: string): boolean =>
  /^(?:library\.epub|(?:atom|sitemap|opensearch)\.xml|(?:llms|robots)\.txt|manifest\.webmanifest|_redirects)$/u.test(
    path,
  ) ||
  (/^(?:replies|policies)\//u.test(path) &&
    DOCUMENT_FILES.some(({ ending }) => path.endsWith(`.${ending}`)));

export interface Spread {
  median: number;
  p95: number;
  largest: number;
}

export interface Sizes {
  /** Everything but the zip. */
  site: number;
  pages: number;
  index: number;
  data: number;
  /** The same texts again for other programs, and what else is a form. */
  forms: number;
  zip: number;
  /** Pages of texts, each compressed. */
  text: Spread;
  /** All other pages. */
  other: Spread;
}

/** @param part 0.5 for the median */
function quantile(numbers: number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

export const spreadOf = (numbers: number[]): Spread => ({
  median: quantile(numbers, 0.5),
  p95: quantile(numbers, 0.95),
  largest: numbers.reduce((most, one) => Math.max(most, one), 0),
});

export const compressed = (text: string | Buffer): number => gzipSync(text).length;

/**
 * Measures a built site.
 * @param texts paths of the pages that hold texts
 * @param index the folder of its search index
 */
export function sizesOf(folder: string, texts: Set<string>, index: string): Sizes {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .map((file) => ({
      file,
      path: file.slice(folder.length + 1).replaceAll(sep, '/'),
      bytes: statSync(file).size,
    }));
  const total = (counts: (path: string) => boolean): number =>
    files.filter(({ path }) => counts(path)).reduce((sum, { bytes }) => sum + bytes, 0);
  const pages = files.filter(({ path }) => path.endsWith('.html'));
  const spread = (ofTexts: boolean): Spread =>
    spreadOf(
      pages
        .filter(({ path }) => texts.has(path) === ofTexts)
        .map(({ file }) => compressed(readFileSync(file))),
    );
  const isZip = (path: string): boolean => path.endsWith('.zip');
  return {
    site: total((path) => !isZip(path)),
    pages: total((path) => path.endsWith('.html')),
    index: total((path) => path.startsWith(`${index}/`)),
    data: total(isData),
    forms: total((path) => isForm(path) && !isData(path)),
    zip: total(isZip),
    text: spread(true),
    other: spread(false),
  };
}
