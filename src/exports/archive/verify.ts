/** Checks an archive, as a zip or unpacked, against its manifests. Reads; writes nothing. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { checkBag } from './check-bag.ts';
import { compareRepacked } from './compare-repacked.ts';
import { digest } from './digest.ts';
import type { Finding } from './findings.ts';
import { readFolder } from './read-folder.ts';
import { readZip } from './read-zip.ts';
import { checkSidecar, type SidecarCheck } from './sidecar.ts';

export interface Verdict {
  /** How many files were read. */
  files: number;
  /** Every fault, each once; none for an archive that is whole. */
  findings: Finding[];
  /** SHA-256 of the two manifests, where they could be read: which edition this is. */
  manifest?: string;
  tagManifest?: string;
  /** Of the zip as a whole; none for a folder. */
  zip?: { sha256: string; sidecar: SidecarCheck['state'] };
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
  const sumOf = (name: string) => contents?.files.get(name)?.sha256;
  return {
    files: contents?.files.size ?? 0,
    manifest: sumOf('manifest-sha256.txt'),
    tagManifest: sumOf('tagmanifest-sha256.txt'),
    ...(isFolder ? { findings } : await checkWholeZip(path, findings)),
  };
}

/** A file that could not be read need not be named again for its checksum. */
function known({ kind, path }: Finding, findings: Finding[]): boolean {
  return kind === 'changed' && findings.some((other) => other.kind === kind && other.path === path);
}

/**
 * What no manifest inside can cover: the zip as a whole.
 * @param inside what was found wrong with its contents; where something was, another sum needs not be named too
 */
async function checkWholeZip(
  path: string,
  inside: Finding[],
): Promise<Pick<Verdict, 'findings' | 'zip'>> {
  const { sha256 } = await digest(createReadStream(path));
  const { state, findings } = checkSidecar(path, sha256);
  const zip = { sha256, sidecar: state };
  if (inside.length)
    return { zip, findings: [...inside, ...findings.filter(({ kind }) => kind === 'sidecar')] };
  if (statSync(path).size > HELD_IN_MEMORY || findings.some(({ kind }) => kind === 'container'))
    return { zip, findings };
  const bytes = readFileSync(path);
  return { zip, findings: [...findings, ...compareRepacked(path, bytes, dateOf(bytes))] };
}

/** Day of the first entry: the fields of its local header, as zip has them. */
function dateOf(zip: Uint8Array): string {
  const day = zip[12]! | (zip[13]! << 8);
  return [1980 + (day >> 9), (day >> 5) & 15, day & 31]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
