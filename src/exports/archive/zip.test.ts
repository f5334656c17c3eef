import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { filesOf } from './files.ts';
import { zipPieces } from './zip.ts';

const texts: [path: string, text: string][] = [
  ['top/说明.txt', '说明'],
  ['top/b.txt', 'b'.repeat(1000)],
  ['top/a.png', 'a'],
];
const zipOf = (files: typeof texts, date: string): Buffer =>
  Buffer.concat([...zipPieces(filesOf(files), date)]);

test('the order of the files does not show', () => {
  assert.deepEqual(zipOf(texts, '2021-05-20'), zipOf(texts.toReversed(), '2021-05-20'));
});

test('what goes in comes out', () => {
  assert.deepEqual(
    Object.entries(unzipSync(zipOf(texts, '2021-05'))).map(([path, bytes]) => [
      path,
      strFromU8(bytes),
    ]),
    texts.toSorted(),
  );
});

test('neither time zone nor language shows', () => {
  const program =
    `import { zipPieces } from ${JSON.stringify(new URL('zip.ts', import.meta.url).href)};` +
    `import { filesOf } from ${JSON.stringify(new URL('files.ts', import.meta.url).href)};` +
    `const files = filesOf([['t/二.txt', '12'], ['t/a.txt', '3']]);` +
    `process.stdout.write(Buffer.concat([...zipPieces(files, '2021-05-20')]).toString('hex'));`;
  const pack = (TZ: string, LANG: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TZ, LANG, LC_ALL: LANG },
      encoding: 'utf8',
    });
  const once = pack('UTC', 'C');
  for (const zone of ['Asia/Shanghai', 'Pacific/Kiritimati', 'America/St_Johns', 'Pacific/Apia']) {
    assert.equal(pack(zone, 'zh_CN.UTF-8'), once, zone);
  }
});

test('documents older than zip are dated 1980', () => {
  const day = (date: string) => zipOf(texts, date).readUInt16LE(12);
  assert.equal(day('1949-10-01'), (1 << 5) | 1);
  assert.equal(day('2021-05-20'), ((2021 - 1980) << 9) | (5 << 5) | 20);
});
