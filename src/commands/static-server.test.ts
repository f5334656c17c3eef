import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { portFrom, serveOnPort } from './port.ts';
import { serveFolder, type Served } from './static-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'served-'));
writeFileSync(join(folder, 'index.html'), '首页');
writeFileSync(join(folder, '404.html'), '没有这一页');

let served: Served;
before(async () => {
  served = await serveFolder(folder);
});
after(() => served.close());

/** Sends a request line as it is, which `fetch` would tidy up, and returns the answer's status. */
function statusOf(target: string): Promise<number> {
  const { port } = new URL(served.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 'latin1'),
    );
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('end', () => resolve(Number(answer.split(' ')[1])));
    socket.on('error', reject);
  });
}

const BAD = ['//', '///x', '/%', '/%zz', '/..%2f..%2fetc/passwd', '/../x', '/%00', '/a%5c..%5cb'];
for (const target of BAD) {
  test(`a request for ${target} is refused, and the server lives`, async () => {
    assert.equal(await statusOf(target), 400);
    assert.equal(await statusOf('/index.html'), 200);
  });
}

test('an address that no file has gets the page that says so', async () => {
  assert.equal(await statusOf('/no/such.html'), 404);
  assert.equal(await statusOf('/?q=%E4%B8%80'), 200);
});

test('a port that is no number is refused in a sentence', () => {
  for (const port of ['abc', '-1', '80.5', '65536', '0x50'])
    assert.throws(() => portFrom(port), new RegExp(`PORT 写的是“${port}”，不是端口号`, 'u'));
  assert.equal(portFrom('8080'), 8080);
  assert.equal(portFrom(''), undefined);
});

test('a chosen port that is taken is named with the remedy; an unchosen one gives way', async (t) => {
  const { port } = new URL(served.url);
  await assert.rejects(
    serveOnPort(folder, port),
    new RegExp(`端口 ${port} 已有程序在用.*PORT`, 'u'),
  );
  const one = await serveOnPort(folder, undefined);
  t.after(() => one.close());
  const two = await serveOnPort(folder, undefined);
  t.after(() => two.close());
  assert.notEqual(one.url, two.url);
});
