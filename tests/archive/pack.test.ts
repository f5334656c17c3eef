/** What the archive holds, and that the same input gives the same bytes. */
import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { listOf, listPath, UNASKED_BYTES, type Edition } from '../../src/client/app/protocol.ts';
import { sha256 } from '../../src/content/read-entry.ts';
import { offersArchive } from '../../src/exports/archive/offer.ts';
import { entryOf, libraryOf } from '../site/sample-library.ts';
import { finish, sample, write } from './sample.ts';

async function contents(zip: string): Promise<Record<string, string>> {
  const files = Object.entries(unzipSync(readFileSync(zip)));
  return Object.fromEntries(
    files.map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), strFromU8(bytes)]),
  );
}

/** The version that the service worker of a site serves, and the bytes of its files. */
function editionOf(site: string): Edition {
  const worker = readFileSync(join(site, 'service-worker.js'), 'utf8');
  return JSON.parse(/^const LIBRARY=(.*);$/m.exec(worker)![1]!) as Edition;
}

test('the archive is named by the library and its newest document, and holds site, sources and originals', async () => {
  const zip = await finish(sample());
  assert.equal(basename(zip), 'sample-2021-05-20.zip');
  const files = await contents(zip);
  for (const path of [
    '说明.html',
    'bagit.txt',
    'bag-info.txt',
    'data/site/index.html',
    'data/site/service-worker.js',
    'data/site/licenses.txt',
    'data/content/replies/one.md',
    'data/original/one.txt',
    'data/docs/hosting.md',
  ]) {
    assert.ok(files[path], path);
  }
  assert.equal(files['data/original/one.txt'], '正文一。\r\n');
  assert.ok(files['data/site/licenses.txt']!.includes(readFileSync('LICENSE', 'utf8').trim()));
  assert.doesNotMatch(files['bag-info.txt']!, /Bagging-Date|Source-Organization/);
  assert.deepEqual(
    Object.keys(files).filter((path) => path.includes('downloads')),
    ['data/site/downloads/archive.html', 'data/site/downloads/explanation.css'],
  );
});

test('the page inside says so; a page on the site names the very zip, its size and its checksum', async () => {
  const input = sample();
  const zip = await finish(input);
  const sum = sha256(readFileSync(zip));
  const inside = await contents(zip);
  assert.match(inside['data/site/downloads/archive.html']!, /本页在归档之内/);
  const page = readFileSync(join(input.site, 'downloads/archive.html'), 'utf8');
  assert.doesNotMatch(page, /本页在归档之内/);
  assert.ok(page.includes(sum) && page.includes(`${readFileSync(zip).length} 字节`));
  assert.match(page, /href="sample-2021-05-20\.zip"/);
  assert.equal(readFileSync(`${zip}.sha256`, 'utf8'), `${sum}  sample-2021-05-20.zip\n`);
});

test('the service worker keeps the site as it is served, and not the zip', async () => {
  const input = sample();
  await finish(input);
  const { files } = editionOf(input.site);
  assert.deepEqual(Object.keys(files), ['404.html', 'index.html', 'offline.html', listPath(0)]);
  const list = readFileSync(join(input.site, listPath(0)));
  assert.deepEqual(files[listPath(0)], { size: list.length, sha256: sha256(list) });
  const page = readFileSync(join(input.site, 'offline.html'));
  assert.deepEqual(files['offline.html'], { size: page.length, sha256: sha256(page) });
  assert.ok(editionOf(input.site).bytes < UNASKED_BYTES);
});

test('the worker names a large library by its lists, and every file stands in one', async () => {
  const page = (at: number): string => `policies/${at}.html`;
  const all = Array.from({ length: 1000 }, (_, at) => page(at));
  const input = sample(Object.fromEntries(all.map((path) => [path, path])));
  await finish(input, { archive: false });
  const { count, files, lists } = editionOf(input.site);
  assert.ok(readFileSync(join(input.site, 'service-worker.js')).length < 20_000);
  assert.equal(count, 1003);
  for (const path of all) {
    const list = readFileSync(join(input.site, listOf(path, lists)), 'utf8');
    assert.equal((JSON.parse(list) as Edition['files'])[path]!.sha256, sha256(path));
    assert.equal(files[path], undefined);
  }
});

