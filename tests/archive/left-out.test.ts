/** A library too large for its archive: what is left out, in which order, and that nothing in the archive leads there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { COPIES, withoutCopies } from '../../src/exports/archive/copies.ts';
import { expectedSize } from '../../src/exports/archive/expected-size.ts';
import { explain } from '../../src/exports/archive/explanation.ts';
import { filesUnder, type Files } from '../../src/exports/archive/files.ts';
import { StoredFile } from '../../src/exports/archive/stored-file.ts';
import { verify } from '../../src/exports/archive/verify.ts';
import { formatBytes } from '../../src/exports/data/sizes.ts';
import { builtSite } from '../browser/site.ts';
import { finish, sample } from './sample.ts';

const site = filesUnder(builtSite, '', (path) => !path.startsWith('downloads/'));
const sizeOf = (files: Files): number =>
  [...files].reduce((sum, [path, { size }]) => sum + expectedSize(`data/site/${path}`, size), 0);
const namesAt = (most: number): string[] =>
  withoutCopies(site, most).leftOut.map(({ name }) => name);
const ALL = COPIES.map(({ name }) => name);

let least: Files;
before(() => {
  least = withoutCopies(site, 0).site;
});

test('what fits stays whole; what does not loses its copies one kind after another, and no more than must be', () => {
  const whole = sizeOf(site);
  assert.deepEqual(namesAt(whole), []);
  assert.equal(withoutCopies(site, whole).site, site);
  assert.deepEqual(namesAt(whole - 1), ALL.slice(0, 1));
  assert.deepEqual(namesAt(sizeOf(least)), ALL);
  assert.ok(
    sizeOf(withoutCopies(site, whole / 2).site) <= whole / 2 ||
      namesAt(whole / 2).length === ALL.length,
  );
});

test('a copy that is left out is never read, however large', () => {
  const unreadable = new StoredFile('a.txt', () => assert.fail('was read'), 2 ** 33);
  const files = new Map([...site, ['policies/a.txt', unreadable] as const]);
  const { site: kept } = withoutCopies(files, 0);
  assert.ok([...kept.values()].every(({ sha256 }) => sha256.length === 64));
});

test('pages, styles, search and data stay', () => {
  const gone = [...site.keys()].filter((path) => !least.has(path));
  assert.deepEqual(
    [...new Set(gone.map((path) => path.replace(/^(?:replies|policies)\/[^.]+/u, '*')))].sort(),
    [
      '*.akn.xml',
      '*.bib',
      '*.csl.json',
      '*.md',
      '*.png',
      '*.ris',
      '*.txt',
      'data/texts.jsonl.gz',
      'library.epub',
      'llms.txt',
    ],
  );
});

test('no page and no feed leads to what was left out, and no line of a list is left without its link', () => {
  const dead: string[] = [];
  for (const [path, file] of least) {
    if (!/\.(?:html|xml)$/u.test(path)) continue;
    const { document } = parseHTML(strFromU8(file.read()));
    for (const element of document.querySelectorAll('[href], [src], meta[property="og:image"]')) {
      const to = ['href', 'src', 'content']
        .map((name) => element.getAttribute(name))
        .find(Boolean)!;
      const file = posix.join(posix.dirname(path), to.replace(/[?#].*$/u, ''));
      if (!/^[a-z]+:/u.test(to) && site.has(file) && !least.has(file)) dead.push(`${path}: ${to}`);
    }
    for (const empty of document.querySelectorAll('dl:empty, dd:empty, th:empty, p.download:empty'))
      dead.push(`${path}: ${empty.outerHTML}`);
  }
  assert.deepEqual(dead, []);
});

test('the data package still lists exactly the files of data that are there', () => {
  const read = (files: Files) =>
    JSON.parse(strFromU8(files.get('datapackage.json')!.read())) as {
      resources: { path: string }[];
    };
  const kept = read(least).resources.map(({ path }) => path);
  assert.deepEqual(
    kept,
    read(site)
      .resources.map(({ path }) => path)
      .filter((path) => least.has(path)),
  );
  assert.ok(kept.length > 150);
});

test('数据 tells the sizes of the files that lie there', () => {
  const sizes = (files: Files): Map<string, string> => {
    const { document } = parseHTML(strFromU8(files.get('data.html')!.read()));
    const rows = [...document.querySelectorAll('tr[data-of]')];
    return new Map(
      rows.map((row) => [row.getAttribute('data-of')!, row.lastElementChild!.textContent!]),
    );
  };
  const told = sizes(least);
  assert.ok(told.size > 5);
  for (const [path, size] of told) assert.equal(size, formatBytes(least.get(path)!.size), path);
  assert.notEqual(told.get('datapackage.json'), sizes(site).get('datapackage.json'));
});

test('the first page names all that is left out, says how to make it again, and claims nothing that is not there', () => {
  const facts = { id: 'x', name: '文库', description: '一个文库', language: 'zh-Hans' };
  const payload = { edition: 'e', count: 1, bytes: 1, originals: true, leftOut: COPIES };
  const { text } = explain(facts, payload);
  for (const { name } of COPIES) assert.ok(text.includes(name), name);
  assert.match(text, /CONTENT_DIR=完整路径\/data\/content npm run build/);
  const [inIt] = text.split('没有收入的');
  assert.doesNotMatch(
    inIt!,
    /\.txt 纯文本|\.md（|\.akn\.xml|\.bib|\.png|library\.epub|texts\.jsonl/,
  );
});

test('such an archive is whole by its own manifests, says what it lacks, and is the same each time', async () => {
  const texts = { 'policies/a.txt': '文'.repeat(3000), 'policies/a.md': '文', 'llms.txt': '录' };
  const [one, two] = [sample(texts), sample(texts)];
  const warned: string[] = [];
  const zip = await finish(one, { warned, most: 1 });
  assert.deepEqual((await verify(zip)).findings, []);
  const bytes = readFileSync(zip);
  assert.deepEqual(bytes, readFileSync(await finish(two, { most: 1 })));
  const names = Object.keys(unzipSync(bytes));
  assert.deepEqual(
    names.filter((path) => /policies|llms/u.test(path)),
    [],
  );
  assert.match(warned.join('\n'), /没有收入纯文本/);
  const whole = Object.keys(unzipSync(readFileSync(await finish(sample(texts)))));
  assert.equal(whole.length, names.length + 3);
});
