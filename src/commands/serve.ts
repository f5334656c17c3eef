/** `npm run serve`: serves the built site on a loopback port and prints its address. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseHeaders } from '../app/headers-file.ts';
import { serveFolder } from './static-server.ts';

const folder = resolve(process.env.OUT_DIR ?? 'dist');
if (!existsSync(folder)) {
  console.error(`${folder} does not exist yet: run npm run build first`);
  process.exit(1);
}
// The headers that a host should send: what works here works there.
const headers = parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
const wanted = Number(process.env.PORT ?? 4321);
const { url } = await serveFolder(folder, { port: wanted, headers }).catch(
  (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' || process.env.PORT) throw error;
    return serveFolder(folder, { headers });
  },
);
console.log(`The library is open at ${url} (Ctrl+C closes it)`);
