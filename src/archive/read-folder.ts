/** An unpacked archive, read and hashed. */
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
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
    const detail =
      '里面没有 bagit.txt。请指明解压出来的那个文件夹，其中应有“说明.html”和 data 文件夹';
    return { findings: [{ kind: 'container', path, detail }] };
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
  const entries = await readdir(path, { withFileTypes: true });
  if (entries.some(({ name }) => name === 'bagit.txt')) return path;
  const folders = entries.filter((entry) => entry.isDirectory());
  if (folders.length !== 1) return undefined;
  const inner = join(path, folders[0]!.name);
  return (await readdir(inner)).includes('bagit.txt') ? inner : undefined;
}
