/**
 * `npm run bench:build`: how long the whole build takes, as a process of its own, several times over.
 * Words after `--`: the number of runs (5).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

const runs = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'bench-build-'));

function once(): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], {
    encoding: 'utf8',
    env: { ...process.env, OUT_DIR: join(folder, 'site') },
  });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

try {
  once();
  const times = Array.from({ length: runs }, once).sort((a, b) => a - b);
  const middle = times[Math.floor(runs / 2)]!;
  console.log('| build, cold process | min | median | max |\n| --- | --- | --- | --- |');
  console.log(
    `| seconds, ${runs} runs, ${availableParallelism()} cores | ${[times[0]!, middle, times.at(-1)!].map((t) => t.toFixed(1)).join(' | ')} |`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
