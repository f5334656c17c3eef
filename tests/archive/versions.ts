/** Versions of the built site: copies that differ in every page, each whole, with a service worker of its own. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleServiceWorker, serviceWorker } from '../../src/client/app/app-files.ts';
import type { ListedFile } from '../../src/client/app/protocol.ts';
import { sha256 } from '../../src/content/read-entry.ts';
import { readFiles } from '../../src/exports/archive/files.ts';
import { builtSite } from '../browser/site.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/**
 * Copies the built site; every page of the copy bears the version's name.
 * @param padding bytes to state more than there are, so that a version passes for a large one
 * @returns its folder
 */
export async function makeVersion(name: string, padding = 0): Promise<string> {
  const folder = temporaryFolder(`version-${name}-`);
  cpSync(builtSite, folder, { recursive: true });
  for (const [path, bytes] of readFiles(folder, '', (name) => name.endsWith('.html'))) {
    const html = new TextDecoder().decode(bytes);
    writeFileSync(
      join(folder, path),
      html.replace('<head>', `<head><meta name="version" content="${name}">`),
    );
  }
  const files = readFiles(folder);
  const more = Math.ceil(padding / files.size);
  const padded = [...files].map(([path, bytes]): [string, ListedFile] => [
    path,
    { size: bytes.length + more, sha256: sha256(bytes) },
  ]);
  for (const [path, bytes] of serviceWorker(await bundleServiceWorker(), padded))
    writeFileSync(join(folder, path), bytes);
  return folder;
}

/** Puts a version in the place of the one that is served, as a host does with a new build. */
export function deploy(version: string, served: string): void {
  rmSync(served, { recursive: true });
  cpSync(version, served, { recursive: true });
}
