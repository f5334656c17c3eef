/** `npm run serve`: serves the built site on a loopback port and prints its address. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseHeaders } from './headers-file.ts';
import { serveOnPort } from './static-server.ts';

const folder = resolve(process.env.OUT_DIR ?? 'dist');
try {
  if (!existsSync(folder)) throw new Error(`${folder} 还没有建。请先运行 npm run build。`);
  // The headers that a host should send: what works here works there.
  const headers = parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
  const { url } = await serveOnPort(folder, process.env.PORT, { headers });
  console.log(`文库开在 ${url}（按 Ctrl+C 关闭）`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
