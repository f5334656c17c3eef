/** `npm run serve`: serves the built site on a loopback port and prints its address. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { serveFolder } from './static-server.ts';

const folder = resolve(process.env.OUT_DIR ?? 'dist');
if (!existsSync(folder)) {
  console.error(`${folder} does not exist yet: run npm run build first`);
  process.exit(1);
}
const wanted = Number(process.env.PORT ?? 4321);
const { url } = await serveFolder(folder, { port: wanted }).catch(
  (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' || process.env.PORT) throw error;
    return serveFolder(folder);
  },
);
console.log(`The library is open at ${url} (Ctrl+C closes it)`);
