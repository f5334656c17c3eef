/**
 * `npm run build`: builds the site in a folder of its own and puts it in the last one's place only when it is
 * whole. CONTENT_DIR chooses another library, OUT_DIR another folder for the result. Builds that run at the same
 * time share nothing that they write.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { stop, tell, tellFault } from './command-line.ts';

const target = resolve(process.env.OUT_DIR ?? 'dist');
const [next, former] = ['next', 'former'].map((name) =>
  join(dirname(target), `.${basename(target)}-${name}`),
) as [string, string];
/** Astro bundles inside the folder it is started in, wherever the site is to go. */
const cacheRoot = resolve('.astro');
const buildDirectory = join(cacheRoot, `build-${process.pid}`);
const staging = join(buildDirectory, 'site');
const started = performance.now();
const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true });

const MORE_MEMORY =
  '内存不够，没有建成。请给 Node 更多内存再建，例如（单位 MB）：NODE_OPTIONS=--max-old-space-size=8192 npm run build。' +
  '机器本身内存不够的，请关掉别的程序，或者把文库分成几部分。';
/** What a build that failed says, and what to do about it. */
const REMEDIES: [said: RegExp, remedy: string][] = [
  [/ENOSPC/u, '磁盘已满，没有建成。请腾出空间（约为网站的两倍）再建。'],
  [/heap out of memory|ERR_WORKER_OUT_OF_MEMORY|Array buffer allocation failed/u, MORE_MEMORY],
  // The system ends a program so when all memory is gone; a person may have done it too.
  [/^(?:137|SIGKILL)$/u, `建站的程序被系统终止，多半是内存用尽。${MORE_MEMORY}`],
];
const remedyFor = (said: string): string | undefined =>
  REMEDIES.find(([pattern]) => pattern.test(said))?.[1];
/** Where Node begins its own report of memory that ran out; none of it helps an author. */
const CRASH_REPORT = /<--- Last few GCs --->|FATAL ERROR:[^\n]*(?:heap|memory)/u;

function isRunning(pid: string): boolean {
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What builds that were killed have left: their half sites, or the last site on its way aside. */
async function tidy(): Promise<void> {
  for (const name of existsSync(cacheRoot) ? await readdir(cacheRoot) : []) {
    const [, pid] = /^build-(\d+)$/u.exec(name) ?? [];
    if (pid && !isRunning(pid)) await remove(join(cacheRoot, name));
  }
  await remove(next);
  if (!existsSync(target) && existsSync(former)) await rename(former, target);
  await remove(former);
}

/** Moves the site beside its target, for a folder cannot be renamed to another disk, and then into its place. */
async function replaceTarget(): Promise<void> {
  await rename(staging, next).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    await cp(staging, next, { recursive: true });
  });
  const had = existsSync(target);
  if (had) await rename(target, former);
  try {
    await rename(next, target);
  } catch (error) {
    if (had) await rename(former, target);
    throw error;
  }
  await remove(former);
}

/**
 * Runs the build into the staging folder.
 * @throws Error with what an author has to read besides what the build said; empty where that is all
 */
async function buildStaging(): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'build-site.ts')], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: {
      ...process.env,
      OUT_DIR: staging,
      CACHE_DIR: join(buildDirectory, 'cache'),
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  let crashed = false;
  let remedy: string | undefined;
  createInterface({ input: child.stderr! }).on('line', (line) => {
    remedy ??= remedyFor(line);
    crashed ||= CRASH_REPORT.test(line);
    if (!crashed) console.error(line);
  });
  // Ctrl+C reaches the child by itself; the parent stays to clear up.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => child.kill(signal));
  const [code, signal] = await once(child, 'close');
  if (code !== 0) throw new Error(remedy ?? remedyFor(String(signal ?? code)) ?? '');
}

try {
  await tidy();
  await buildStaging();
  await replaceTarget();
  await remove(buildDirectory);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  tell(`建成，共 ${seconds} 秒：${target}`);
  process.exit(0);
} catch (error) {
  await remove(buildDirectory);
  await remove(next);
  const { message } = error as Error;
  if (message) tellFault(message);
  stop(`没有建成；${existsSync(target) ? `${target} 还是原来的` : '什么也没有写'}。`);
}
