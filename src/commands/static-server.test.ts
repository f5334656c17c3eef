import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { parseHeaders, serveFolder, serveOnPort, type Served } from './static-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'served-'));
writeFileSync(join(folder, 'index.html'), '首页');
writeFileSync(join(folder, '404.html'), '没有这一页');
writeFileSync(join(folder, 'plan.txt'), '全文');

let served: Served;
before(async () => {
  served = await serveFolder(folder);
});
after(() => served.close());

test('an address that no file has gets the page that says so', async () => {
  const missing = await fetch(`${served.url}no/such.html`);
  assert.deepEqual([missing.status, await missing.text()], [404, '没有这一页']);
  assert.equal((await fetch(`${served.url}?q=%E4%B8%80`)).status, 200);
});

interface Answer {
  status: number;
  type: string | undefined;
  encoding: string | undefined;
  length: number;
  body: Buffer;
}

/** Asks as a client that takes these encodings, and leaves the answer as it is. */
function ask(path: string, encodings: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': encodings };
    const asked = request(new URL(path, served.url), { method, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({
        status: response.statusCode!,
        type: response.headers['content-type'],
        encoding: response.headers['content-encoding'],
        length: Number(response.headers['content-length']),
        body: Buffer.concat(chunks),
      });
    });
    asked.on('error', reject).end();
  });
}

test('a text is packed only for who takes it so', async () => {
  const packed = await ask('plan.txt', 'gzip, br');
  assert.deepEqual([packed.status, packed.encoding], [200, 'gzip']);
  assert.equal(packed.type, 'text/plain; charset=utf-8');
  assert.equal(String(gunzipSync(packed.body)), '全文');
  const plain = await ask('plan.txt', 'identity');
  assert.deepEqual([plain.status, plain.encoding, String(plain.body)], [200, undefined, '全文']);
});

test('HEAD says of it what GET does, without the text', async () => {
  for (const encodings of ['gzip', 'identity']) {
    const { body, ...said } = await ask('plan.txt', encodings, 'HEAD');
    assert.equal(body.length, 0);
    const { body: whole, ...got } = await ask('plan.txt', encodings);
    assert.deepEqual(said, got);
    assert.equal(whole.length, said.length);
  }
});

test('a port that is no number is refused in a sentence', async () => {
  for (const port of ['abc', '-1', '80.5', '65536', '0x50']) {
    const said = new RegExp(`PORT 写的是“${port}”，不是端口号`, 'u');
    await assert.rejects(serveOnPort(folder, port), said);
  }
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

const hostHeaders = parseHeaders(`
# a comment
/*
  X-One: 1
  Cache-Control: no-cache

/assets/*
  ! Cache-Control
  Cache-Control: immutable
`);

test('a page has the headers of every rule that matches', () => {
  assert.deepEqual(hostHeaders('/a/b.html'), { 'x-one': '1', 'cache-control': 'no-cache' });
});

test('a later rule takes back and sets anew', () => {
  assert.deepEqual(hostHeaders('/assets/a.js'), { 'x-one': '1', 'cache-control': 'immutable' });
});

test('a line that says nothing is named', () => {
  assert.throws(() => parseHeaders('/*\n  nonsense here'), /第 2 行/);
  assert.throws(() => parseHeaders('X-One: 1'), /第 1 行/);
});
