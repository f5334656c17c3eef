/**
 * Reads the files of the index, over http by fetch. On file:// browsers refuse fetch, but not classic scripts: an archive
 * holds beside each file a script `file.js`, which hands it over in base64 (`exports/archive/integration.ts`).
 */
import { gunzipSync } from 'fflate';
import { SIGNATURE } from '../format/index-files.ts';
import { SearchUnavailable } from '../format/types.ts';
import { loadScript } from '../ui/load-script.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const scope = globalThis as typeof globalThis & {
  libraryIndexFile?: (name: string, base64: string) => void;
};
const handedOver = new Map<string, string>();

async function readScript(base: string, path: string): Promise<Bytes> {
  scope.libraryIndexFile ??= (name, base64) => handedOver.set(name, base64);
  await loadScript(`${base}${path}.js`);
  const base64 = handedOver.get(path);
  handedOver.delete(path);
  if (base64 === undefined) throw new SearchUnavailable(path);
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

async function readOnline(base: string, path: string): Promise<Bytes> {
  // Names change with their content, but for two small files that must be asked about anew.
  const cache = path.endsWith('.json') ? 'no-cache' : 'default';
  const response = await fetch(base + path, { cache });
  if (!response.ok) throw new SearchUnavailable(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** A file's content, unpacked and its signature included; a host may have unpacked it already. Throws what is wrong with it. */
async function read(base: string, path: string): Promise<Bytes> {
  const bytes = await (globalThis.location?.protocol === 'file:' ? readScript : readOnline)(
    base,
    path,
  );
  if (path.endsWith('.json')) return bytes;
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const unpacked = packed ? (gunzipSync(bytes) as Bytes) : bytes;
  const signature = new TextDecoder().decode(unpacked.subarray(0, SIGNATURE.length));
  if (signature !== SIGNATURE) throw new SearchUnavailable(path);
  return unpacked;
}

/** The files of one opened index: each is read once; the first failure is kept for the engine to report. */
export class IndexFiles {
  private readonly files = new Map<string, Promise<Bytes>>();
  failure: SearchUnavailable | undefined;
  readonly base: string;

  /** @param base address of the index, ending in a slash */
  constructor(base: string) {
    this.base = base;
  }

  /** The bytes of a file, unpacked. Throws SearchUnavailable. */
  read(path: string): Promise<Bytes> {
    let file = this.files.get(path);
    if (!file) {
      file = read(this.base, path).catch((error: unknown) => {
        const failure = error instanceof SearchUnavailable;
        throw (this.failure ??= failure ? error : new SearchUnavailable(`${path}: ${error}`));
      });
      this.files.set(path, file);
    }
    return file;
  }

  /** What a file says in JSON: in UTF-8 by itself, else in UTF-16 behind the signature. Throws SearchUnavailable. */
  async json<Content>(path: string): Promise<Content> {
    const bytes = await this.read(path);
    try {
      const text = path.endsWith('.json')
        ? new TextDecoder().decode(bytes)
        : new TextDecoder('utf-16le').decode(bytes.subarray(SIGNATURE.length));
      return JSON.parse(text) as Content;
    } catch (error) {
      throw new SearchUnavailable(`${path}: ${String(error)}`);
    }
  }
}

let current: IndexFiles | undefined;

/** From now on Pagefind reads from these. */
export function useFiles(files: IndexFiles): void {
  current = files;
}

/** What Pagefind's own code calls in place of `fetch`; it unpacks nothing that is unpacked. */
export async function fetchIndexFile(
  address: string,
): Promise<Pick<Response, 'ok' | 'arrayBuffer' | 'json'>> {
  const files = current!;
  // Pagefind drops the host from the address it was given; the path inside the index is all that matters.
  const base = new URL(files.base).pathname;
  const path = new URL(address, files.base).pathname.slice(base.length);
  const bytes = await files.read(path);
  return {
    ok: true,
    arrayBuffer: async () => bytes.slice().buffer,
    json: async () => JSON.parse(new TextDecoder().decode(bytes)),
  };
}