test('a site without an archive has no trace of one; a large one keeps itself only when asked', async () => {
  const input = sample({ 'pagefind/index/a.pf_index': 'x'.repeat(11_000_000) });
  assert.equal(await finish(input, { archive: false }), 'no archive');
  assert.deepEqual(
    readdirSync(input.site).filter((file) => /downloads|archive/u.test(file)),
    [],
  );
  assert.ok(editionOf(input.site).bytes > UNASKED_BYTES);
});

test('an archive is offered of a library that is small, and of any that is asked for', () => {
  const config = { id: 'x', name: '文库', description: '一个文库', language: 'zh-Hans' };
  const small = {
    config,
    library: libraryOf(entryOf('policies/a', 'title: 试验文件', '文'.repeat(9))),
  };
  const large = {
    config,
    library: libraryOf(entryOf('policies/a', 'title: 试验文件', '文'.repeat(2_000_001))),
  };
  assert.deepEqual([offersArchive(small), offersArchive(large)], [true, false]);
  process.env['ARCHIVE'] = 'yes';
  assert.equal(offersArchive(large), true);
  delete process.env['ARCHIVE'];
});

test('another folder, another day, and a second run give the same bytes', async () => {
  const one = sample();
  const two = sample();
  for (const file of readdirSync(two.site)) utimesSync(join(two.site, file), 1, 1);
  const zip = readFileSync(await finish(one));
  assert.deepEqual(readFileSync(await finish(two)), zip);
});

test('files that a system leaves behind are not packed', async () => {
  const input = sample({ '.DS_Store': 'x', 'replies/Thumbs.db': 'x' });
  const files = Object.keys(await contents(await finish(input)));
  assert.deepEqual(
    files.filter((path) => /DS_Store|Thumbs/.test(path)),
    [],
  );
});

test('a name that Windows cannot unpack stops the build, and nothing is offered', async () => {
  const input = sample({ 'policies/con.html': 'x', '答复.html': 'x' });
  await assert.rejects(finish(input), /policies\/con\.html：.*设备名[^]*答复\.html：.*ASCII/);
  assert.ok(!readdirSync(input.site).includes('downloads'));
  assert.ok(!readdirSync(dirname(input.site)).some((file) => file.endsWith('.zip')));
});

test('originals are kept whatever their names, and what is left out is said', async () => {
  const input = sample();
  write(input.content, { 'original/.received.txt': '收', 'original/Thumbs.db': 'x' });
  const warned: string[] = [];
  const zip = await finish(input, { warned });
  const files = await contents(zip);
  assert.equal(files['data/original/.received.txt'], '收');
  assert.equal(files['data/original/Thumbs.db'], undefined);
  assert.match(warned.join('\n'), /original\/Thumbs\.db .*没有收入/);
  assert.match(files['说明.html']!, /收到的原始文件/);
});

test('an archive without originals does not claim any', async () => {
  const input = sample();
  rmSync(join(input.content, 'original'), { recursive: true });
  const said: string[] = [];
  const zip = await finish(input, { said });
  assert.doesNotMatch((await contents(zip))['说明.html']!, /data\/original/);
  assert.match(said.join('\n'), /没有收到的原始文件/);
});

test('the day of handing on is what the library states', async () => {
  const input = sample();
  appendFileSync(join(input.content, 'library.yaml'), 'revised: 2026-01-02\npublisher: 某馆\n');
  const info = (await contents(await finish(input)))['bag-info.txt']!;
  assert.match(info, /^Bagging-Date: 2026-01-02$/m);
  assert.match(info, /^Source-Organization: 某馆$/m);
});

test('two editions of one name are told apart by a mark that follows from the payload', async () => {
  const editions = new Set<string>();
  for (const text of ['x', 'y']) {
    const input = sample({ 'new.html': text });
    const files = await contents(await finish(input));
    const edition = sha256(files['manifest-sha256.txt']!).slice(0, 12);
    assert.ok(files['bag-info.txt']!.includes(`Internal-Sender-Identifier: ${edition}\n`));
    assert.ok(files['说明.html']!.includes(edition));
    assert.ok(readFileSync(join(input.site, 'downloads/archive.html'), 'utf8').includes(edition));
    editions.add(edition);
  }
  assert.equal(editions.size, 2);
});
