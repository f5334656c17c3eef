/** What Pagefind reads: the files of the index, words in its own form, and in an archive the words that are asked. */
import { ASKED } from '../../build/settings.ts';
import { unpackWords, type Word } from '../../format/packed-words.ts';
import { pagefindWords } from '../../format/pagefind-words.ts';
import { SIGNATURE } from '../../format/signature.ts';
import type { IndexFiles } from './transport.ts';
import { contentOf } from './unpack.ts';

let current: IndexFiles | undefined;

/** From now on Pagefind reads from these. */
export function useFiles(files: IndexFiles): void {
  current = files;
}

let questions = 0;
let first: Promise<unknown> | undefined;
const asked = new Map<string, Word[]>();

/**
 * Runs a search of one question's words. The first runs alone: Pagefind's instances share one WebAssembly, which two
 * that begin together would each start, so that one of them finds nothing.
 * @param search takes the address of an index that holds these alone
 */
export async function withWords<T>(
  files: IndexFiles,
  words: Word[],
  search: (base: string) => Promise<T>,
): Promise<T> {
  const folder = `question-${++questions}/`;
  asked.set(folder, words);
  try {
    if (first) await first;
    const answer = search(files.base + folder);
    first ??= answer.catch(() => undefined);
    return await answer;
  } finally {
    asked.delete(folder);
  }
}

/** A chunk of words under its signature, as Pagefind has it. */
function chunkOf(words: Word[]): Uint8Array<ArrayBuffer> {
  const content = pagefindWords(words);
  const bytes = new Uint8Array(SIGNATURE.length + content.length);
  bytes.set(new TextEncoder().encode(SIGNATURE));
  bytes.set(content, SIGNATURE.length);
  return bytes;
}

async function bytesAt(files: IndexFiles, folder: string, path: string) {
  if (path === `index/${ASKED}.pf_index`) return chunkOf(asked.get(folder) ?? []);
  const bytes = await files.read(path);
  return path.endsWith('.pf_index') ? chunkOf(unpackWords(contentOf(bytes))) : bytes;
}

/** What Pagefind's own code calls in place of `fetch`. */
export async function fetchIndexFile(
  address: string,
): Promise<Pick<Response, 'ok' | 'arrayBuffer' | 'json'>> {
  const files = current!;
  // Pagefind drops the host from the address it was given; the path inside the index is all that matters.
  const base = new URL(files.base).pathname;
  const inside = new URL(address, files.base).pathname.slice(base.length);
  const [, folder, path] = /^(question-\d+\/)?(.*)$/u.exec(inside)!;
  const bytes = await bytesAt(files, folder ?? '', path!);
  return {
    ok: true,
    arrayBuffer: async () => bytes.slice().buffer,
    json: async () => JSON.parse(new TextDecoder().decode(bytes)),
  };
}
