/** Writes what an import prepared: all of it or nothing, and over no file that is there. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../content/write-files.ts';
import { ORIGINALS } from '../content/content-folder.ts';
import { ImportFault } from './limits.ts';
import type { Prepared } from './prepare.ts';

const sameBytes = (path: string, bytes: Uint8Array): boolean =>
  Buffer.compare(readFileSync(path), bytes) === 0;

/**
 * @param folder the content folder
 * @throws ImportFault where a file would be overwritten; nothing is written then
 */
export function writeImport(folder: string, { key, source, original, stubs }: Prepared): void {
  for (const one of [key, ...stubs.map((stub) => stub.key)])
    for (const extension of ['.mdx', '.md'])
      if (existsSync(join(folder, one + extension)))
        throw new ImportFault(
          `${one}${extension} 已经存在，没有改动它。要另存为新条目，请用 --id 写明别的 id。`,
        );
  const kept = join(folder, ORIGINALS, original.file);
  const keptAlready = existsSync(kept);
  if (keptAlready && !sameBytes(kept, original.bytes))
    throw new ImportFault(
      `${ORIGINALS}/${original.file} 已是另一份文件，没有改动它。请先把收到的文件改名，再导入。`,
    );
  const files: [string, Uint8Array | string][] = [
    ...(keptAlready ? [] : [[kept, original.bytes] as [string, Uint8Array]]),
    ...stubs.map((stub): [string, string] => [join(folder, `${stub.key}.mdx`), stub.source]),
    [join(folder, `${key}.mdx`), source],
  ];
  const written: string[] = [];
  try {
    for (const [path, content] of files) {
      writeWhole(path, content);
      written.push(path);
    }
  } catch (error) {
    written.forEach((path) => rmSync(path, { force: true }));
    throw error;
  }
}
