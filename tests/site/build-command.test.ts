/** The build command: another library builds, a faulty one fails and leaves the last good output. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parsePage } from './built-pages.ts';

let folder: string;
const path = (...parts: string[]): string => join(folder, ...parts);

const build = (extra: Record<string, string> = {}): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: path('content'), OUT_DIR: path('out'), ...extra },
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
  assert.doesNotMatch(output, /├─/u, 'no line a page');
  assert.ok(output.split('\n').filter((line) => / 秒/u.test(line)).length <= 12, output);
  assert.match(output, /^生成网页 .*秒　\d+ 页$/mu);
  assert.equal(output.split('\n').filter((line) => line.includes('没有写 address')).length, 1);
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

test('memory that runs out is told in a sentence with the remedy, and the last site stays', () => {
  const good = readFileSync(path('out/policies/plan.html'), 'utf8');
  const { status, output } = build({ NODE_OPTIONS: '--max-old-space-size=24' });
  assert.equal(status, 1);
  assert.match(output, /内存不够.*NODE_OPTIONS=--max-old-space-size=/u);
  assert.doesNotMatch(output, /Last few GCs|native stack/u);
  assert.equal(readFileSync(path('out/policies/plan.html'), 'utf8'), good);
});

test('what a killed build left is cleared by the next one, and a site set aside comes back', () => {
  mkdirSync(path('.out-next'));
  writeFileSync(path('.out-next/half.html'), '');
  renameSync(path('out'), path('.out-former'));
  writeFileSync(path('content/terms/empty.mdx'), '');
  assert.equal(build().status, 1);
  assert.ok(existsSync(path('out/policies/plan.html')));
  assert.deepEqual(readdirSync(folder).sort(), ['content', 'out']);
});
