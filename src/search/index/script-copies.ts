/**
 * The index for pages opened from the file system, where browsers refuse to fetch a file but not to load a classic script:
 * each file as a script that hands over its bytes (see `index-reader/transport.ts`). Only the archive holds them, in place of the
 * files themselves; a host never does.
 */
const INDEX = 'pagefind/';

function scriptCopy(path: string, bytes: Uint8Array): Uint8Array {
  const name = JSON.stringify(path.slice(INDEX.length));
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return Buffer.from(`libraryIndexFile(${name},"${base64}")`);
}

/**
 * The files of a site as its archive holds them.
 * @param files path from the site's root to content
 * @returns the same, each file of the index as a script
 */
export function withScriptCopies(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  return new Map(
    [...files].map(([path, bytes]) =>
      path.startsWith(INDEX) ? [`${path}.js`, scriptCopy(path, bytes)] : [path, bytes],
    ),
  );
}
