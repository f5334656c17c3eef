/** Serves a built site on the loopback interface, compressed as a host would. */
import compression from 'compression';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { withRootedLinks } from '../views/rewrite-addresses.ts';
import { hasControlCharacters } from '../text/control-characters.ts';
import { answerFromGzip } from './gzip-answer.ts';

export interface ServeOptions {
  /** 0 for any free port. */
  port?: number;
  /** Folder that the site is served under, `/a/b/`. */
  base?: string;
  /** Sent with every answer. */
  headers?: (path: string) => Record<string, string>;
}

export interface Served {
  /** Address of the site's root, ending in a slash. */
  url: string;
  close: () => Promise<void>;
}

const listen = (server: Server, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address() as AddressInfo));
  });

/**
 * The path that a request asks for, still encoded.
 * @param target the request's target as sent: `/policies.html?q=1`
 * @returns nothing for a target that names no file: `//`, a broken escape, a way out of the folder, a control character
 */
export function pathOf(target: string): string | undefined {
  const [path = ''] = target.split(/[?#]/u);
  if (!path.startsWith('/') || path.includes('//')) return undefined;
  try {
    const names = decodeURIComponent(path).split(/[/\\]/u);
    if (names.includes('..') || hasControlCharacters(names.join(''))) return undefined;
  } catch {
    return undefined;
  }
  return path;
}

function refuse(res: ServerResponse): void {
  res.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('400 Bad Request\n');
}

/**
 * Starts a server.
 * @param folder the built site
 * @returns its address, and how to stop it
 * @throws when the port is taken
 */
export async function serveFolder(folder: string, options: ServeOptions = {}): Promise<Served> {
  const { port = 0, base = '/', headers } = options;
  const files = sirv(folder, { dev: true, etag: true });
  const compress = compression();

  const notFound = async (res: ServerResponse): Promise<void> => {
    const page = await readFile(join(folder, '404.html'), 'utf8').catch(() => 'Not found');
    res
      .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
      .end(withRootedLinks(page, base));
  };
  const answer = (req: IncomingMessage, res: ServerResponse): void => {
    const path = pathOf(req.url ?? '/');
    if (path === undefined) return refuse(res);
    for (const [name, value] of Object.entries(headers?.(path) ?? {})) res.setHeader(name, value);
    if (!path.startsWith(base)) return void notFound(res);
    req.url = `/${(req.url ?? '/').slice(base.length)}`;
    if (answerFromGzip(folder, decodeURIComponent(path.slice(base.length - 1)), req, res)) return;
    files(req, res, () => void notFound(res));
  };
  const server = createServer((req, res) => {
    compress(req as never, res as never, () => answer(req, res));
  });
  const address = await listen(server, port);
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
