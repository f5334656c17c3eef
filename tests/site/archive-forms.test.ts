/** The archive holds every form of the library once, and its first page says which program opens which. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { isData, isForm } from '../bench/sizes.ts';
import { builtSite } from '../browser/site.ts';
import { builtFiles } from './built-pages.ts';

const downloads = join(builtSite, 'downloads');
const zip = readdirSync(downloads).find((name) => name.endsWith('.zip'))!;
const files = new Map(
  Object.entries(unzipSync(readFileSync(join(downloads, zip)))).map(([path, bytes]) => [
    path.slice(path.indexOf('/') + 1),
    bytes,
  ]),
);
const made = builtFiles().filter((path) => isForm(path) || isData(path));

test('every form and every file of data is in the archive, as on the site', () => {
  assert.ok(made.length > 150);
  for (const path of made) {
    const inside = files.get(`data/site/${path}`);
    assert.ok(inside, path);
    assert.ok(Buffer.from(inside).equals(readFileSync(join(builtSite, path))), path);
  }
});

test('each form is in it once', () => {
  const names = new Set(made.map((path) => path.split('/').at(-1)!));
  const elsewhere = [...files.keys()].filter(
    (path) =>
      names.has(path.split('/').at(-1)!) &&
      !made.includes(path.replace(/^data\/site\//u, '')) &&
      !/\.(?:html|js|css|txt)$/u.test(path),
  );
  assert.deepEqual(elsewhere, []);
});

test('说明 names a program for every kind of form, and only files that are there', () => {
  const said = strFromU8(files.get('说明.html')!);
  for (const [kind, program] of [
    ['.txt', '文本编辑器'],
    ['.md', '文本编辑器'],
    ['.akn.xml', '法律信息系统'],
    ['.bib', 'Zotero'],
    ['.ris', 'EndNote'],
    ['.csl.json', '文献管理软件'],
    ['library.epub', 'Calibre'],
    ['graph.graphml', 'Gephi'],
    ['*.csv', 'WPS'],
  ] as const) {
    const line = said.split('<p>').find((one) => one.includes(kind) && one.includes(program));
    assert.ok(line, `${kind} ${program}`);
  }
  for (const [, path] of said.matchAll(/(data\/site\/[\w./-]*\w)/gu))
    assert.ok(
      [...files.keys()].some((file) => file === path || file.startsWith(`${path}/`)),
      path,
    );
});
