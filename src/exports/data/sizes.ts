/**
 * The sizes on the page 数据. The page is written before the files are: it says `{{size:data/graph.json}}`, or
 * `{{size:*.akn.xml}}` for all files of an ending, and the sizes are put in when all are there. The same content
 * gives the same files, and so the same sizes.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { dataPath } from '../../views/urls.ts';

const SIZE = /\{\{size:([\w*./-]+)\}\}/gu;

/** What stands on the page for a size, until it is known. */
export const sizeOf = (path: string): string => `{{size:${path}}}`;

/** @returns `834 B`, `12.3 KB`, `1.24 MB`, by thousands */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} KB`;
  return `${(bytes / 1_000_000).toFixed(2)} MB`;
}

/**
 * @param bytesOf the sizes of the files that a path, or `*` and an ending, names
 * @throws Error where the page names a file that was not made
 */
function fillSizes(html: string, bytesOf: (path: string) => number[]): string {
  return html.replace(SIZE, (_, path: string) => {
    const sizes = bytesOf(path);
    if (!path.startsWith('*')) {
      if (sizes.length === 0) throw new Error(`data.html 列出的 ${path} 没有生成。`);
      return formatBytes(sizes[0]!);
    }
    const all = sizes.reduce((sum, size) => sum + size, 0);
    return `${sizes.length}个文件，共${formatBytes(all)}`;
  });
}

/** Of the files beside pages: those in the folders of the collections, not in `data/` or `pagefind/`. */
function sizesIn(root: string, ending: string): number[] {
  const besidePage = (folder: string): boolean => readdirSync(root).includes(`${folder}.html`);
  return readdirSync(root, { withFileTypes: true })
    .filter((item) => item.isDirectory() && item.name !== 'data' && besidePage(item.name))
    .flatMap(({ name }) =>
      readdirSync(join(root, name))
        .filter((file) => /^[^.]+(.*)$/u.exec(file)?.[1] === ending)
        .map((file) => statSync(join(root, name, file)).size),
    );
}

/** Comes after all integrations whose files the page lists. */
export function dataSizes(): AstroIntegration {
  return {
    name: 'data-sizes',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const page = join(root, dataPath);
        const bytesOf = (path: string): number[] => {
          if (path.startsWith('*')) return sizesIn(root, path.slice(1));
          const size = statSync(join(root, path), { throwIfNoEntry: false })?.size;
          return size === undefined ? [] : [size];
        };
        writeFileSync(page, fillSizes(readFileSync(page, 'utf8'), bytesOf));
      },
    },
  };
}
