/**
 * The index for pages opened from the file system, where browsers refuse to fetch a file but not to load a classic script:
 * each file as a script that hands it over (see `index-reader/transport.ts`), in base64; the pieces of a page as one, in JSON,
 * which a zip packs better than pieces that are packed already. Only the archive holds them, in place of the files
 * themselves; a host never does.
 */
import { gunzipSync } from 'node:zlib';
import { SIGNATURE } from '../pagefind-format/signature.ts';
import { PIECE_FILE } from './piece-files.ts';

const INDEX = 'pagefind/';

const handover = (name: string, value: string): Uint8Array =>
  Buffer.from(`libraryIndexFile(${JSON.stringify(name)},${value})`);

const base64 = (bytes: Uint8Array): string =>
  `"${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}"`;

/**
 * The files of a site as its archive holds them.
 * @param files path from the site's root to content
 * @returns the same, each file of the index in a script
 */
export function withScriptCopies(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const copies = new Map<string, Uint8Array>();
  const texts = new Map<string, string[]>();
  for (const [path, bytes] of files) {
    const name = path.startsWith(INDEX) ? path.slice(INDEX.length) : undefined;
    const piece = name && PIECE_FILE.exec(name);
    if (piece) {
      const pieces = texts.get(piece[1]!) ?? [];
      texts.set(piece[1]!, pieces);
      pieces[Number(piece[2])] = gunzipSync(bytes).toString().slice(SIGNATURE.length);
    } else if (name) copies.set(`${path}.js`, handover(name, base64(bytes)));
    else copies.set(path, bytes);
  }
  for (const [page, pieces] of texts)
    copies.set(`${INDEX}${page}.pf_text.js`, handover(page, `[${pieces.join()}]`));
  return copies;
}
