/** What gzip files answer: themselves, and where there is no other file, the address of what they hold. */
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { mediaTypeOf } from '../exports/media-types.ts';

/** As hosts send the files of a folder (docs/hosting.md). */
const HEADERS = { 'Cache-Control': 'no-cache' };

/**
 * `x.txt.gz` is a file like others, which a browser keeps as it is; `x.txt`, where only that stands, is the text in it,
 * in the encoding that the client takes.
 * @param path of the request, decoded, from the site's root: `/policies/plan.txt`
 * @returns whether it was answered; nothing is sent otherwise
 */
export function answerFromGzip(
  folder: string,
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
): boolean {
  const own = path.endsWith('.gz');
  const file = join(folder, own ? path : `${path}.gz`);
  if (!existsSync(file) || (!own && existsSync(join(folder, path)))) return false;
  const packed = readFileSync(file);
  const asIs = own || /\bgzip\b/u.test(String(req.headers['accept-encoding'] ?? ''));
  const body = asIs ? packed : gunzipSync(packed);
  res.writeHead(200, {
    ...HEADERS,
    'Content-Type': mediaTypeOf(path),
    'Content-Length': body.length,
    ...(!own && { Vary: 'Accept-Encoding' }),
    ...(!own && asIs && { 'Content-Encoding': 'gzip' }),
  });
  res.end(req.method === 'HEAD' ? undefined : body);
  return true;
}
