/** Which port to serve on: the reader's own, or the first free one from the usual. */
import { serveFolder, type Served, type ServeOptions } from './static-server.ts';

const USUAL = 4321;
/** How many ports after the usual one are tried, before the system chooses any. */
const NEXT = 20;

/**
 * @param wanted what PORT says; empty or undefined where it says nothing
 * @returns the port, or undefined where none was chosen
 * @throws Error that says what a port is
 */
export function portFrom(wanted: string | undefined): number | undefined {
  if (wanted === undefined || wanted.trim() === '') return undefined;
  const port = Number(wanted);
  if (/^\d+$/u.test(wanted.trim()) && port <= 65_535) return port;
  throw new Error(`PORT 写的是“${wanted}”，不是端口号。请写 1 到 65535 的整数，如 PORT=8080。`);
}

/**
 * Serves on the port that was chosen, or else on the first free one.
 * @throws Error with the remedy when the chosen port is taken or not allowed
 */
export async function serveOnPort(
  folder: string,
  wanted: string | undefined,
  options: Omit<ServeOptions, 'port'> = {},
): Promise<Served> {
  const chosen = portFrom(wanted);
  if (chosen === undefined) {
    for (let port = USUAL; port < USUAL + NEXT; port++) {
      const served = await serveFolder(folder, { ...options, port }).catch(ifTaken);
      if (served) return served;
    }
    return serveFolder(folder, options);
  }
  const served = await serveFolder(folder, { ...options, port: chosen }).catch(ifTaken);
  if (served) return served;
  throw new Error(
    `端口 ${chosen} 已有程序在用，或者不许使用。请用 PORT 另选一个，或者不写 PORT，会自动选空闲的。`,
  );
}

/** @returns nothing for a port that cannot be had; another fault is another matter */
function ifTaken(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return undefined;
  throw error;
}
