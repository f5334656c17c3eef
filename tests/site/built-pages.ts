/** The built pages as files: what the checks that need no browser read. */
import { parseHTML } from 'linkedom';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../src/exports/archive/files.ts';
import { builtSite } from '../browser/site.ts';

export interface BuiltPage {
  /** Path from the root of the site. */
  path: string;
  html: string;
}

/** Every file of the site, by its path with forward slashes. */
export const builtFiles = (folder = builtSite): string[] => listFiles(folder);

/** Every page of the library; the one that offers the archive stands beside it, with the zip. */
export const builtPages = (folder = builtSite): BuiltPage[] =>
  builtFiles(folder)
    .filter((path) => path.endsWith('.html') && !path.startsWith('downloads/'))
    .map((path) => ({ path, html: readFileSync(join(folder, path), 'utf8') }));

/** Of paths of pages: those at the root, and the first of each folder. */
export function onePageOfEachKind(paths: string[]): string[] {
  const byFolder = Map.groupBy(paths, (path) => (path.includes('/') ? path.split('/')[0] : path));
  return [...byFolder.values()].map(([first]) => first!);
}

/** One page, parsed. */
export const parsePage = (path: string, folder = builtSite): Document =>
  parseHTML(readFileSync(join(folder, path), 'utf8')).document as unknown as Document;
