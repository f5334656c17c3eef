/** Serves a built site on the loopback interface, to whoever is on this machine. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { hasControlCharacters } from '../text/safe-text.ts';
import { withRootedLinks } from '../views/rewrite-addresses.ts';

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

/** Files that are not text, or not text of their ending alone; anything else is sent as bytes. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.epub': 'application/epub+zip',
  '.zip': 'application/zip',
  '.gz': 'application/gzip',
};

/** The names that this machine has for itself. Another leads here only by a trick of the name service. */
const LOOPBACK = /^(?:localhost|[a-z0-9-]+\.localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/iu;

/**
 * The file that a request asks for, from the site's root.
 * @param target the request's target as sent: `/policies.html?q=1`
 * @returns nothing for a target that names no file: `//`, a broken escape, a way out of the folder, a control character
 */
function fileOf(target: string): string | undefined {
  const [path = ''] = target.split(/[?#]/u);
  if (!path.startsWith('/') || path.includes('//')) return undefined;
  try {
    const file = decodeURIComponent(path);
    const leaves = file.split(/[/\\]/u).includes('..');
    return leaves || hasControlCharacters(file) ? undefined : file;
  } catch {
    return undefined;
  }
}

/** Refuses a request, or says that it failed. No cache may keep that. */
function refuse(res: ServerResponse, status: number, words: string): void {
  res.writeHead(status, { 'content-type': TYPES['.txt'], 'cache-control': 'no-store' });
  res.end(`${status} ${words}\n`);
}

/** Sends a file whole: who asks for a part of it gets all, as HTTP allows. */
function send(req: IncomingMessage, res: ServerResponse, status: number, type = '', bytes: Buffer) {
  res.writeHead(status, {
    'content-type': type || 'application/octet-stream',
    'content-length': bytes.length,
  });
  res.end(req.method === 'HEAD' ? undefined : bytes);
}

/**
 * Starts a server.
 * @param folder the built site; it may be replaced while it is served
 * @returns its address, and how to stop it
 * @throws when the port is taken
 */
export async function serveFolder(folder: string, options: ServeOptions = {}): Promise<Served> {
  const { port = 0, base = '/', headers } = options;

  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (!LOOPBACK.test(req.headers.host ?? '')) return refuse(res, 421, 'Misdirected Request');
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('allow', 'GET, HEAD');
      return refuse(res, 405, 'Method Not Allowed');
    }
    const path = fileOf(req.url ?? '/');
    if (path === undefined) return refuse(res, 400, 'Bad Request');
    for (const [name, value] of Object.entries(headers?.(path) ?? {})) res.setHeader(name, value);
    const own = path.startsWith(base) ? path.slice(base.length) : undefined;
    const file = own === '' || own?.endsWith('/') ? `${own}index.html` : own;
    const bytes = file && (await readFile(join(folder, file)).catch(() => undefined));
    if (bytes) return send(req, res, 200, TYPES[extname(file)], bytes);
    const page = await readFile(join(folder, '404.html'), 'utf8').catch(() => 'Not found');
    res.setHeader('cache-control', 'no-store');
    return send(req, res, 404, TYPES['.html'], Buffer.from(withRootedLinks(page, base)));
  };
  const server = createServer((req, res) => {
    answer(req, res).catch(() => {
      if (res.headersSent) res.destroy();
      else refuse(res, 500, 'Internal Server Error');
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Serves on the port that PORT says, or else on 4321 or any that is free.
 * @throws Error with the remedy where it says what is no port, or one that is taken or not allowed
 */
export async function serveOnPort(
  folder: string,
  wanted = '',
  options: Omit<ServeOptions, 'port'> = {},
): Promise<Served> {
  const chosen = wanted.trim();
  if (!/^\d*$/u.test(chosen) || Number(chosen) > 65_535)
    throw new Error(`PORT 写的是“${wanted}”，不是端口号。请写 1 到 65535 的整数，如 PORT=8080。`);
  try {
    return await serveFolder(folder, { ...options, port: Number(chosen || 4321) });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EADDRINUSE', 'EACCES'].includes(code)) throw error;
    if (chosen === '') return serveFolder(folder, options);
    throw new Error(
      `端口 ${chosen} 已有程序在用，或者不许使用。请用 PORT 另选一个，或者不写 PORT，会自动选空闲的。`,
    );
  }
}

/**
 * Reads `_headers` as the hosts do that use it, so that preview and tests serve with exactly these headers.
 * @param text contents of `public/_headers`
 * @returns the headers of a path (`/policies.html`), names in lower case; a header that two rules set has both
 *   values, as hosts have it, unless the later rule detaches the earlier one (`! Name`)
 * @throws Error that names the line which is neither a path nor a header
 */
export function parseHeaders(text: string): (path: string) => Record<string, string> {
  const rules: { pattern: RegExp; headers: [name: string, value: string | undefined][] }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    if (content.startsWith('/')) {
      const literal = content.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
      rules.push({ pattern: new RegExp(`^${literal}$`), headers: [] });
      continue;
    }
    const [, detach, name, value] = /^(!\s*)?([\w-]+)(?::\s*(.+))?$/.exec(content) ?? [];
    const rule = rules.at(-1);
    if (!rule || !name || Boolean(detach) === Boolean(value))
      throw new Error(`_headers 第 ${index + 1} 行既不是路径也不是“名称: 值”：${content}`);
    rule.headers.push([name.toLowerCase(), value]);
  }
  return (path) => {
    const found: Record<string, string> = {};
    for (const [name, value] of rules.flatMap((r) => (r.pattern.test(path) ? r.headers : []))) {
      if (value === undefined) delete found[name];
      else found[name] = found[name] ? `${found[name]}, ${value}` : value;
    }
    return found;
  };
}
