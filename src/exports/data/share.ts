/** Says when the forms and the data take more of the site than they should, and what would make it less. */
import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { FORMS, isForm } from '../all-forms.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { PACKAGE } from './data-package.ts';
import { textsPath } from './texts.ts';

/** Of the site's bytes. */
const MOST = 0.4;
/** What gzip leaves of Chinese texts, by 3,384 laws. */
const PACKED = 0.32;

/** Whether a file of the site is data: of the whole library, or the JSON beside a page. */
export const isData = (path: string): boolean =>
  path === PACKAGE ||
  path.startsWith('data/') ||
  /^(?!pagefind\/|offline-files\/)[a-z]+\/[^/.]+\.json$/u.test(path);

/** Whether it is a document's text again. */
const isText = (path: string): boolean =>
  FORMS.some(({ ofTexts, makes }) => ofTexts !== undefined && makes(path));

export type SizedFile = [path: string, bytes: number];

const sum = (files: readonly SizedFile[]): number =>
  files.reduce((total, [, bytes]) => total + bytes, 0);
const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(0);

/**
 * @param files of the site, without what it offers to take away whole
 * @returns one line; nothing where the forms and the data take their share or less, or compressing would not help
 */
export function shareLine(
  { compressedForms, ...config }: ValidLibrary['config'],
  files: readonly SizedFile[],
): string | undefined {
  const site = sum(files);
  const made = sum(files.filter(([path]) => isForm(path) || isData(path)));
  const texts = sum(files.filter(([path]) => isText(path)));
  // Whoever has written the setting, either way, has decided.
  if (compressedForms !== undefined || texts === 0 || made <= MOST * site) return undefined;
  const all = sum(files.filter(([path]) => path === textsPath(config)));
  const saved = texts * (1 - PACKED) + all;
  return (
    `其他形式的文件和数据占网站的${percent(made, site)}%，超过${100 * MOST}%。library.yaml 写上 compressedForms: true，` +
    `.txt、.md、.akn.xml 压缩成 .gz，就只占约${percent(made - saved, site - saved)}%；服务器要做的见 docs/hosting.md。写 false 就不再提示。`
  );
}

/** Comes last: what it measures is all there. */
export function formsShare(current: () => ValidLibrary): AstroIntegration {
  return {
    name: 'forms-share',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = readdirSync(root, { recursive: true, withFileTypes: true })
          .filter((item) => item.isFile())
          .map((item): SizedFile => {
            const file = join(item.parentPath, item.name);
            return [file.slice(root.length).replaceAll(sep, '/'), statSync(file).size];
          });
        const site = files.filter(([path]) => !path.startsWith('downloads/'));
        const line = shareLine(current().config, site);
        if (line) logger.warn(line);
      },
    },
  };
}
