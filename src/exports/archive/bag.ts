/** A BagIt 1.0 bag (RFC 8493) as files: what the archive's zip holds. Its lists of checksums are written and read here. */
import { sha256 } from '../../content/read-entry.ts';
import { bytesOf, type Files } from './files.ts';

export const PAYLOAD_MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';

/**
 * Makes a bag.
 * @param payload what is kept; every path begins with `data/`
 * @param manifest its list of checksums
 * @param tags further files at the top, which the tag manifest covers
 * @param info labels and values of `bag-info.txt`; empty ones are left out, `Payload-Oxum`, bytes and files of the payload, is added
 */
export function makeBag(
  payload: Files,
  manifest: string,
  tags: Files,
  info: Record<string, string | undefined>,
): Files {
  const oxum = `${bytesOf(payload)}.${payload.size}`;
  const lines = Object.entries({ ...info, 'Payload-Oxum': oxum }).map(([label, value]) =>
    value ? `${label}: ${value.replace(/\s+/gu, ' ').trim()}\n` : '',
  );
  const tagged = new Map([
    ...tags,
    ['bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
    ['bag-info.txt', Buffer.from(lines.join(''))],
    [PAYLOAD_MANIFEST, Buffer.from(manifest)],
  ]);
  return new Map([...payload, ...tagged, [TAG_MANIFEST, Buffer.from(formatManifest(tagged))]]);
}

/** @returns one line a file, sorted by path, as `sha256sum -c` reads it too (RFC 8493, 2.1.3) */
export const formatManifest = (files: Files): string =>
  [...files.keys()]
    .sort()
    .map(
      (path) => `${sha256(files.get(path)!)}  ${path.replace(/[%\r\n]/gu, encodeURIComponent)}\n`,
    )
    .join('');

/**
 * Reads a manifest. A wrong line is reported and passed over, never guessed at.
 * @returns the checksum of each path, and the numbers of the lines that say nothing usable, from 1, each with why
 */
export function parseManifest(text: string) {
  const sums = new Map<string, string>();
  const faults: [line: number, reason: string][] = [];
  text.split(/\r\n|\r|\n/u).forEach((line, index) => {
    if (line === '') return;
    const match = /^([0-9a-f]{64})[ \t]+\*?(?:\.\/)*(.+)$/iu.exec(line);
    // Only percent signs and line ends are encoded.
    const path = match?.[2]!.replace(/%(?:25|0D|0A)/giu, decodeURIComponent);
    if (!path) faults.push([index + 1, '不是“64 位十六进制校验值、空格、路径”']);
    else if (sums.has(path)) faults.push([index + 1, `${path} 列了两次`]);
    else sums.set(path, match![1]!.toLowerCase());
  });
  return { sums, faults };
}

/** 版本号: tells two archives of one name apart. It follows from the payload's manifest alone, so the same content has the same. */
export const editionOf = (manifestSum: string): string => manifestSum.slice(0, 12);
