/** `npm run serve`: serves the built site on a loopback port and prints its address. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseHeaders, serveOnPort } from './static-server.ts';
import { stop, tell } from './command-line.ts';

const folder = resolve(process.env.OUT_DIR ?? 'dist');
if (!existsSync(folder)) stop(`${folder} 还没有建。请先运行 npm run build。`);
// The headers that a host should send: what works here works there.
const headers = parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
const { url } = await serveOnPort(folder, process.env.PORT, { headers });
tell(`文库开在 ${url}（按 Ctrl+C 关闭）`);
