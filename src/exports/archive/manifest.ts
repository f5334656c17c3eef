/** BagIt's lists of checksums, written and read in one place. RFC 8493, section 2.1.3. */
import { hasControlCharacters } from '../../text/control-characters.ts';
import { byPath, type Files } from './files.ts';

/** @returns one line a file, sorted by path, as `sha256sum -c` reads it too */
export function formatManifest(files: Files): string {
  return [...files]
    .sort(([a], [b]) => byPath(a, b))
    .map(([path, file]) => `${file.sha256}  ${encodePath(path)}\n`)
    .join('');
}

export interface Manifest {
  /** Path → checksum. */
  sums: Map<string, string>;
  /** Path → number of its line, from 1. */
  lines: Map<string, number>;
  /** Lines that say nothing usable, and why. */
  faults: { line: number; reason: string }[];
}

/**
 * Reads a manifest. A wrong line is reported and passed over, never guessed at.
 * @param within what every path must begin with: `data/` for the payload's manifest
 */
export function parseManifest(text: string, within = ''): Manifest {
  const sums = new Map<string, string>();
  const lines = new Map<string, number>();
  const faults: Manifest['faults'] = [];
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line === '') return;
    const fault = (reason: string): void => void faults.push({ line: index + 1, reason });
    const match = /^([0-9a-f]{64})[ \t]+\*?(.+)$/i.exec(line);
    if (!match) return fault('不是“64 位十六进制校验值、空格、路径”');
    const path = decodePath(match[2]!).replace(/^(\.\/)+/, '');
    const escape = whyOutside(path);
    if (escape) return fault(escape);
    if (!path.startsWith(within)) return fault(`路径 ${path} 不在 ${within} 之内`);
    if (sums.has(path)) return fault(`${path} 列了两次`);
    sums.set(path, match[1]!.toLowerCase());
    lines.set(path, index + 1);
  });
  return { sums, lines, faults };
}

/**
 * Says why a path must not be followed: it could leave the bag's folder.
 * @returns nothing for a path that stays inside
 */
export function whyOutside(path: string): string | undefined {
  if (path === '') return '路径是空的';
  if (/^([/\\~]|[a-z]:)/i.test(path)) return `路径 ${path} 是绝对路径`;
  if (path.includes('\\')) return `路径 ${path} 含反斜线`;
  if (path.split('/').some((part) => part === '..' || part === '.' || part === ''))
    return `路径 ${path} 会指到别处`;
  if (hasControlCharacters(path)) return `路径 ${JSON.stringify(path)} 含控制字符`;
  return undefined;
}

function encodePath(path: string): string {
  return path.replace(
    /[%\r\n]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function decodePath(path: string): string {
  return path.replace(/%(25|0D|0A)/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
