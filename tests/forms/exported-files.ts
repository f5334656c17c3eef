/** Every file that a library is exported as, made as the site's endpoints make them. */
import { exportedFiles as filesOf } from '../../src/exports/files.ts';
import type { ValidLibrary } from '../../src/content/read-library.ts';

/** @returns contents by their path from the site's root */
export async function exportedFiles(site: ValidLibrary): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  for (const { path, content } of filesOf(site)) files.set(path, await content());
  return files;
}
