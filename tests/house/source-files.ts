/** The files of the software, and what each imports. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import ts from 'typescript';

/** The repository's folder. */
export const ROOT = join(import.meta.dirname, '../..');

/** Files of `src` that are no tests, by their paths from the root, with slashes. */
export const sourceFiles = (): string[] =>
  readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.split(sep).join('/')}`)
    .filter((file) => /\.(?:ts|astro)$/u.test(file) && !/\.(?:test|d)\.ts$/u.test(file))
    .sort();

/** The TypeScript of a file: of a component, what stands between its fences. */
function scriptOf(file: string): string {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return file.endsWith('.astro') ? (/^---\n(.*?)\n---/su.exec(text)?.[1] ?? '') : text;
}

/** What a file of `src` imports from `src`, by paths from the root. */
export const importsOf = (file: string): string[] =>
  ts
    .preProcessFile(scriptOf(file))
    .importedFiles.map(({ fileName }) => fileName.replace(/\?.*$/u, ''))
    .filter((name) => name.startsWith('.'))
    .map((name) =>
      normalize(join(dirname(file), name))
        .split(sep)
        .join('/'),
    );
