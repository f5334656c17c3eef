/** Folders that tests write in: gone when the process that made them ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/**
 * @param name what its name begins with
 * @returns an empty folder
 */
export function temporaryFolder(name: string): string {
  if (made.length === 0)
    process.once('exit', () =>
      made.forEach((path) => rmSync(path, { recursive: true, force: true })),
    );
  const folder = mkdtempSync(join(tmpdir(), name));
  made.push(folder);
  return folder;
}
