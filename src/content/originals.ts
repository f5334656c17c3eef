/** The received files that entries were taken from: each is there, and not a byte of it has changed. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../library/problems/registry.ts';
import type { Entry, Problem } from '../library/types.ts';
import { ORIGINALS } from './content-folder.ts';

/** @returns the SHA-256 of bytes, in lower-case hexadecimal figures */
export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The original that an entry names, or undefined. */
const originalOf = (entry: Entry): { file: string; sha256: string } | undefined =>
  entry.fields['original'] as { file: string; sha256: string } | undefined;

/**
 * Holds every entry to the received file that it names.
 * @param folder the content folder
 * @returns a problem for each that is missing or changed
 */
export async function checkOriginals(folder: string, entries: Iterable<Entry>): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const entry of entries) {
    const original = originalOf(entry);
    if (!original) continue;
    const at = (field: 'file' | 'sha256') => ({
      file: entry.file,
      line: entry.lineOf(['original', field]),
    });
    const bytes = await readFile(join(folder, ORIGINALS, original.file)).catch(() => null);
    if (!bytes)
      problems.push({
        ...at('file'),
        ...say('original-missing', { file: `${ORIGINALS}/${original.file}` }),
      });
    else if (sha256(bytes) !== original.sha256)
      problems.push({
        ...at('sha256'),
        ...say('original-changed', {
          file: `${ORIGINALS}/${original.file}`,
          sha256: sha256(bytes),
        }),
      });
  }
  return problems;
}
