/** Bad archives, one a test: each must be named, and a good one must pass however it was carried. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { before, test } from 'node:test';
import { unzipSync, zipSync } from 'fflate';
import { describeFinding, remedies } from '../../src/exports/archive/findings.ts';
import { sha256 } from '../../src/exports/archive/digest.ts';
import { verify } from '../../src/exports/archive/verify.ts';
import { finish, sample } from './sample.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const NAME = 'sample-2021-05-20';
let good: Uint8Array;

before(async () => {
  good = new Uint8Array(
    readFileSync(await finish(sample({ 'replies/one.html': '<p>正文一。'.repeat(50) }))),
  );
});

function zipOf(bytes: Uint8Array): string {
  const path = join(temporaryFolder('library-'), `${NAME}.zip`);
  writeFileSync(path, bytes);
  return path;
}

/** Unpacks the good archive into a folder whose path holds a space and Chinese characters. */
function unpack(): string {
  const root = join(temporaryFolder('library-'), '离线 归档');
  for (const [path, bytes] of Object.entries(unzipSync(good))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  return join(root, NAME);
}

async function faults(path: string): Promise<string[]> {
  return (await verify(path)).findings.map(describeFinding);
}

test('a whole zip, its folder, and the folder around that folder pass', async () => {
  const folder = unpack();
  for (const path of [zipOf(good), folder, dirname(folder)])
    assert.deepEqual(await faults(path), []);
});

test('a zip packed anew by another program passes', async () => {
  const files = unzipSync(good);
  assert.deepEqual(await faults(zipOf(zipSync(files, { level: 1 }))), []);
});

test('the standard tool verifies the manifests', () => {
  const cwd = unpack();
  const lists = ['manifest-sha256.txt', 'tagmanifest-sha256.txt'];
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', ...lists], { cwd });
});

test('a truncated zip is told apart at any length', async () => {
  for (const share of [0.1, 0.5, 0.9, 0.999]) {
    const found = await faults(zipOf(good.slice(0, Math.floor(good.length * share))));
    assert.match(found.join('\n'), /^归档损坏.*不完整/, `${share}`);
  }
});

test('a flipped byte is found wherever it is', async () => {
  const step = Math.ceil(good.length / 400);
  for (let at = 0; at < good.length; at += step) {
    const bad = good.slice();
    bad[at]! ^= 0x10;
    assert.notDeepEqual(await faults(zipOf(bad)), [], `byte ${at} of ${good.length}`);
  }
});

test('a flipped byte within a file names that file', async () => {
  const page =
    Buffer.from(good).indexOf('data/site/replies/one.html') +
    'data/site/replies/one.html'.length +
    8;
  const bad = good.slice();
  bad[page]! ^= 1;
  assert.match((await faults(zipOf(bad))).join('\n'), /^已改变　data\/site\/replies\/one\.html/);
});

test('a zip that is not the one its .sha256 names', async () => {
  const path = zipOf(good);
  writeFileSync(`${path}.sha256`, `${sha256('another')}  ${NAME}.zip\n`);
  assert.match((await faults(path)).join(), /SHA-256 不符/);
});

test('paths that lead outside are named, and nothing is written', async () => {
  const files = {
    ...unzipSync(good),
    '../evil.txt': new Uint8Array([1]),
    [`${NAME}/data/../../x`]: new Uint8Array([1]),
  };
  const found = (await faults(zipOf(zipSync(files)))).join('\n');
  assert.match(found, /\.\.\/evil\.txt.*写到别处/);
  assert.match(found, /data\/\.\.\/\.\.\/x.*写到别处/);
});

test('something that is no archive', async () => {
  assert.match(
    (await faults(zipOf(zipSync({ 'a.txt': new Uint8Array([1]) })))).join(),
    /没有 bagit\.txt/,
  );
  assert.match((await faults(zipOf(new TextEncoder().encode('not a zip')))).join(), /不是 zip/);
  assert.match((await faults(temporaryFolder('library-'))).join(), /没有 bagit\.txt/);
  await assert.rejects(verify(join(temporaryFolder('library-'), 'nothing.zip')), /找不到/);
});

const folderFaults: [name: string, damage: (folder: string) => void, expected: RegExp][] = [
  [
    'a missing page',
    (f) => unlinkSync(join(f, 'data/site/index.html')),
    /^缺少　data\/site\/index\.html/m,
  ],
  [
    'a changed page',
    (f) => appendFileSync(join(f, 'data/site/index.html'), ' '),
    /^已改变　data\/site\/index\.html/m,
  ],
  [
    'an added page',
    (f) => writeFileSync(join(f, 'data/site/new.html'), ''),
    /^多出　data\/site\/new\.html/m,
  ],
  ['a file of the system', (f) => writeFileSync(join(f, '.DS_Store'), ''), /^多出　\.DS_Store/m],
  ['a changed 说明', (f) => appendFileSync(join(f, '说明.txt'), 'x'), /^已改变　说明\.txt/m],
  ['a missing 说明', (f) => unlinkSync(join(f, '说明.html')), /^缺少　说明\.html/m],
  [
    'a missing manifest',
    (f) => unlinkSync(join(f, 'manifest-sha256.txt')),
    /^缺少　manifest-sha256\.txt：没有清单/m,
  ],
  [
    'a wrong line',
    (f) => appendFileSync(join(f, 'manifest-sha256.txt'), 'zzz  data/x\n'),
    /^清单有误　manifest-sha256\.txt 第 \d+ 行/m,
  ],
  [
    'a changed manifest',
    (f) => appendFileSync(join(f, 'manifest-sha256.txt'), '\n'),
    /^已改变　manifest-sha256\.txt/m,
  ],
  [
    'a wrong declaration',
    (f) => writeFileSync(join(f, 'bagit.txt'), 'x'),
    /^清单有误　bagit\.txt/m,
  ],
  [
    'a wrong sum of bytes',
    (f) => writeFileSync(join(f, 'bag-info.txt'), 'Payload-Oxum: 1.1\n'),
    /Payload-Oxum 写的是 1\.1/,
  ],
  [
    'the payload gone',
    (f) => rmSync(join(f, 'data'), { recursive: true }),
    /^缺少　data\/content\/library\.yaml/m,
  ],
  [
    'a link in place of a file',
    (f) => {
      copyFileSync(join(f, 'data/site/404.html'), join(dirname(f), 'elsewhere'));
      unlinkSync(join(f, 'data/site/404.html'));
      symlinkSync(join(dirname(f), 'elsewhere'), join(f, 'data/site/404.html'));
    },
    /符号链接/,
  ],
];
for (const [name, damage, expected] of folderFaults) {
  test(`an unpacked archive with ${name}`, async () => {
    const folder = unpack();
    damage(folder);
    assert.match((await faults(folder)).join('\n'), expected);
  });
}

const MANIFEST = 'manifest-sha256.txt';

/** Rewrites one line of the manifest, that of `data/site/404.html`; returns its number, from 1. */
function editManifest(folder: string, edit: (line: string) => string): number {
  const lines = readFileSync(join(folder, MANIFEST), 'utf8').split('\n');
  const at = lines.findIndex((line) => line.endsWith('  data/site/404.html'));
  const edited = edit(lines[at]!);
  lines.splice(at, 1, ...(edited === '' ? [] : [edited]));
  writeFileSync(join(folder, MANIFEST), lines.join('\n'));
  return at + 1;
}

test('a line lost from the manifest accuses the manifest first, and no one is told to delete the file', async () => {
  for (const edit of [() => '', (line: string) => `x${line.slice(1)}`]) {
    const folder = unpack();
    editManifest(folder, edit);
    const { findings } = await verify(folder);
    const lines = findings.map(describeFinding);
    assert.match(lines[0]!, /^清单有误　manifest-sha256\.txt：清单本身已变，以下不作准/);
    assert.match(lines.join('\n'), /^多出（不作准）　data\/site\/404\.html/m);
    assert.doesNotMatch(remedies(findings).join('\n'), /删去/);
    assert.match(remedies(findings).join('\n'), /不要删除/);
  }
});

test('a changed sum in the manifest is named by its line', async () => {
  const folder = unpack();
  const line = editManifest(folder, (text) => text.replace(/^./, (c) => (c === '0' ? '1' : '0')));
  const lines = await faults(folder);
  assert.match(lines[0]!, /^清单有误　manifest-sha256\.txt：清单本身已变/);
  const named = new RegExp(`^已改变（不作准）　data/site/404\\.html：清单第 ${line} 行与文件不符`);
  assert.match(lines[1]!, named);
  assert.equal(lines.length, 2);
});

test('only files that a system leaves behind may be deleted', async () => {
  const advice = async (name: string): Promise<string> => {
    const folder = unpack();
    writeFileSync(join(folder, name), '');
    return remedies((await verify(folder)).findings).join('\n');
  };
  assert.match(await advice('data/site/Thumbs.db'), /删去即可/);
  assert.match(await advice('data/site/.DS_Store'), /删去即可/);
  assert.doesNotMatch(await advice('data/site/new.html'), /删去/);
  assert.match(await advice('data/site/new.html'), /比较.*核实/);
});

test('a fault in the payload is not blamed on the sum of bytes as well', async () => {
  const folder = unpack();
  unlinkSync(join(folder, 'data/site/404.html'));
  assert.deepEqual(
    (await faults(folder)).map((line) => line.split('：')[0]),
    ['缺少　data/site/404.html'],
  );
});

const glue = (...parts: (Uint8Array | string)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));
const containers: [name: string, make: () => Uint8Array, expected: RegExp][] = [
  ['an empty file', () => glue(), /文件是空的/],
  ['a page in place of the zip', () => glue('<!doctype html>登录'), /不是 zip：.*PK/],
  ['a zip cut off', () => good.slice(0, -5000), /zip 不完整：只有 \d+ 字节/],
  ['a zip cut off in its last record', () => good.slice(0, -3), /zip 不完整/],
  ['bytes after the zip', () => glue(good, 'xyz'), /zip 末尾多出 3 字节/],
  ['bytes before the zip', () => glue('xyzw', good), /zip 开头多出 4 字节/],
];
for (const [name, make, expected] of containers) {
  test(`${name} is told apart, in Chinese`, async () => {
    const [line, ...others] = await faults(zipOf(make()));
    assert.match(line!, expected);
    assert.deepEqual(others, []);
    const said = line!.replace(/^.*\.zip：/, '').replace(/zip|PK/g, '');
    assert.doesNotMatch(said, /[a-z]|\p{Cc}/iu);
  });
}

