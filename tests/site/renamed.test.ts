/** An entry that is renamed keeps its old address; one that is lost stops the build. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parsePage } from './built-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'renamed-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string): string => join(folder, name);
const run = (command: string): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/commands/${command}.ts`], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: path('content'), OUT_DIR: path('out') },
  });
  return { status, output: stdout + stderr };
};

cpSync('tests/fixtures/content/sound', path('content'), { recursive: true });
assert.equal(run('addresses').status, 0);
renameSync(path('content/policies/plan.md'), path('content/policies/three-year-plan.md'));
for (const file of ['terms/mechanism.mdx', 'replies/sample.mdx', 'policies/three-year-plan.md']) {
  const text = readFileSync(path(`content/${file}`), 'utf8');
  writeFileSync(
    path(`content/${file}`),
    text.replaceAll(/policy:plan\b/gu, 'policy:three-year-plan'),
  );
}

test('an address of the list that is gone stops the build, with its line and its remedy', () => {
  const { status, output } = run('build');
  assert.equal(status, 1, output);
  const line = readFileSync(path('content/addresses.txt'), 'utf8')
    .split('\n')
    .indexOf('policies/plan.html');
  assert.ok(
    output.includes(`addresses.txt:${line + 1}`) && output.includes('policies/plan.html'),
    output,
  );
  assert.match(output, /formerIds: \[plan\]/u);
  assert.ok(!existsSync(path('out')));
});

test('with formerIds the old address leads on to the page, which is there', () => {
  const file = path('content/policies/three-year-plan.md');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^(\uFEFF?---\r?\n)/u, '$1formerIds: [plan]\n'));
  const { status, output } = run('build');
  assert.equal(status, 0, output);
  const old = parsePage('policies/plan.html', path('out'));
  assert.equal(old.querySelector('a')?.getAttribute('href'), 'three-year-plan.html');
  assert.match(
    old.querySelector('meta[http-equiv=refresh]')!.getAttribute('content')!,
    /url=three-year-plan\.html$/u,
  );
  const page = parsePage('policies/three-year-plan.html', path('out'));
  assert.equal(page.querySelector('h1')?.textContent?.trim(), old.querySelector('a')?.textContent);
});
