/**
 * The index for pages opened from the file system, where browsers refuse to fetch a file but not to load a classic script: a
 * copy of each file as a script that hands it over in base64 (`engine/read-files.ts`). Only the archive holds them, beside
 * the files themselves.
 */

/** The folder of the index in a site. */
export const INDEX_FOLDER = 'pagefind';

/** A file of the site, read when its content is asked for. */
interface Readable {
  read: () => Uint8Array;
}

/**
 * The scripts that an archive of a site must hold.
 * @param files path from the site's root to file; what is no part of the index is passed over
 * @returns path to what makes the script
 */
export function scriptCopies(files: ReadonlyMap<string, Readable>): Map<string, () => Uint8Array> {
  const folder = `${INDEX_FOLDER}/`;
  const copies = new Map<string, () => Uint8Array>();
  for (const [path, file] of files) {
    if (!path.startsWith(folder)) continue;
    const name = JSON.stringify(path.slice(folder.length));
    copies.set(`${path}.js`, () => {
      const base64 = Buffer.from(file.read()).toString('base64');
      return Buffer.from(`libraryIndexFile(${name},"${base64}")`);
    });
  }
  return copies;
}
