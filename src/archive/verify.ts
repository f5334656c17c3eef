/** Checks an archive, as a zip or unpacked, against its manifests. Reads; writes nothing. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { checkBag } from './check-bag.ts';
import { compareRepacked } from './compare-repacked.ts';
import type { Finding } from './findings.ts';
import { sha256 } from './manifest.ts';
import { readFolder } from './read-folder.ts';
import { readZip } from './read-zip.ts';

export interface Verdict {
  /** How many files were read. */
  files: number;
  /** Every fault, each once; none for an archive that is whole. */
  findings: Finding[];
}

/** Above this, a zip is checked as it streams, but not held in memory for the comparison of its structure. */
const HELD_IN_MEMORY = 256 * 2 ** 20;

/**
 * @param path a zip, or the folder it was unpacked into
 * @throws Error when there is nothing at `path`
 */
export async function verify(path: string): Promise<Verdict> {
  if (!existsSync(path)) throw new Error(`找不到 ${path}。请写出 zip 或解压后的文件夹的路径。`);
  const isFolder = statSync(path).isDirectory();
  const { contents, findings } = await (isFolder ? readFolder(path) : readZip(path));
  if (contents) findings.push(...checkBag(contents).filter((finding) => !known(finding, findings)));
  if (!isFolder && findings.length === 0) findings.push(...checkWholeZip(path));
  return { files: contents?.files.size ?? 0, findings };
}

/** A file that could not be read need not be named again for its checksum. */
function known({ kind, path }: Finding, findings: Finding[]): boolean {
  return kind === 'changed' && findings.some((other) => other.kind === kind && other.path === path);
}

/** What no manifest inside can cover: the zip as a whole. */
function checkWholeZip(path: string): Finding[] {
  const sidecar = `${path}.sha256`;
  if (statSync(path).size > HELD_IN_MEMORY) return [];
  const zip = readFileSync(path);
  if (existsSync(sidecar)) {
    const stated = readFileSync(sidecar, 'utf8').slice(0, 64).toLowerCase();
    if (stated !== sha256(zip)) {
      return [{ kind: 'container', path, detail: `与 ${basename(sidecar)} 所列的 SHA-256 不符` }];
    }
  }
  return compareRepacked(path, zip, dateOf(zip));
}

/** Day of the first entry: the fields of its local header, as zip has them. */
function dateOf(zip: Uint8Array): string {
  const day = zip[12]! | (zip[13]! << 8);
  return [1980 + (day >> 9), (day >> 5) & 15, day & 31]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
