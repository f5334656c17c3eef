/** Runs a command and watches it and all its processes: time, processor time, memory, what it prints. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Watched {
  seconds: number;
  /** Of all processes together; null where the system does not tell (other than Linux). */
  cpuSeconds: number | null;
  peakBytes: number | null;
  output: string;
}

export interface Command {
  /** What a message calls it. */
  name: string;
  /** This Node where none is given. */
  program?: string;
  args: string[];
  cwd: string;
  env?: Record<string, string>;
}

const SAMPLE_MS = 250;
/** The kernel counts processor time in these. */
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

interface Sample {
  pid: number;
  parent: number;
  ticks: number;
  bytes: number;
}

function sampleOf(pid: string): Sample | undefined {
  try {
    // The name in brackets may hold spaces: the fields begin after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    return {
      pid: Number(pid),
      parent: Number(stat[1]),
      ticks: Number(stat[11]) + Number(stat[12]),
      bytes: Number(stat[21]) * PAGE_BYTES,
    };
  } catch {
    return undefined; // It has ended meanwhile.
  }
}

/** A process and everything that it started. */
function treeOf(root: number): Sample[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => sampleOf(name) ?? []);
  const children = Map.groupBy(all, ({ parent }) => parent);
  const tree: Sample[] = all.filter(({ pid }) => pid === root);
  for (const one of tree) tree.push(...(children.get(one.pid) ?? []));
  return tree;
}

/**
 * Runs a command to its end.
 * @param limitSeconds it is stopped after this
 * @throws Error with the end of its output, when it fails or takes too long
 */
export function watch(
  { name, program, args, cwd, env }: Command,
  limitSeconds: number,
): Promise<Watched> {
  const started = performance.now();
  const child = spawn(program ?? process.execPath, args, {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const output: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));

  const linux = process.platform === 'linux';
  const ticks = new Map<number, number>();
  let peak = 0;
  const sample = (): void => {
    const tree = treeOf(child.pid!);
    for (const one of tree) ticks.set(one.pid, one.ticks);
    peak = Math.max(
      peak,
      tree.reduce((sum, { bytes }) => sum + bytes, 0),
    );
  };
  const sampling = linux ? setInterval(sample, SAMPLE_MS) : undefined;
  const stop = (): void => {
    if (process.platform === 'win32') child.kill();
    else if (child.pid) process.kill(-child.pid, 'SIGKILL');
  };
  let late = false;
  const limit = setTimeout(() => ((late = true), stop()), limitSeconds * 1000);
  process.prependOnceListener('exit', stop);

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(sampling);
      clearTimeout(limit);
      process.off('exit', stop);
      const text = output.join('');
      if (late) reject(new Error(`${name} took more than ${limitSeconds} s and was stopped.`));
      else if (code !== 0) reject(new Error(`${name} failed:\n${text.slice(-4000)}`));
      else
        resolve({
          seconds: (performance.now() - started) / 1000,
          cpuSeconds: linux
            ? [...ticks.values()].reduce((sum, one) => sum + one, 0) / TICKS_PER_SECOND
            : null,
          peakBytes: linux ? peak : null,
          output: text,
        });
    });
  });
}
