/**
 * `npm run build`: builds the site beside the last one and puts it in its place only when it is whole.
 * CONTENT_DIR chooses another library, OUT_DIR another folder for the result.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { describeExit, withoutLastWords } from './build-faults.ts';

const target = resolve(process.env.OUT_DIR ?? 'dist');
const beside = (suffix: string): string => join(dirname(target), `.${basename(target)}-${suffix}`);
const staging = beside('next');
const former = beside('former');
const started = performance.now();

/** What a build that was killed has left: its half site, or the last site on its way aside. */
async function tidy(): Promise<void> {
  await rm(staging, { recursive: true, force: true });
  if (!existsSync(target) && existsSync(former)) await rename(former, target);
  await rm(former, { recursive: true, force: true });
}

async function replaceTarget(): Promise<void> {
  const had = existsSync(target);
  if (had) await rename(target, former);
  try {
    await rename(staging, target);
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
    env: { ...process.env, ...color, OUT_DIR: staging, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  let said = '';
  let fatal = false;
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-20_000);
    fatal ||= withoutLastWords(said) !== said;
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
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`建成，共 ${seconds} 秒：${target}`);
  process.exit(0);
} catch (error) {
  await rm(staging, { recursive: true, force: true });
  const { message } = error as Error;
  if (message) console.error(message);
  console.error(`没有建成；${existsSync(target) ? `${target} 还是原来的` : '什么也没有写'}。`);
  process.exit(1);
}
