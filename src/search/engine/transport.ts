/**
 * The one module that knows whether the library was opened over http or from the file system: how the
 * engine is started, and how a file of the index is read.
 *
 * Over http the engine runs in a worker and fetches files. On file:// browsers refuse workers, modules
 * and fetch, but not classic scripts: the engine is a script of the page, and each index file has a
 * twin, `file.js`, that hands over its bytes in base64 when the page asks for it (see `twins.ts`).
 */
import type { Answer, Engine } from './types.ts';

/** Search cannot work now: a file is missing or damaged, or the browser refused. A retry may help. */
export class SearchUnavailable extends Error {
  override name = 'SearchUnavailable';
}

interface Handover {
  libraryIndexFile?: (path: string, base64: string) => void;
  librarySearchEngine?: (base: string) => Engine;
}

const scope = globalThis as typeof globalThis & Handover;
export const inWorker = typeof document === 'undefined';
const fromFiles = globalThis.location?.protocol === 'file:';
const PATIENCE = 20_000;
/** A worker's first word: its script has been loaded. */
const HERE = 'here';

/** Offers the engine to whoever loaded this script: a worker's messages, or the page itself. */
export function offerEngine(start: (base: string) => Engine): void {
  if (!inWorker) {
    scope.librarySearchEngine = start;
    return;
  }
  let engine: Engine | undefined;
  // Pagefind starts itself without waiting; its failures are reported where a search waits for it.
  addEventListener('unhandledrejection', (event) => event.preventDefault());
  addEventListener('message', async ({ data }: MessageEvent) => {
    const { id, base, request } = data;
    try {
      engine ??= start(base);
      postMessage({ id, answer: await engine.search(request) });
    } catch (error) {
      postMessage({ id, error: String(error) });
    }
  });
  postMessage(HERE);
}

/**
 * Starts the engine: in a worker where there is one, else as a script of this page.
 * @param script address of the engine's script
 * @param base address of the index, ending in a slash
 */
export async function startEngine(script: string, base: string): Promise<Engine> {
  if (!fromFiles && typeof Worker !== 'undefined') {
    try {
      return await engineInWorker(script, base);
    } catch {
      // The browser or a policy refuses workers: search works without.
    }
  }
  await loadScript(script);
  if (!scope.librarySearchEngine) throw new SearchUnavailable(script);
  return scope.librarySearchEngine(base);
}

function engineInWorker(script: string, base: string): Promise<Engine> {
  const worker = new Worker(script);
  const waiting = new Map<
    number,
    { resolve: (answer: Answer) => void; reject: (error: Error) => void }
  >();
  let last = 0;
  const search: Engine['search'] = (request) =>
    withPatience(
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject });
        worker.postMessage({ id: last, base, request });
      }),
    );
  return withPatience(
    new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }) => {
        if (data === HERE) return resolve({ search });
        const call = waiting.get(data.id);
        waiting.delete(data.id);
        if (data.error === undefined) call?.resolve(data.answer);
        else call?.reject(new SearchUnavailable(data.error));
      });
      worker.addEventListener('error', () => {
        const error = new SearchUnavailable('worker');
        reject(error);
        for (const call of waiting.values()) call.reject(error);
        waiting.clear();
      });
    }),
  );
}

/** Nothing is waited for without end. */
function withPatience<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new SearchUnavailable('timeout')), PATIENCE);
    promise.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => (script.remove(), resolve()));
    script.addEventListener(
      'error',
      () => (script.remove(), reject(new SearchUnavailable(address))),
    );
    document.head.append(script);
  });
}

const handedOver = new Map<string, string>();

async function readTwin(base: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
  scope.libraryIndexFile ??= (name, base64) => handedOver.set(name, base64);
  await withPatience(loadScript(`${base}${path}.js`));
  const base64 = handedOver.get(path);
  handedOver.delete(path);
  if (base64 === undefined) throw new SearchUnavailable(path);
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

async function readOnline(base: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
  // Names change with their content, but for two small files that must be asked about anew.
  const response = await withPatience(
    fetch(base + path, { cache: path.endsWith('.json') ? 'no-cache' : 'default' }),
  );
  if (!response.ok) throw new SearchUnavailable(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const SIGNATURE = 'pagefind_dcd';

async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Unpacks what Pagefind packs, unless a host has done so already; a damaged file is noticed here. */
async function unpack(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const unpacked = packed ? await gunzip(bytes) : bytes;
  const signature = new TextDecoder().decode(unpacked.subarray(0, SIGNATURE.length));
  if (signature !== SIGNATURE) throw new SearchUnavailable(path);
  return unpacked;
}

/** One opened index: every file is read once; the first failure is kept for the engine to report. */
export class IndexFiles {
  private readonly files = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  failure: SearchUnavailable | undefined;
  readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  /** The bytes of a file, unpacked. Throws SearchUnavailable. */
  read(path: string): Promise<Uint8Array<ArrayBuffer>> {
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
): Promise<Pick<Response, 'arrayBuffer' | 'json'>> {
  const files = current!;
  // Pagefind drops the host from the address it was given; the path inside the index is all that matters.
  const base = new URL(files.base).pathname;
  const path = new URL(address, files.base).pathname.slice(base.length);
  const bytes = await files.read(path);
  return {
    arrayBuffer: async () => bytes.slice().buffer,
    json: async () => JSON.parse(new TextDecoder().decode(bytes)),
  };
}
