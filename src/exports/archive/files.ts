/** Files that are packed: in an order that is the same everywhere, under names that every system can unpack. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { hasControlCharacters, isDeviceName } from '../../text/safe-text.ts';

/** Path with `/`, relative to some root, and content. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Lists every file under a folder.
 * @returns paths relative to it, with `/`, sorted; none where the folder is not there
 * @throws Error on anything that is neither a file nor a folder: an archive of links proves nothing
 */
export function listFiles(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) throw new Error(`${path} 不是普通文件，不能归档。请换成文件本身。`);
    found.push(relative(folder, path).replaceAll(sep, '/'));
  }
  return found.sort();
}

/** @returns the files under `folder`, each path with `prefix` before it */
export const readFiles = (
  folder: string,
  prefix = '',
  keep: (path: string) => boolean = () => true,
): Files =>
  new Map(
    listFiles(folder)
      .filter(keep)
      .map((path) => [prefix + path, readFileSync(join(folder, path))]),
  );

/** How large files are together. */
export const bytesOf = (files: Files): number =>
  [...files.values()].reduce((sum, { length }) => sum + length, 0);

const SYSTEM_FILE =
  /^(\.DS_Store|\._.*|__MACOSX|\.Spotlight-V100|\.Trashes|\.fseventsd|thumbs\.db|ehthumbs\.db|desktop\.ini|\.directory)$/iu;

/** Whether a path, or a folder in it, is what a system leaves in folders by itself: `.DS_Store`, `Thumbs.db`. */
export const isSystemFile = (path: string): boolean =>
  path.split('/').some((name) => SYSTEM_FILE.test(name));

/** With the folder of a user before it, a path stays under the 260 characters of Windows. */
const LONGEST_PATH = 160;

/**
 * @param path relative, with `/`
 * @returns why nobody may unpack a file under this path, in a clause; undefined for one that is harmless
 */
export function pathFault(path: string): string | undefined {
  if (/^([/\\~]|[a-z]:)/iu.test(path)) return '是绝对路径';
  if (hasControlCharacters(path)) return '含控制字符';
  for (const name of path.split('/')) {
    if (name === '' || name === '.' || name === '..') return '会指到别处';
    if (/[<>:"\\|?*]/u.test(name)) return '含 Windows 不允许的字符（< > : " \\ | ? *）';
    if (/^ |[ .]$/u.test(name)) return '有文件名以空格开头，或以空格或句点结尾，Windows 会把它去掉';
    if (isDeviceName(name)) return `${name} 是 Windows 的设备名`;
  }
  return undefined;
}

/** Asked of paths one after another, tells the earlier one that differs only by case or by Unicode's normal form. */
export function twinFinder(): (path: string) => string | undefined {
  const seen = new Map<string, string>();
  return (path) => {
    const folded = path.normalize('NFC').toLowerCase();
    const twin = seen.get(folded);
    if (twin === undefined) seen.set(folded, path);
    return twin;
  };
}

/**
 * Finds names of our own that some system cannot unpack; they must be ASCII besides.
 * @param root name of the folder that all of them will stand in
 * @returns one sentence a fault, saying what to do; none if all is well
 */
export function unsafeNames(paths: Iterable<string>, root: string): string[] {
  const twinOf = twinFinder();
  const faultOf = (path: string): string | undefined => {
    if (root.length + 1 + path.length > LONGEST_PATH)
      return `路径超过 ${LONGEST_PATH} 个字符，在 Windows 上可能无法解压。请缩短。`;
    if (!/^[\x20-\x7e]+$/u.test(path)) return '文件名须为 ASCII 字符。请改名，中文名写在页面里。';
    const fault = pathFault(path);
    return fault && `${fault}。请改名。`;
  };
  return [...paths].flatMap((path) => {
    const twin = twinOf(path);
    const same = twin && `与 ${twin} 只差大小写，在 Windows 和 macOS 上会互相覆盖。请改名。`;
    return [faultOf(path), same].flatMap((said) => (said ? `${path}：${said}` : []));
  });
}
