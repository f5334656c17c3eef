/** A BagIt 1.0 bag (RFC 8493) as files: what the archive's zip holds. Its lists of checksums are written and read here. */
import { byPath, bytesOf, sha256, type Files } from './files.ts';

export const PAYLOAD_MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';

/** Labels and values of `bag-info.txt`, in this order; empty ones are left out. */
type BagInfo = [label: string, value: string | undefined][];

/**
 * Makes a bag.
 * @param payload what is kept; every path begins with `data/`
 * @param manifest its list of checksums
 * @param tags further files at the top, which the tag manifest covers
 * @param info metadata; `Payload-Oxum`, bytes and files of the payload, is added
 */
export function makeBag(payload: Files, manifest: string, tags: Files, info: BagInfo): Files {
  const oxum = `${bytesOf(payload)}.${payload.size}`;
  const tagged = new Map([
    ...tags,
    ['bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
    ['bag-info.txt', Buffer.from(formatInfo([...info, ['Payload-Oxum', oxum]]))],
    [PAYLOAD_MANIFEST, Buffer.from(manifest)],
  ]);
  return new Map([...payload, ...tagged, [TAG_MANIFEST, Buffer.from(formatManifest(tagged))]]);
}

const formatInfo = (info: BagInfo): string =>
  info
    .map(([label, value]) => (value ? `${label}: ${value.replace(/\s+/gu, ' ').trim()}\n` : ''))
    .join('');

/** @returns one line a file, sorted by path, as `sha256sum -c` reads it too (RFC 8493, 2.1.3) */
export const formatManifest = (files: Files): string =>
  [...files]
    .sort(([a], [b]) => byPath(a, b))
    .map(([path, file]) => `${sha256(file)}  ${encodePath(path)}\n`)
    .join('');

/** The percent signs and line ends of paths, which a manifest writes in another way. */
const ENCODED = { '%': '%25', '\r': '%0D', '\n': '%0A' } as Record<string, string>;

const encodePath = (path: string): string => path.replace(/[%\r\n]/gu, (sign) => ENCODED[sign]!);

const decodePath = (path: string): string => path.replace(/%(?:25|0D|0A)/giu, decodeURIComponent);

/**
 * Reads a manifest. A wrong line is reported and passed over, never guessed at.
 * @returns the checksum of each path, and the numbers of the lines that say nothing usable, from 1, each with why
 */
export function parseManifest(text: string): {
  sums: Map<string, string>;
  faults: [line: number, reason: string][];
} {
  const sums = new Map<string, string>();
  const faults: [line: number, reason: string][] = [];
  text.split(/\r\n|\r|\n/u).forEach((line, index) => {
    if (line === '') return;
    const match = /^([0-9a-f]{64})[ \t]+\*?(?:\.\/)*(.+)$/iu.exec(line);
    const path = match && decodePath(match[2]!);
    if (!path) faults.push([index + 1, '不是“64 位十六进制校验值、空格、路径”']);
    else if (sums.has(path)) faults.push([index + 1, `${path} 列了两次`]);
    else sums.set(path, match[1]!.toLowerCase());
  });
  return { sums, faults };
}

/**
 * 版本号: tells two archives of one name apart. It follows from the payload alone, so the same content has the same.
 * @param manifest the payload's manifest, or its SHA-256's first digits
 */
export const editionOf = (manifestSum: string): string => manifestSum.slice(0, 12);
