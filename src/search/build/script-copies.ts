/**
 * The index for pages opened from the file system, where browsers refuse to fetch a file but not to load a classic script:
 * each file as a script that hands it over (see `index-reader/transport.ts`), in base64; the pieces of a page as one, in JSON,
 * which a zip packs better than pieces that are packed already. Only the archive holds them, in place of the files
 * themselves; a host never does.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { digestOf } from '../format/pack.ts';
import { decodeJson } from '../format/gb18030.ts';
import { SIGNATURE } from '../format/signature.ts';
import { characterChunks } from './archive-words.ts';
import { PIECE_FILE } from './piece-files.ts';
import { ASKED, SETTINGS_FILE, type Settings } from './settings.ts';

const INDEX = 'pagefind/';

const handover = (name: string, value: string): Uint8Array =>
  Buffer.from(`libraryIndexFile(${JSON.stringify(name)},${value})`);

const base64 = (bytes: Uint8Array): string =>
  `"${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}"`;

const unpacked = (bytes: Uint8Array): Uint8Array => gunzipSync(bytes).subarray(SIGNATURE.length);

const packed = (content: Uint8Array): Uint8Array =>
  gzipSync(Buffer.concat([Buffer.from(SIGNATURE), content]), { level: 6 });

/** A file of the site, read when its content is asked for. */
interface Stored {
  read: () => Uint8Array;
}

type Make = () => Uint8Array;

/** The index with the places of characters in place of words; see `archive-words.ts`. */
function byCharacters(files: ReadonlyMap<string, Make>): ReadonlyMap<string, Make> {
  const metaPath = [...files.keys()].find((path) => path.endsWith('.pf_meta'));
  if (!metaPath) return files;
  const [version, pages, chunks, ...rest] = decode(unpacked(files.get(metaPath)!())) as [
    string,
    unknown[],
    [from: string, to: string, name: string][],
    ...unknown[],
  ];
  const words = chunks.map(([, , name]) =>
    unpacked(files.get(`${INDEX}index/${name}.pf_index`)!()),
  );
  const characters = characterChunks(words, pages.length);
  const folder = `index/${digestOf(characters.map(({ content }) => content))}/`;
  const settings = JSON.parse(
    Buffer.from(files.get(INDEX + SETTINGS_FILE)!()).toString(),
  ) as Settings;
  settings.characters = { folder, firsts: characters.map(({ first }) => first) };
  const all = new Map([...files].filter(([path]) => !path.endsWith('.pf_index')));
  // Every word is in the range of the one chunk.
  const meta = [version, pages, [['a', 'z'.repeat(12), ASKED]], ...rest];
  all.set(metaPath, () => packed(encode(meta)));
  all.set(INDEX + SETTINGS_FILE, () => Buffer.from(JSON.stringify(settings)));
  characters.forEach(({ content }, at) =>
    all.set(`${INDEX}${folder}${at}.pf_index`, () => packed(content)),
  );
  return all;
}

/**
 * The index of a site as its archive holds it.
 * @param files path from the site's root to file; what is no part of the index is passed over
 * @returns the scripts that take the place of the index, the words by characters: path to what makes the script
 */
export function scriptCopies(files: ReadonlyMap<string, Stored>): Map<string, Make> {
  const index = [...files].filter(([path]) => path.startsWith(INDEX));
  const copies = new Map<string, Make>();
  const texts = new Map<string, Make[]>();
  for (const [path, read] of byCharacters(
    new Map(index.map(([path, file]) => [path, () => file.read()])),
  )) {
    const name = path.slice(INDEX.length);
    const piece = PIECE_FILE.exec(name);
    if (piece) {
      const pieces = texts.get(piece[1]!) ?? [];
      texts.set(piece[1]!, pieces);
      pieces[Number(piece[2])] = read;
    } else copies.set(`${path}.js`, () => handover(name, base64(read())));
  }
  const textOf = (piece: Make) => JSON.stringify(decodeJson(unpacked(piece())));
  for (const [page, pieces] of texts)
    copies.set(`${INDEX}${page}.pf_text.js`, () =>
      handover(page, `[${pieces.map(textOf).join()}]`),
    );
  return copies;
}

/** Whether a file of a site is part of its index. */
export const isOfIndex = (path: string): boolean => path.startsWith(INDEX);
