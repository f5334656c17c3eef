/** Bad archives, one a test: each must be named, and a good one must pass however it was carried. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { before, test } from 'node:test';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { sha256 } from '../../src/content/read-entry.ts';
import { LIMITS, verify } from '../../src/exports/archive/verify.ts';
import { finish, sample } from './sample.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const NAME = 'sample-2021-05-20';
const MANIFEST = 'manifest-sha256.txt';
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

const faults = (path: string): string[] =>
  verify(path).findings.map(({ kind, path: where, detail }) => `${kind}　${where}：${detail}`);

test('a whole zip, its folder, and the folder around that folder pass', () => {
  const folder = unpack();
  for (const path of [zipOf(good), folder, dirname(folder)]) assert.deepEqual(faults(path), []);
});

test('a zip packed anew by another program passes', () => {
  assert.deepEqual(faults(zipOf(zipSync(unzipSync(good), { level: 1 }))), []);
});

test('the standard tool verifies the manifests', () => {
  const cwd = unpack();
  const lists = ['manifest-sha256.txt', 'tagmanifest-sha256.txt'];
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', ...lists], { cwd });
});

test('a zip cut off is not whole, at any length', () => {
  for (const share of [0.1, 0.5, 0.9, 0.999])
    assert.match(
      faults(zipOf(good.slice(0, Math.floor(good.length * share)))).join('\n'),
      /^归档损坏.*不完整/,
    );
});

test('a flipped byte within a file names that file', () => {
  const name = 'data/site/replies/one.html';
  const at = Buffer.from(good).indexOf(name) + name.length + 8;
  const bad = good.slice();
  bad[at]! ^= 1;
  assert.match(faults(zipOf(bad)).join('\n'), /^已改变　data\/site\/replies\/one\.html/);
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
  ['a changed 说明', (f) => appendFileSync(join(f, '说明.html'), 'x'), /^已改变　说明\.html/m],
  ['a missing 说明', (f) => unlinkSync(join(f, '说明.html')), /^缺少　说明\.html/m],
  [
    'a changed declaration',
    (f) => writeFileSync(join(f, 'bagit.txt'), 'x'),
    /^已改变　bagit\.txt/m,
  ],
  [
    'a missing manifest',
    (f) => unlinkSync(join(f, MANIFEST)),
    /^缺少　manifest-sha256\.txt：没有清单/m,
  ],
  [
    'a wrong line',
    (f) => appendFileSync(join(f, MANIFEST), 'zzz  data/x\n'),
    /^清单有误　manifest-sha256\.txt 第 \d+ 行/m,
  ],
  [
    'a changed manifest',
    (f) => appendFileSync(join(f, MANIFEST), '\n'),
    /^清单有误　manifest-sha256\.txt/m,
  ],
  [
    'the payload gone',
    (f) => rmSync(join(f, 'data'), { recursive: true }),
    /^缺少　data\/content\/library\.yaml/m,
  ],
  [
    'a link in place of a file',
    (f) => {
      unlinkSync(join(f, 'data/site/404.html'));
      symlinkSync('index.html', join(f, 'data/site/404.html'));
    },
    /^不安全　data\/site\/404\.html：.*符号链接/m,
  ],
  [
    'a file that runs as its owner',
    (f) => chmodSync(join(f, 'data/site/404.html'), 0o4755),
    /^不安全　data\/site\/404\.html：.*setuid/m,
  ],
];
for (const [name, damage, expected] of folderFaults)
  test(`an unpacked archive with ${name}`, () => {
    const folder = unpack();
    damage(folder);
    assert.match(faults(folder).join('\n'), expected);
  });

/** The good zip with further files in it. */
const withFiles = (files: Zippable): string => zipOf(zipSync({ ...unzipSync(good), ...files }));
const X = new Uint8Array([120]);

const NAMES: [path: string, expected: RegExp][] = [
  ['../evil.txt', /会指到别处/],
  [`${NAME}/data/../../x`, /会指到别处/],
  ['/etc/passwd', /绝对路径/],
  ['C:/x', /绝对路径/],
  [`${NAME}/data\\x`, /Windows 不允许/],
  [`${NAME}/con.html`, /设备名/],
  [`${NAME}/x.html:y.exe`, /Windows 不允许/],
  [`${NAME}/data/site/INDEX.html`, /互相覆盖/],
  [`${NAME}/data/e\u0301`, /互相覆盖/],
  [`${NAME}/a\u001b[2J`, /控制字符/],
  [`${NAME}/a.`, /句点结尾/],
];
for (const [path, expected] of NAMES)
  test(`a zip with ${JSON.stringify(path)} is not safe`, () => {
    const lines = faults(withFiles({ [path]: X, [`${NAME}/data/\u00e9`]: X }));
    assert.match(lines.filter((line) => line.startsWith('不安全')).join('\n'), expected);
  });

test('a zip with a link, a device, or a file that runs as its owner is not safe', () => {
  for (const mode of [0o120777, 0o020644, 0o104755]) {
    const path = withFiles({ [`${NAME}/data/x`]: [X, { os: 3, attrs: mode * 2 ** 16 }] });
    assert.match(faults(path).join('\n'), /^不安全　data\/x/m, mode.toString(8));
  }
});

