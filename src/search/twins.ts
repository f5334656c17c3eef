/** The files by which a page opened from the file system reads the index: see `engine/transport.ts`. */

/** Only pages on file:// load a twin; a service worker or a host need not keep them. */
export const isTwin = (path: string): boolean =>
  /^pagefind\/.+\.(?:pf_\w+|pagefind|json)\.js$/.test(path);

/** For each file of the index, a classic script that hands over its bytes. */
export function twinsOf(files: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  return new Map(
    [...files].map(([path, content]) => [
      `${path}.js`,
      `libraryIndexFile(${JSON.stringify(path)},"${Buffer.from(content).toString('base64')}")`,
    ]),
  );
}
