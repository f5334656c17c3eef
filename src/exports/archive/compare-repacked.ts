/**
 * The last byte of certainty. Some bytes of a zip are covered by no checksum: times, attributes, version numbers.
 * Our own zips can be packed again from their contents, to the byte, so a flipped one among those shows too.
 */
import { unzipSync } from 'fflate';
import { filesOf } from './files.ts';
import type { Finding } from './findings.ts';
import { zipPieces } from './zip.ts';

/** Fewer than this many bytes changed in a zip of the same length are damage; more are another packer's habits. */
const DAMAGE = 64;

/**
 * Packs a zip's contents again and compares. Only for zips whose contents have been found right.
 * @param date `2021-05-20`: the day that most of its entries carry
 * @returns the damage, if any; nothing, too, for a zip that another program packed
 */
export function compareRepacked(path: string, zip: Uint8Array, date: string): Finding[] {
  const changed: number[] = [];
  let at = 0;
  for (const piece of zipPieces(filesOf(Object.entries(unzipSync(zip))), date)) {
    if (at + piece.length > zip.length) return [];
    for (const byte of piece) {
      if (zip[at] !== byte) changed.push(at);
      at++;
    }
    if (changed.length > DAMAGE) return [];
  }
  if (at < zip.length || changed.length === 0) return [];
  const detail = `第 ${changed[0]! + 1} 字节起有 ${changed.length} 个字节改变（在 zip 的结构里，不在文件内容里）`;
  return [{ kind: 'container', path, detail }];
}
