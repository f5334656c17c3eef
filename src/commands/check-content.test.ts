/** `npm run check:content` as programs and editors use it: one JSON array a check, again after every save. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

const FIXTURES = join(import.meta.dirname, '../../tests/fixtures/content');
const COMMAND = join(import.meta.dirname, 'check-content.ts');
const SAMPLE_LIBRARY = join(import.meta.dirname, 'sample-library');
const TERM = 'terms/word-for-word.mdx';

interface Told {
  code: string;
  file: string;
  line: number;
  severity: string;
  message: string;
  hint: string;
}

const run = (folder: string, ...args: string[]) =>
  spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: folder },
  });

/** A library that is right, in a folder of its own. */
function library(): string {
  const folder = mkdtempSync(join(tmpdir(), 'library-'));
  cpSync(SAMPLE_LIBRARY, folder, { recursive: true });
  return folder;
}

test('--json lists each fault with code, file, line and remedy, and ends with 1', () => {
  const { status, stdout } = run(join(FIXTURES, 'validity-without-evidence'), '--json');
  const [fault, ...rest] = JSON.parse(stdout) as Told[];
  assert.equal(status, 1);
  assert.deepEqual(rest, []);
  assert.equal(fault!.code, 'validity-unfounded');
  assert.match(fault!.file, /validity-without-evidence\/policies\/plan\.mdx$/u);
  assert.equal(fault!.line, 3);
  assert.equal(fault!.severity, 'error');
  assert.match(fault!.hint, /请引用写明有效性的原文/u);
});

test('--json of a library that is right has hints alone, and ends with 0', () => {
  const folder = library();
  try {
    const { status, stdout } = run(folder, '--json');
    assert.equal(status, 0);
    for (const { severity } of JSON.parse(stdout) as Told[]) assert.equal(severity, 'hint');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test(
  '--watch tells of a fault when it is saved, and that it is mended',
  { timeout: 120_000 },
  async ({ signal }) => {
    const folder = library();
    const file = join(folder, TERM);
    const term = readFileSync(file, 'utf8');
    const watching = spawn(process.execPath, [COMMAND, '--json', '--watch'], {
      env: { ...process.env, CONTENT_DIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
      signal,
    });
    // It is ended when the test is: at the latest when its time is over.
    watching.on('error', () => {});
    try {
      const lines = createInterface({ input: watching.stdout })[Symbol.asyncIterator]();
      const errors = async (): Promise<string[]> => {
        const told = JSON.parse((await lines.next()).value as string) as Told[];
        return told.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      };
      /** A save may be told in several steps: what is told last counts. */
      const until = async (expected: string[]): Promise<void> => {
        while (JSON.stringify(await errors()) !== JSON.stringify(expected));
      };
      await until([]);
      writeFileSync(file, term.replace('summary', 'sumary'));
      await until(['field-unknown']);
      writeFileSync(file, term);
      await until([]);
    } finally {
      watching.kill();
      rmSync(folder, { recursive: true });
    }
  },
);

test('an option that it does not have is named, and how it is used', () => {
  const { status, stderr } = run(join(FIXTURES, 'sound'), '--quick');
  assert.equal(status, 1);
  assert.match(stderr, /--quick[^]*用法：npm run check:content/u);
  assert.doesNotMatch(stderr, /node:internal/u);
});
