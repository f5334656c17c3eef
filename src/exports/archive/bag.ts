/** A BagIt 1.0 bag (RFC 8493) as files: what the archive's zip holds. */
import { filesOf, type Files } from './files.ts';
import { formatManifest } from './manifest.ts';

/** Labels and values of `bag-info.txt`, in this order; empty ones are left out. */
export type BagInfo = [label: string, value: string | undefined][];

const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/**
 * Makes a bag.
 * @param payload what is kept; every path begins with `data/`
 * @param tags further files at the top, which the tag manifest covers
 * @param info metadata; `Payload-Oxum` is added
 */
export function makeBag(payload: Files, tags: Files, info: BagInfo): Files {
  const tagged: Files = new Map([
    ...tags,
    ...filesOf([
      ['bagit.txt', DECLARATION],
      ['bag-info.txt', formatInfo([...info, ['Payload-Oxum', oxum(payload)]])],
      ['manifest-sha256.txt', formatManifest(payload)],
    ]),
  ]);
  const top = filesOf([['tagmanifest-sha256.txt', formatManifest(tagged)]]);
  return new Map([...payload, ...tagged, ...top]);
}

/** Bytes and files of the payload, a quick check before the slow one. Section 2.2.2. */
function oxum(payload: Files): string {
  let bytes = 0;
  for (const { size } of payload.values()) bytes += size;
  return `${bytes}.${payload.size}`;
}

function formatInfo(info: BagInfo): string {
  return info
    .filter(([, value]) => value)
    .map(([label, value]) => `${label}: ${value!.replace(/\s+/g, ' ').trim()}\n`)
    .join('');
}
