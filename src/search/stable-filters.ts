/**
 * Pagefind writes the filters of an index, and the values of each, in the order of a hash table, which differs from
 * one run to the next. This puts them in order and names the files anew, so that the same records give the same bytes.
 * Pagefind's files are CBOR of three kinds only: numbers, texts and arrays.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { decodeCbor, encodeCbor, type Cbor } from './cbor.ts';
import { SIGNATURE } from './signature.ts';

const ENTRY = 'pagefind-entry.json';

interface IndexFile {
  path: string;
  content: Uint8Array;
}

interface Entry {
  languages: Record<string, { hash: string }>;
}

/**
 * @param files an index as Pagefind gives it
 * @returns the same index, its filters in order
 * @throws Error if the files are not what Pagefind 1.5 writes
 */
export function withStableFilters(files: IndexFile[]): IndexFile[] {
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  const take = (path: string): Uint8Array => {
    const content = byPath.get(path);
    if (!content)
      throw new Error(`The search index lacks ${path}. Has Pagefind changed its version?`);
    byPath.delete(path);
    return content;
  };
  const entry = JSON.parse(strFromU8(take(ENTRY))) as Entry;
  for (const [language, about] of Object.entries(entry.languages)) {
    const meta = unpack(take(`pagefind.${about.hash}.pf_meta`)) as Cbor[];
    const filters = meta[3] as [name: string, hash: string][];
    for (const filter of filters) {
      const content = pack(inOrder(unpack(take(`filter/${filter[1]}.pf_filter`))));
      filter[1] = `${language}_${digest(content, 7)}`;
      byPath.set(`filter/${filter[1]}.pf_filter`, content);
    }
    filters.sort(byFirst);
    const content = pack(meta);
    about.hash = `${language}_${digest(content, 11)}`;
    byPath.set(`pagefind.${about.hash}.pf_meta`, content);
  }
  byPath.set(ENTRY, strToU8(JSON.stringify(entry)));
  return [...byPath].map(([path, content]) => ({ path, content }));
}

/** A filter is its name and its values, each with the pages that have it. */
function inOrder(filter: Cbor): Cbor {
  const [name, values] = filter as [string, [string, number[]][]];
  return [name, values.toSorted(byFirst)];
}

function byFirst([one]: [string, ...unknown[]], [other]: [string, ...unknown[]]): number {
  return one < other ? -1 : 1;
}

function unpack(content: Uint8Array): Cbor {
  const bytes = gunzipSync(content);
  if (strFromU8(bytes.subarray(0, SIGNATURE.length)) !== SIGNATURE) {
    throw new Error(
      'A file of the search index has an unknown form. Has Pagefind changed its version?',
    );
  }
  return decodeCbor(bytes.subarray(SIGNATURE.length));
}

function pack(value: Cbor): Uint8Array {
  const body = encodeCbor(value);
  const bytes = new Uint8Array(SIGNATURE.length + body.length);
  bytes.set(strToU8(SIGNATURE));
  bytes.set(body, SIGNATURE.length);
  return gzipSync(bytes, { level: 9, mtime: 0 });
}

function digest(content: Uint8Array, length: number): string {
  return createHash('sha256').update(content).digest('hex').slice(0, length);
}
