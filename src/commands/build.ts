/**
 * `npm run build`: builds the site in a folder of its own and puts it in the last one's place only when it is
 * whole. CONTENT_DIR chooses another library, OUT_DIR another folder for the result. Builds that run at the same
 * time share nothing that they write.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { describeExit, stripCrashReport } from './build-faults.ts';
import { stop, tell, tellFault } from './command-line.ts';

const target = resolve(process.env.OUT_DIR ?? 'dist');
const beside = (suffix: string): string => join(dirname(target), `.${basename(target)}-${suffix}`);
const former = beside('former');
/** Astro bundles inside the folder it is started in, wherever the site is to go. */
const cacheRoot = resolve('.astro');
const buildDirectory = join(cacheRoot, `build-${process.pid}`);
const staging = join(buildDirectory, 'site');
const started = performance.now();

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What builds that were killed have left: their half sites, or the last site on its way aside. */
async function tidy(): Promise<void> {
  for (const name of existsSync(cacheRoot) ? await readdir(cacheRoot) : []) {
    const pid = Number(/^build-(\d+)$/u.exec(name)?.[1] ?? process.pid);
    if (pid !== process.pid && !isRunning(pid))
      await rm(join(cacheRoot, name), { recursive: true, force: true });
  }
  await rm(beside('next'), { recursive: true, force: true });
  if (!existsSync(target) && existsSync(former)) await rename(former, target);
  await rm(former, { recursive: true, force: true });
}

/** Moves the site beside its target: a folder cannot be renamed to another disk. */
async function moveBeside(): Promise<string> {
  await rename(staging, beside('next')).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    await cp(staging, beside('next'), { recursive: true });
  });
  return beside('next');
}

async function replaceTarget(): Promise<void> {
  const whole = await moveBeside();
  const had = existsSync(target);
  if (had) await rename(target, former);
  try {
    await rename(whole, target);
  } catch (error) {
    if (had) await rename(former, target);
    throw error;
  }
  await rm(former, { recursive: true, force: true });
}

/** Runs the build into the staging folder. Returns what an author has to read if it failed, or nothing. */
function buildStaging(): Promise<string | undefined> {
  const color = process.stderr.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(process.execPath, [join(import.meta.dirname, 'build-site.ts')], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: {
      ...process.env,
      ...color,
      OUT_DIR: staging,
      CACHE_DIR: join(buildDirectory, 'cache'),
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  let said = '';
  let fatal = false;
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-20_000);
    fatal ||= stripCrashReport(said) !== said;
    if (!fatal) process.stderr.write(chunk);
  });
  // Ctrl+C reaches the child by itself; the parent stays to clear up.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => child.kill(signal));
  return new Promise((settle) => {
    child.on('error', (error) => settle(error.message));
    child.on('close', (code, signal) =>
      settle(code === 0 ? undefined : describeExit(code, signal, said)),
    );
  });
}

try {
  await tidy();
  const fault = await buildStaging();
  if (fault !== undefined) throw new Error(fault);
  await replaceTarget();
  await rm(buildDirectory, { recursive: true, force: true });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  tell(`建成，共 ${seconds} 秒：${target}`);
  process.exit(0);
} catch (error) {
  await rm(buildDirectory, { recursive: true, force: true });
  await rm(beside('next'), { recursive: true, force: true });
  const { message } = error as Error;
  if (message) tellFault(message);
  stop(`没有建成；${existsSync(target) ? `${target} 还是原来的` : '什么也没有写'}。`);
}
