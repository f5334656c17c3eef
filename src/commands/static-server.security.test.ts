/** The preview server answers whatever is sent to it, ends by none of it, and answers this machine alone. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { serveFolder, type Served } from './static-server.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'attacked-')), 'dist');
const write = (to: string): void => {
  mkdirSync(join(to, 'assets'), { recursive: true });
  writeFileSync(join(to, 'index.html'), '首页');
  writeFileSync(join(to, '404.html'), '没有这一页');
  writeFileSync(join(to, 'assets/a.js'), 'x'.repeat(1000));
};
const YEAR = 'public, max-age=31536000, immutable';

let served: Served;
before(async () => {
  write(folder);
  const headers = (path: string): Record<string, string> =>
    path.startsWith('/assets/') ? { 'cache-control': YEAR } : {};
  served = await serveFolder(folder, { headers });
});
after(() => served.close());

interface Answer {
  status: number;
  head: string;
  length: number;
}

/**
 * Sends bytes as they are, which `fetch` would tidy up.
 * @param wait how long an answer may take, in milliseconds; half a request gets none
 */
function send(lines: string, wait = 10_000): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1', () =>
      socket.write(`${lines}\r\n\r\n`, 'latin1'),
    );
    socket.setTimeout(wait, () => socket.destroy());
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', ...body] = answer.split('\r\n\r\n');
      const status = Number(head.split(' ')[1]);
      resolve({ status, head: head.toLowerCase(), length: body.join('\r\n\r\n').length });
    });
  });
}

const ask = (target: string, ...more: string[]): Promise<Answer> =>
  send([`GET ${target} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...more].join('\r\n'));

async function lives(): Promise<void> {
  assert.equal((await ask('/index.html')).status, 200);
}

describe('what names no file is refused', () => {
  const TARGETS = [
    '//',
    '///x',
    '/%',
    '/%zz',
    '/..%2f..%2fetc/passwd',
    '/../x',
    '/%00',
    '/a%5c..%5cb',
  ];
  for (const target of TARGETS)
    test(target, async () => {
      assert.equal((await ask(target)).status, 400);
      await lives();
    });
  test('a name of 5,000 letters is missing', async () =>
    assert.equal((await ask(`/${'a'.repeat(5000)}`)).status, 404));
  test('a folder is missing', async () => assert.equal((await ask('/assets')).status, 404));
});

describe('a range is answered by the whole file', () => {
  const RANGES = [
    'bytes=0-9',
    'bytes=100-50',
    'bytes=0-9007199254740993',
    'bytes=-0',
    'bytes=-1',
    'bytes=5000-',
    'bytes=0-1,2-3,4-5',
    'bytes=a-b',
    'lines=1-2',
    `bytes=${'0-1,'.repeat(500)}`,
  ];
  for (const range of RANGES)
    test(range.slice(0, 40), async () => {
      const { status, length } = await ask('/assets/a.js', `Range: ${range}`);
      assert.deepEqual([status, length], [200, 1000]);
      await lives();
    });
});

test('other methods than GET and HEAD are not allowed', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    const { status, head } = await send(
      `${method} / HTTP/1.1\r\nHost: localhost\r\nConnection: close`,
    );
    assert.equal(status, 405, method);
    assert.match(head, /allow: get, head/u);
  }
});

describe('it answers to the names of this machine alone', () => {
  const HOSTS: [host: string, status: number][] = [
    ['localhost', 200],
    ['localhost:4321', 200],
    ['library.localhost:4321', 200],
    ['127.0.0.1', 200],
    ['[::1]:4321', 200],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['evil.example:4321', 421],
    ['192.168.1.2', 421],
    ['', 421],
  ];
  for (const [host, status] of HOSTS)
    test(host || 'no name', async () => {
      const answer = await send(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close`);
      assert.equal(answer.status, status);
    });
});

test('an error is kept by no cache, also where files are kept for a year', async () => {
  assert.match((await ask('/assets/a.js')).head, /immutable/u);
  for (const target of ['/assets/none.js', '/assets/%zz']) {
    const { head } = await ask(target);
    assert.match(head, /cache-control: no-store/u);
    assert.doesNotMatch(head, /immutable/u);
  }
});

test('a site that is replaced while it is served is missing for a moment, and then there', async () => {
  const next = `${folder}-next`;
  write(next);
  const asked = Array.from({ length: 40 }, async (_, i) => {
    await pause(i);
    return (await ask('/assets/a.js')).status;
  });
  await pause(5);
  rmSync(folder, { recursive: true });
  await pause(10);
  assert.equal((await ask('/index.html')).status, 404);
  renameSync(next, folder);
  for (const status of await Promise.all(asked)) assert.ok([200, 404].includes(status));
  await lives();
});

test('a reader who goes in the midst of an answer ends nothing', async () => {
  writeFileSync(join(folder, 'large.zip'), Buffer.alloc(20_000_000));
  for (let i = 0; i < 5; i++)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(served.url).port), '127.0.0.1', () =>
        socket.write('GET /large.zip HTTP/1.1\r\nHost: localhost\r\n\r\n'),
      );
      socket.once('data', () => socket.destroy());
      socket.on('close', () => resolve());
    });
  await lives();
});

test('random requests end nothing', async () => {
  const seed =
    'GET /assets/a.js?q=1#x HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-9\r\nAccept-Encoding: gzip';
  const edit = fc.tuple(
    fc.nat(seed.length),
    fc.nat(8),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      const text = edits.reduce(
        (all, [at, cut, put]) => all.slice(0, at) + put + all.slice(at + cut),
        seed,
      );
      await send(text, 100);
    }),
    { numRuns: 80, seed: 18 },
  );
  await lives();
});
