import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
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

test('HEAD says of a file what GET does, without the text', async () => {
  const said = await fetch(`${served.url}plan.txt`, { method: 'HEAD' });
  const got = await fetch(`${served.url}plan.txt`);
  for (const name of ['content-type', 'content-length'])
    assert.equal(said.headers.get(name), got.headers.get(name));
  assert.deepEqual([await said.text(), await got.text()], ['', '全文']);
  assert.equal(got.headers.get('content-type'), 'text/plain; charset=utf-8');
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
