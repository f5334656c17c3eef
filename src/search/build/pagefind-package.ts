/** Pagefind's own browser code and WebAssembly, as its package writes them. */
import { close, createIndex } from 'pagefind';
import { WASM_FILE } from '../format/index-files.ts';

let files: Promise<Map<string, Uint8Array>> | undefined;

async function readFiles(): Promise<Map<string, Uint8Array>> {
  try {
    const { index, errors } = await createIndex({});
    const built = (await index?.getFiles())?.files ?? [];
    if (built.length === 0) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    return new Map(built.map(({ path, content }) => [path, content]));
  } finally {
    await close();
  }
}

async function read(path: string): Promise<Uint8Array> {
  files ??= readFiles();
  const content = (await files).get(path);
  if (!content) throw new Error(`Pagefind has no ${path}. Has it changed its version?`);
  return content;
}

/** Pagefind's browser code: what the engine is bundled from. */
export async function pagefindRuntime(): Promise<string> {
  return new TextDecoder().decode(await read('pagefind.js'));
}

/** The WebAssembly that reads the index. */
export const pagefindWasm = (): Promise<Uint8Array> => read(WASM_FILE);