test('a .sha256 file that says nothing is a finding of its own', async () => {
  const path = zipOf(good);
  writeFileSync(`${path}.sha256`, '<!doctype html>');
  const { findings } = await verify(path);
  assert.deepEqual(
    findings.map(({ kind }) => kind),
    ['sidecar'],
  );
  assert.match(remedies(findings).join(), /不说明 zip 有错/);
});

test('a folder inside the archive is led back to the archive', async () => {
  const folder = unpack();
  for (const inner of ['data', 'data/site']) {
    const { findings } = await verify(join(folder, inner));
    assert.match(
      findings.map(describeFinding).join(),
      new RegExp(`^路径不对.*${basename(folder)}$`),
    );
    assert.doesNotMatch(remedies(findings).join(), /下载|取得/);
  }
});

/** Runs the command as npm does: in the software's folder, with the folder that it was typed in beside. */
function run(typedIn: string, path: string): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('src/commands/verify.ts'), path],
    { env: { ...process.env, INIT_CWD: typedIn }, encoding: 'utf8' },
  );
  return { status, out: stdout, err: stderr };
}

test('a path is meant from the folder it was typed in, and errors name it in full', () => {
  const path = zipOf(good);
  assert.equal(run(dirname(path), basename(path)).status, 0);
  const { status, err } = run(dirname(path), 'no.zip');
  assert.equal(status, 1);
  assert.ok(err.includes(join(dirname(path), 'no.zip')), err);
});

test('what is whole is named by its checksums, and by what it was compared with', () => {
  const path = zipOf(good);
  const tags = unzipSync(good)[`${NAME}/tagmanifest-sha256.txt`]!;
  const alone = run(dirname(path), path).out;
  assert.ok(alone.includes(sha256(good)) && alone.includes(sha256(tags)), alone);
  assert.match(alone, /旁边没有 \.sha256/);
  writeFileSync(`${path}.sha256`, `${sha256(good)}  ${NAME}.zip\n`);
  assert.match(run(dirname(path), path).out, /已与旁边的 \.sha256 文件比较，相符/);
});
