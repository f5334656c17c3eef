import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { packZip } from './zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const files = new Map([
  ['top/说明.txt', bytes('说明')],
  ['top/b.txt', bytes('b'.repeat(1000))],
  ['top/a.png', bytes('a')],
]);

test('the order of the files does not show', () => {
  const reversed = new Map([...files].reverse());
  assert.deepEqual(packZip(files, '2021-05-20'), packZip(reversed, '2021-05-20'));
});

test('what goes in comes out', () => {
  assert.deepEqual(
    new Map(Object.entries(unzipSync(packZip(files, '2021-05')))),
    new Map([...files].sort()),
  );
});

test('neither time zone nor language shows', () => {
  const program =
    `import { packZip } from ${JSON.stringify(new URL('zip.ts', import.meta.url).href)};` +
    `const files = new Map([['t/二.txt', new Uint8Array([1, 2])], ['t/a.txt', new Uint8Array([3])]]);` +
    `process.stdout.write(Buffer.from(packZip(files, '2021-05-20')).toString('hex'));`;
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
  const day = (date: string) => Buffer.from(packZip(files, date)).readUInt16LE(12);
  assert.equal(day('1949-10-01'), (1 << 5) | 1);
  assert.equal(day('2021-05-20'), ((2021 - 1980) << 9) | (5 << 5) | 20);
});
