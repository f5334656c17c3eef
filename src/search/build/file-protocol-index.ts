/**
 * The index for pages opened from the file system, where browsers refuse to fetch a file but not to load a classic script: a
 * copy of each file as a script that hands it over in base64 (`engine/read-files.ts`). Only the archive holds them, beside
 * the files themselves.
 */

/** The folder of the index in a site. */
export const INDEX_FOLDER = 'pagefind';

/**
 * The scripts that an archive of a site must hold.
 * @param files path from the site's root to content; what is no part of the index is passed over
 * @returns path to script
 */
export function scriptCopies(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const folder = `${INDEX_FOLDER}/`;
  const copies = new Map<string, Uint8Array>();
  for (const [path, bytes] of files) {
    if (!path.startsWith(folder)) continue;
    const name = JSON.stringify(path.slice(folder.length));
    const base64 = Buffer.from(bytes).toString('base64');
    copies.set(`${path}.js`, Buffer.from(`libraryIndexFile(${name},"${base64}")`));
  }
  return copies;
}
