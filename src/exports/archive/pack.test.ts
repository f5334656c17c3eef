import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { zipOf } from './pack.ts';

const texts: [path: string, text: string][] = [
  ['top/说明.txt', '说明'],
  ['top/b.txt', 'b'.repeat(1000)],
  ['top/a.png', 'a'],
];
const packed = (files: typeof texts, date: string): Buffer =>
  Buffer.from(zipOf(new Map(files.map(([path, text]) => [path, Buffer.from(text)])), date));

test('the order of the files does not show', () => {
  assert.deepEqual(packed(texts, '2021-05-20'), packed(texts.toReversed(), '2021-05-20'));
});

test('what goes in comes out', () => {
  assert.deepEqual(
    Object.entries(unzipSync(packed(texts, '2021-05'))).map(([path, bytes]) => [
      path,
      strFromU8(bytes),
    ]),
    texts.toSorted(),
  );
});

test('neither time zone nor language shows', () => {
  const program =
    `import { zipOf } from ${JSON.stringify(new URL('pack.ts', import.meta.url).href)};` +
    `const files = new Map([['t/二.txt', Buffer.from('12')], ['t/a.txt', Buffer.from('3')]]);` +
    `process.stdout.write(Buffer.from(zipOf(files, '2021-05-20')).toString('hex'));`;
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
  const day = (date: string) => packed(texts, date).readUInt16LE(12);
  assert.equal(day('1949-10-01'), (1 << 5) | 1);
  assert.equal(day('2021-05-20'), ((2021 - 1980) << 9) | (5 << 5) | 20);
});
