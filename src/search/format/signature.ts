/** What the engine must know of Pagefind's files. */

/** What every packed file of a Pagefind index begins with, under its gzip. */
export const SIGNATURE = 'pagefind_dcd';
/** The WebAssembly that reads an index without a language. */
export const WASM_FILE = 'wasm.unknown.pagefind';
