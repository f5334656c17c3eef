/** The commands as an editor types them: what is written, what is refused, what is said. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { NOTICE } from './sample.ts';
import { writeDocx } from './write-docx.ts';

let folder: string;
const path = (...parts: string[]): string => join(folder, ...parts);
function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`src/commands/${command}.ts`, ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, CONTENT_DIR: path('library'), INIT_CWD: folder },
    },
  );
  return { status, output: stdout + stderr };
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  assert.equal(run('new', 'library', 'library').status, 0);
  writeFileSync(path('示例 通知.docx'), writeDocx(NOTICE));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('a file whose name has spaces and Chinese becomes an entry that the library takes', () => {
  const { status, output } = run('import', '示例 通知.docx');
  assert.equal(status, 0, output);
  for (const words of [
    /份号　第\d+行　000001/u,
    /密级“秘密★1年”：公开前请确认已经解密/u,
    /页眉（1 处）：“示例页眉”/u,
    /没有写：机构库/u,
    /核对无误/u,
  ])
    assert.match(output, words);
  const entry = readFileSync(path('library/policies/2024-7.mdx'), 'utf8');
  assert.match(entry, /^title: 示例市产业发展局关于做好示例工作的通知$/mu);
  assert.match(entry, /^date: (?:"2024-03-08"|2024-03-08)$/mu);
  assert.deepEqual(
    readFileSync(path('library/original/policies-2024-7.docx')),
    readFileSync(path('示例 通知.docx')),
  );
  const check = run('check-content');
  assert.equal(check.status, 0, check.output);
});
test('nothing is written over, and nothing is half-written', () => {
  const kept = readFileSync(path('library/policies/2024-7.mdx'), 'utf8');
  const again = run('import', '示例 通知.docx');
  assert.equal(again.status, 1);
  assert.match(again.output, /2024-7/u);
  assert.equal(readFileSync(path('library/policies/2024-7.mdx'), 'utf8'), kept);
  writeFileSync(path('坏.docx'), writeDocx(NOTICE).subarray(0, 1500));
  const broken = run('import', '坏.docx', '没有.docx');
  assert.equal(broken.status, 1);
  assert.match(broken.output, /坏\.docx：.+[。]/u);
  assert.match(broken.output, /没有\.docx：找不到文件/u);
  assert.deepEqual(readdirSync(path('library/original')), ['policies-2024-7.docx']);
});
test('a received file that was changed is told', () => {
  const original = path('library/original/policies-2024-7.docx');
  const bytes = readFileSync(original);
  writeFileSync(original, Buffer.concat([bytes, Buffer.from('!')]));
  const changed = run('check-content');
  assert.equal(changed.status, 1);
  assert.match(
    changed.output,
    /policies\/2024-7\.mdx:\d+\n {2}原件 original\/policies-2024-7\.docx 与导入时不同/u,
  );
  rmSync(original);
  assert.match(run('check-content').output, /找不到原件 original\/policies-2024-7\.docx/u);
  writeFileSync(original, bytes);
});
test('what is cited is told: entries of the library, and documents that it lacks', () => {
  const text =
    '关于示例工作的补充通知\n\n根据《示例产业促进办法》（示发〔2020〕1号）和《关于做好示例工作的通知（示例文本）》，现补充通知如下。';
  writeFileSync(path('supplement.txt'), text);
  const { status, output } = run('import', 'supplement.txt');
  assert.equal(status, 0, output);
  assert.match(output, /库里没有的文件.*：\n {2}《示例产业促进办法》示发〔2020〕1号\n/u);
  assert.match(output, /policies\/sample-notice　关于做好示例工作的通知/u);
  assert.equal(run('check-content').status, 0);
});
test('--dry-run writes nothing', () => {
  writeFileSync(path('other.txt'), '关于其他示例的通知\n\n现通知如下。');
  assert.equal(run('import', 'other.txt', '--dry-run').status, 0);
  assert.ok(!existsSync(path('library/policies/other.mdx')));
});
test('an entry of a kind from flags; a fault is told and nothing written; no library over a library', () => {
  const quote = ['--evidence-in', 'policies/sample-notice', '--quote', '没有人说的，不写'];
  assert.equal(run('new', 'term', '--title', '没有人说的', '--id', 'unsaid', ...quote).status, 0);
  assert.ok(existsSync(path('library/terms/unsaid.mdx')));
  const wrong = run(
    'new',
    '术语',
    '--title',
    '另一个',
    '--id',
    'other',
    '--evidence-in',
    'policies/sample-notice',
    '--quote',
    '没有的话',
  );
  assert.equal(wrong.status, 1);
  assert.match(wrong.output, /引文不在/u);
  assert.ok(!existsSync(path('library/terms/other.mdx')));
  assert.match(run('new', 'library', 'library').output, /不是空文件夹/u);
});
