/**
 * Reads the files of the index: over http by fetch. On file:// browsers refuse fetch, but not classic
 * scripts: the archive holds each file as `file.js`, which hands it over in base64 when the page asks for it, and
 * the pieces of a page as one such script (see `index/script-copies.ts`). Served over http, the archive is read from
 * those too. The engine knows nothing of the difference, nor does Pagefind.
 */
import { loadScript } from '../../ui/load-script.ts';
import { PIECE_FILE } from '../../build/piece-files.ts';
import { asciiJson } from '../../format/gb18030.ts';
import { SIGNATURE } from '../../format/signature.ts';
import { withinTimeLimit } from './time-limit.ts';
import { takingTurns } from './turns.ts';
import { SearchUnavailable } from './unavailable.ts';
import { unpack, type Bytes } from './unpack.ts';

/** A file in base64, or the pieces of a page. */
type Handed = string | unknown[];

interface Handover {
  libraryIndexFile?: (name: string, value: Handed) => void;
}

const scope = globalThis as typeof globalThis & Handover;
const fromFiles = globalThis.location?.protocol === 'file:';
const handedOver = new Map<string, Handed>();
/** Scripts on their way, and those with pieces, of which others may be wanted. */
const scripts = new Map<string, Promise<Handed | undefined>>();

/** The name under which a script hands a file over, and the script. */
function scriptOf(path: string): { name: string; script: string } {
  const page = PIECE_FILE.exec(path)?.[1];
  return page ? { name: page, script: `${page}.pf_text.js` } : { name: path, script: `${path}.js` };
}

/** A file's bytes out of what a script has handed over, or nothing. */
function bytesOf(path: string, value: Handed | undefined): Bytes | undefined {
  if (typeof value === 'string')
    return Uint8Array.from(atob(value), (letter) => letter.charCodeAt(0));
  const piece = value?.[Number(PIECE_FILE.exec(path)![2])];
  return piece === undefined ? undefined : new TextEncoder().encode(SIGNATURE + asciiJson(piece));
}

/** What a script hands over; asked for twice, it is loaded once. */
function handed(base: string, path: string): Promise<Handed | undefined> {
  scope.libraryIndexFile ??= (name, value) => handedOver.set(name, value);
  const { name, script } = scriptOf(path);
  let loading = scripts.get(script);
  if (!loading) {
    loading = withinTimeLimit(loadScript(base + script)).then(() => handedOver.get(name));
    scripts.set(script, loading);
    const forget = () => scripts.delete(script);
    loading.then((value) => {
      handedOver.delete(name);
      if (!Array.isArray(value)) forget();
    }, forget);
  }
  return loading;
}

async function readScript(base: string, path: string): Promise<Bytes> {
  const bytes = bytesOf(path, await handed(base, path));
  if (!bytes) throw new SearchUnavailable(path);
  return bytes;
}

const get = (address: string, cache: RequestCache): Promise<Response> =>
  withinTimeLimit(fetch(address, { cache }));

/** The bytes in a file's script, read as text, since a worker of a strict policy must not run it. */
async function readOutOfScript(base: string, path: string): Promise<Bytes | undefined> {
  const response = await get(base + scriptOf(path).script, 'default');
  const [, value] =
    /^libraryIndexFile\("[^"]*",(.*)\)$/su.exec(response.ok ? await response.text() : '') ?? [];
  return value === undefined ? undefined : bytesOf(path, JSON.parse(value) as Handed);
}

/** Whether this index is known to be an archive's. */
let scriptsOnly = false;

/** More than a host answers at a time, and fewer than a browser refuses. */
const inTurn = takingTurns(128);

async function readOnline(base: string, path: string): Promise<Bytes> {
  // Names change with their content, but for two small files that must be asked about anew.
  const cache = path.endsWith('.json') ? 'no-cache' : 'default';
  const response = scriptsOnly ? undefined : await get(base + path, cache);
  if (response?.ok) return new Uint8Array(await response.arrayBuffer());
  const bytes = await readOutOfScript(base, path);
  if (!bytes) throw new SearchUnavailable(`${path}: ${response?.status ?? 'script'}`);
  scriptsOnly = true;
  return bytes;
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
      file = inTurn(() => (fromFiles ? readScript : readOnline)(this.base, path))
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
