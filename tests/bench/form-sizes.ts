/** What the forms of a built site weigh: by form, beside the whole, and in each page. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { builtFiles } from '../site/built-pages.ts';
import { compressed, isData, isForm, spreadOf, type Spread } from './sizes.ts';

export interface FormSizes {
  /** Bytes by ending, largest first. */
  forms: [ending: string, bytes: number][];
  /** Of all forms, and of the site without the zip. */
  all: number;
  site: number;
}

/** `.akn.xml` of `policies/t1.akn.xml`; a file that is the only one of its kind is named whole. */
const kindOf = (path: string): string =>
  /^(?:replies|policies)\/[^.]+(\..+)$/u.exec(path)?.[1] ??
  (path.endsWith('.json') && isData(path) && !path.startsWith('data') ? '.json' : path);

export function formSizes(folder: string): FormSizes {
  const files = builtFiles(folder)
    .filter((path) => !path.startsWith('downloads/'))
    .map((path) => ({ path, bytes: statSync(join(folder, path)).size }));
  const sum = (some: typeof files): number => some.reduce((total, { bytes }) => total + bytes, 0);
  const made = files.filter(({ path }) => isForm(path) || isData(path));
  const kinds = Map.groupBy(made, ({ path }) => kindOf(path));
  return {
    forms: [...kinds]
      .map(([kind, some]): [string, number] => [kind, sum(some)])
      .sort(([, a], [, b]) => b - a),
    all: sum(made),
    site: sum(files),
  };
}

/** @returns by how much pages are larger, gzipped, than the same pages of another build */
export function pageGrowth(larger: string, smaller: string): Spread {
  const size = (folder: string, path: string): number =>
    compressed(readFileSync(join(folder, path)));
  const pages = builtFiles(smaller).filter((path) => path.endsWith('.html'));
  return spreadOf(pages.map((path) => size(larger, path) - size(smaller, path)));
}
