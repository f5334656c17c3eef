/** Lists the files of a built site for its service worker: the shell, the parts of the list, and how large it all is. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isForm } from '../../exports/all-forms.ts';
import { partOf, type Edition, type ListedFile } from './protocol.ts';

/** What is not kept offline: archive, data for researchers, the host's settings, the worker and its lists. */
const LEFT_OUT =
  /^(downloads\/|data\/|datapackage\.json$|offline-files\/|_headers$|_redirects$|service-worker\.js$|licenses\.txt$|.*\.map$)/;
/** The JSON beside a page. */
const RECORD = /^(?!pagefind\/).+\/[^/]+\.json$/;
const SHELL = /^(_astro\/|assets\/|icons\/|manifest\.webmanifest$|(index|404|offline)\.html$)/;
/** Compressed already, or by their kind. */
const PACKED = /\.(pf_\w+|pagefind|png|jpe?g|webp|woff2?|gz|zip)$/;

/** A library of at most so many bytes over the wire is kept whole without being asked. */
const BY_ITSELF_BYTES = 3_000_000;
const FILES_PER_PART = 64;

/** @returns whether the app keeps a file at all */
export const isKept = (path: string): boolean =>
  !LEFT_OUT.test(path) && !RECORD.test(path) && !isForm(path);

/** One file for the list, with its size over the wire. */
export async function listFile(path: string, bytes: Uint8Array): Promise<ListedFile> {
  const size = PACKED.test(path) ? bytes.length : (await zip(bytes)).length;
  return { url: encodeURI(path), integrity: integrityOf(bytes), size };
}

/**
 * One file for the list of the archive's copy, with its size uncompressed: it is the same on every machine only so, for
 * versions of zlib differ.
 * @param sha256 in hexadecimal
 */
export function listUncompressed(
  path: string,
  { size, sha256 }: { size: number; sha256: string },
): ListedFile {
  const integrity = `sha256-${Buffer.from(sha256, 'hex').toString('base64')}`;
  return { url: encodeURI(path), integrity, size };
}

const zip = promisify<Uint8Array, Buffer>(gzip);

/** @returns the checksum as browsers write it */
export function integrityOf(bytes: Uint8Array | string): string {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}

/**
 * Divides the list.
 * @returns the version without its name, and the text of each part
 */
export function divideList(listed: ListedFile[]): {
  edition: Omit<Edition, 'build'>;
  parts: string[];
} {
  const files = [...listed].sort((a, b) => (a.url < b.url ? -1 : 1));
  const count = Math.max(1, Math.ceil(files.length / FILES_PER_PART));
  const divided: ListedFile[][] = Array.from({ length: count }, () => []);
  for (const file of files) divided[partOf(file.url, count)]!.push(file);
  const parts = divided.map((part) => JSON.stringify(part));
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const edition = {
    shell: files.filter(({ url }) => SHELL.test(url)),
    parts: parts.map(integrityOf),
    files: files.length,
    bytes,
    byItself: bytes <= BY_ITSELF_BYTES,
  };
  return { edition, parts };
}
