/** An unpacked archive, read and hashed. */
import { createReadStream, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { TAG_TEXTS, type Contents } from './check-bag.ts';
import { digest } from './digest.ts';
import { byPath } from './files.ts';
import type { Finding } from './findings.ts';

/**
 * Reads a folder that holds `bagit.txt`, or the one folder in it that does: some systems unpack into a folder more.
 * @returns what could be read, and what could not
 */
export async function readFolder(
  path: string,
): Promise<{ contents?: Contents; findings: Finding[] }> {
  const root = await bagRoot(path);
  if (!root) {
    const around = bagAround(path);
    const detail = around
      ? `这只是归档的一部分，请核对整个归档：${around}`
      : '里面没有 bagit.txt，不是解压出来的归档';
    return { findings: [{ kind: 'target', path, detail }] };
  }
  const contents: Contents = { files: new Map(), texts: new Map() };
  const findings: Finding[] = [];
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => !entry.isDirectory());
  const named = paths.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    return {
      file,
      isFile: entry.isFile(),
      path: relative(root, file).split(sep).join('/').normalize(),
    };
  });
  for (const entry of named.sort((a, b) => byPath(a.path, b.path))) {
    if (!entry.isFile) {
      findings.push({
        kind: 'added',
        path: entry.path,
        detail: '不是普通文件（如符号链接），不予跟随',
      });
      continue;
    }
    try {
      const read = await digest(createReadStream(entry.file), TAG_TEXTS.includes(entry.path));
      contents.files.set(entry.path, read);
      if (read.bytes) contents.texts.set(entry.path, read.bytes.toString('utf8'));
    } catch (error) {
      findings.push({
        kind: 'changed',
        path: entry.path,
        detail: `读不出来（${(error as Error).message}）`,
      });
    }
  }
  return { contents, findings };
}

async function bagRoot(path: string): Promise<string | undefined> {
  if (isBag(path)) return path;
  const entries = await readdir(path, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  if (folders.length !== 1) return undefined;
  const inner = join(path, folders[0]!.name);
  return isBag(inner) ? inner : undefined;
}

/** A bag that has lost one of these is still a bag, and the loss is a finding. */
function isBag(folder: string): boolean {
  return ['bagit.txt', 'tagmanifest-sha256.txt'].some((name) => existsSync(join(folder, name)));
}

/** The archive that a folder is a part of, such as its `data`. */
function bagAround(path: string): string | undefined {
  for (let folder = resolve(path); dirname(folder) !== folder; folder = dirname(folder))
    if (isBag(folder)) return folder;
  return undefined;
}
