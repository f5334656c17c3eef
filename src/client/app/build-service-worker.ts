/** Makes `service-worker.js` and its lists for a built site: our worker in one classic script, and its version. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';
import { divideList } from './list-files.ts';
import { PARTS_FOLDER, type Edition, type ListedFile } from './protocol.ts';

export const SERVICE_WORKER = 'service-worker.js';

/** @returns the worker's code without its version; the same for every version of the site */
export async function bundleServiceWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'worker/service-worker.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    absWorkingDir: join(import.meta.dirname, '../../..'),
  });
  return outputFiles[0]!.text;
}

/**
 * @param bundle the worker's code
 * @param listed every file that it may keep
 * @returns the files to write, by path: the script, with its version before the code, and the parts of its list
 */
export function serviceWorkerFiles(bundle: string, listed: ListedFile[]): Map<string, string> {
  const { edition, parts } = divideList(listed);
  const hash = createHash('sha256').update(JSON.stringify(edition)).update(bundle).digest('hex');
  const named: Edition = { build: hash.slice(0, 16), ...edition };
  return new Map([
    [SERVICE_WORKER, `const LIBRARY=${JSON.stringify(named)};\n${bundle}`],
    ...parts.map((part, at): [string, string] => [`${PARTS_FOLDER}${at}.json`, part]),
  ]);
}