const glue = (...parts: (Uint8Array | string)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

/** Bytes between the files of a zip and its directory, which is told where it now begins. */
function withGap(): Uint8Array {
  const zip = Buffer.from(good);
  const start = zip.readUInt32LE(zip.length - 6);
  const moved = Buffer.from(glue(zip.subarray(0, start), 'hidden', zip.subarray(start)));
  moved.writeUInt32LE(start + 6, moved.length - 6);
  return moved;
}

/** A zip whose directory says another name than stands before the file. */
function withTwoNames(): Uint8Array {
  const zip = Buffer.from(good);
  const at = zip.lastIndexOf('404.html');
  zip.write('405', at);
  return zip;
}

const containers: [name: string, make: () => Uint8Array, expected: RegExp][] = [
  ['an empty file', () => glue(), /空的/],
  ['a page in place of the zip', () => glue('<!doctype html><p>登录后才能下载'), /不是 zip/],
  ['a zip cut off in its last record', () => good.slice(0, -3), /zip 不完整/],
  ['bytes after the zip', () => glue(good, 'xyz'), /末尾有多出的字节/],
  ['bytes before the zip', () => glue('PK\u0003\u0004', good), /不属于任何文件|已损坏/],
  ['bytes between its files', withGap, /不属于任何文件的字节/],
  ['a name that is two', withTwoNames, /前后不一/],
  ['a zip of something else', () => zipSync({ 'a.txt': X }), /没有 bagit\.txt/],
];
for (const [name, make, expected] of containers)
  test(`${name} is told, in Chinese`, () => {
    const found = faults(zipOf(make()));
    assert.match(found.join('\n'), expected);
    assert.doesNotMatch(found[0]!.replace(/^.*：|zip|bagit\.txt|PK/gu, ''), /[a-z]|\p{Cc}/iu);
  });

test('what would unpack to more than there is room for is refused, unread', () => {
  const zip = Buffer.from(withBomb());
  const started = performance.now();
  assert.match(faults(zipOf(zip)).join('\n'), /展开后超过 2 GB|超过 200 MB/);
  assert.ok(performance.now() - started < 5000);
});

/** One file says that it is of 3 GB. */
function withBomb(): Uint8Array {
  const zip = Buffer.from(good);
  const entry = zip.indexOf('PK\u0001\u0002', 0, 'latin1');
  zip.writeUInt32LE(3e9, entry + 24);
  return zip;
}

test('a file that unpacks to more than it says is read no further', () => {
  const zip = Buffer.from(good);
  const name = zip.lastIndexOf(`${NAME}/data/site/replies/one.html`);
  zip.writeUInt32LE(10, name - 46 + 24);
  assert.match(
    faults(zipOf(zip)).join('\n'),
    /^已改变　data\/site\/replies\/one\.html：.*读不出来/m,
  );
});

test('as many findings are told as a screen holds', () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`${NAME}/data/${i}`, X]));
  assert.equal(faults(withFiles(many)).length, LIMITS.findings);
});

test('something that is no archive, or is not there', () => {
  assert.match(faults(temporaryFolder('library-')).join(), /^路径不对.*没有 bagit\.txt/);
  assert.match(
    faults(join(temporaryFolder('library-'), 'nothing.zip')).join(),
    /^路径不对.*找不到/,
  );
  assert.match(faults(join(unpack(), 'data')).join(), /^路径不对.*一部分/);
});

/** Runs the command as npm does: in the software's folder, with the folder that it was typed in beside. */
function run(typedIn: string, ...paths: string[]) {
  return spawnSync(
    process.execPath,
    ['--max-old-space-size=400', resolve('src/commands/verify.ts'), ...paths],
    { env: { ...process.env, INIT_CWD: typedIn }, encoding: 'utf8', timeout: 60_000 },
  );
}

test('a path is meant from the folder it was typed in; what is whole is named by its edition', () => {
  const path = zipOf(good);
  const { status, stdout } = run(dirname(path), basename(path));
  const manifest = unzipSync(good)[`${NAME}/${MANIFEST}`]!;
  assert.equal(status, 0);
  assert.match(stdout, new RegExp(`^完好　.*版本号 ${sha256(manifest).slice(0, 12)}$`, 'mu'));
  const missing = run(dirname(path), 'no.zip');
  assert.equal(missing.status, 1);
  assert.ok(missing.stderr.includes(join(dirname(path), 'no.zip')), missing.stderr);
});

test('a terminal is told names without what it would obey', () => {
  const { stderr } = run('.', withFiles({ [`${NAME}/a\u001b[2J\u202e`]: X }));
  assert.doesNotMatch(stderr, /\u001b|\u202e/u);
});

/** The same numbers every time: a linear congruential generator (Numerical Recipes). */
function* numbers(): Generator<number, never> {
  for (let seed = 46; ;) yield (seed = (seed * 1664525 + 1013904223) >>> 0);
}

test(
  '200 random mutations are each told or whole, without a stack trace, within 30 seconds',
  { timeout: 90_000 },
  () => {
    const random = numbers();
    const folder = temporaryFolder('library-');
    const paths = Array.from({ length: 200 }, (_, i) => {
      const bad = Buffer.from(good);
      for (let n = 1 + (random.next().value % 8); n > 0; n--)
        bad[random.next().value % bad.length] = random.next().value & 255;
      const path = join(folder, `${i}.zip`);
      writeFileSync(path, i % 4 === 3 ? bad.subarray(0, random.next().value % bad.length) : bad);
      return path;
    });
    const started = performance.now();
    const { stdout, stderr } = run('.', ...paths);
    assert.ok(performance.now() - started < 30_000);
    const told = `${stdout}${stderr}`.match(/^(?:完好|核对不符)　.*\d+\.zip/gmu)!;
    assert.equal(told.length, 200);
    assert.doesNotMatch(stderr, /\n\s+at |Error/u);
  },
);
