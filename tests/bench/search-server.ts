/** Serves a folder as a host does, compressed, and counts the bytes of every answer. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
};

export interface CountingServer {
  url: string;
  /** Path and bytes of what was sent since the last call. */
  take(): { path: string; bytes: number }[];
  close(): void;
}

/** Starts a server on a folder; `extra` adds files that the folder does not have. */
export async function countingServer(
  folder: string,
  extra: Record<string, string>,
): Promise<CountingServer> {
  let sent: { path: string; bytes: number }[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname.slice(1));
    const content =
      path in extra ? Promise.resolve(Buffer.from(extra[path]!)) : readFile(join(folder, path));
    content.then(
      (bytes) => {
        const type = TYPES[extname(path)];
        const body = type ? gzipSync(bytes) : bytes;
        sent.push({ path, bytes: body.length });
        response.setHeader('content-type', type ?? 'application/octet-stream');
        if (type) response.setHeader('content-encoding', 'gzip');
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    take: () => sent.splice(0),
    close: () => void server.close(),
  };
}
