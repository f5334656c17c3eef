/** A BagIt 1.0 bag (RFC 8493) as files in memory: what the archive's zip holds. */
import type { Files } from './files.ts';
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
  const tagged: Files = new Map(tags);
  tagged.set('bagit.txt', encode(DECLARATION));
  tagged.set('bag-info.txt', encode(formatInfo([...info, ['Payload-Oxum', oxum(payload)]])));
  tagged.set('manifest-sha256.txt', encode(formatManifest(payload)));
  const bag: Files = new Map([...payload, ...tagged]);
  bag.set('tagmanifest-sha256.txt', encode(formatManifest(tagged)));
  return bag;
}

/** Bytes and files of the payload, a quick check before the slow one. Section 2.2.2. */
function oxum(payload: Files): string {
  let bytes = 0;
  for (const content of payload.values()) bytes += content.length;
  return `${bytes}.${payload.size}`;
}

function formatInfo(info: BagInfo): string {
  return info
    .filter(([, value]) => value)
    .map(([label, value]) => `${label}: ${value!.replace(/\s+/g, ' ').trim()}\n`)
    .join('');
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
