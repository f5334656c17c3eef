/**
 * Reads the files of the index: over http by fetch. On file:// browsers refuse fetch, but not classic
 * scripts: each file has a twin, `file.js`, that hands over its bytes in base64 when the page asks for
 * it (see `twins.ts`). The engine knows nothing of the difference, nor does Pagefind.
 */
import { loadScript } from '../../client-scripts/load-script.ts';
import { withPatience } from './patience.ts';
import { SearchUnavailable } from './unavailable.ts';
import { unpack, type Bytes } from './unpack.ts';

interface Handover {
  libraryIndexFile?: (path: string, base64: string) => void;
}

const scope = globalThis as typeof globalThis & Handover;
const fromFiles = globalThis.location?.protocol === 'file:';
const handedOver = new Map<string, string>();

async function readTwin(base: string, path: string): Promise<Bytes> {
  scope.libraryIndexFile ??= (name, base64) => handedOver.set(name, base64);
  await withPatience(loadScript(`${base}${path}.js`));
  const base64 = handedOver.get(path);
  handedOver.delete(path);
  if (base64 === undefined) throw new SearchUnavailable(path);
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

async function readOnline(base: string, path: string): Promise<Bytes> {
  // Names change with their content, but for two small files that must be asked about anew.
  const response = await withPatience(
    fetch(base + path, { cache: path.endsWith('.json') ? 'no-cache' : 'default' }),
  );
  if (!response.ok) throw new SearchUnavailable(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** One opened index: every file is read once; the first failure is kept for the engine to report. */
export class IndexFiles {
  private readonly files = new Map<string, Promise<Bytes>>();
  failure: SearchUnavailable | undefined;
  readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  /** The bytes of a file, unpacked. Throws SearchUnavailable. */
  read(path: string): Promise<Bytes> {
    let file = this.files.get(path);
    if (!file) {
      file = (fromFiles ? readTwin : readOnline)(this.base, path)
        .then((bytes) => (path.endsWith('.json') ? bytes : unpack(path, bytes)))
        .catch((error: unknown) => {
          this.failure ??=
            error instanceof SearchUnavailable
              ? error
              : new SearchUnavailable(`${path}: ${String(error)}`);
          throw this.failure;
        });
      this.files.set(path, file);
    }
    return file;
  }
}

let current: IndexFiles | undefined;

/** From now on Pagefind reads from these. */
export function useFiles(files: IndexFiles): void {
  current = files;
}

/** What Pagefind's own code calls in place of `fetch`. */
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
