/** The build command: another library builds, a faulty one fails and leaves the last good output. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parsePage } from './built-pages.ts';

let folder: string;
const path = (...parts: string[]): string => join(folder, ...parts);

const build = (): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: path('content'), OUT_DIR: path('out') },
  });
  return { status, output: stdout + stderr };
};

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'library-'));
  cpSync('tests/fixtures/content/sound', path('content'), { recursive: true });
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('another library builds with the same software', () => {
  const { status, output } = build();
  assert.equal(status, 0, output);
  const plan = parsePage('policies/plan.html', path('out'));
  assert.equal(plan.querySelector('#p1 strong')?.textContent, '提示。');
  assert.ok(plan.querySelector('#p2')?.textContent?.includes('罕用字𠀀𪜀与表情🙂👨‍👩‍👧'));
  assert.ok(plan.querySelector('#p2 a.mention[href="../terms/mechanism.html"]'));
  assert.equal(plan.querySelector('#p3')?.textContent, '第一行第二行');
  assert.ok(plan.querySelector('#p4')?.textContent?.startsWith('很长的一行'));
  assert.equal(plan.querySelector('del'), null, '5~10 is a range');
  const term = parsePage('terms/mechanism.html', path('out'));
  assert.ok(term.body.textContent?.includes('带字节顺序标记和 Windows 换行的文件'));
  assert.ok(term.querySelector('#p1 a[href="../policies/plan.html"]'));
});

test('a faulty library fails, says everything, and leaves the last good output', () => {
  const good = readFileSync(path('out/policies/plan.html'), 'utf8');
  writeFileSync(path('content/terms/empty.mdx'), '');
  writeFileSync(path('content/terms/other.mdx'), '---\ntitel: 其他\n---\n');
  const { status, output } = build();
  assert.equal(status, 1);
  assert.match(output, /terms\/empty\.mdx:1\n {2}文件是空的/u);
  assert.match(output, /terms\/other\.mdx:2\n {2}没有名为“titel”的字段\n {2}→ 最接近的是 title/u);
  assert.equal(readFileSync(path('out/policies/plan.html'), 'utf8'), good);
});
