/** Every link, style, script and picture of the unpacked archive leads to a file, and to a place in it. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listFiles } from '../../src/exports/archive/files.ts';
import { parsePage } from '../site/built-pages.ts';
import { unpackArchive } from './unpacked.ts';

const root = unpackArchive();
const pages = listFiles(root).filter((path) => path.endsWith('.html'));
const ids = new Map<string, Set<string>>();

/** Ids of a page of the archive. */
function idsOf(file: string): Set<string> {
  let found = ids.get(file);
  if (!found) {
    const elements = parsePage(relative(root, file), root).querySelectorAll('[id]');
    ids.set(file, (found = new Set([...elements].map(({ id }) => id))));
  }
  return found;
}

/** Addresses in a page that lead nowhere on the file system. */
function deadLinks(path: string): string[] {
  const here = pathToFileURL(join(root, path));
  const elements = parsePage(path, root).querySelectorAll('[href], [src], form[action]');
  return [...elements]
    .map((element) =>
      ['href', 'src', 'action']
        .map((name) => element.getAttribute(name))
        .find((value) => value !== null)!,
    )
    .filter((address) => {
      const url = new URL(address, here);
      if (url.protocol !== 'file:') return url.protocol !== 'https:' && url.protocol !== 'http:';
      const file = fileURLToPath(url);
      if (!existsSync(file) || !/\.\w+$/.test(file)) return true;
      const fragment = decodeURIComponent(url.hash.slice(1));
      return fragment !== '' && file.endsWith('.html') && !idsOf(file).has(fragment);
    })
    .map((address) => `${path}: ${address}`);
}

test('every link resolves', () => {
  assert.ok(pages.length > 5);
  assert.deepEqual(pages.flatMap(deadLinks), []);
});

test('the first page stands at the top and opens the site', () => {
  const links = [...parsePage('说明.html', root).querySelectorAll('a')].map((link) =>
    link.getAttribute('href')!,
  );
  assert.deepEqual(links, ['data/site/index.html', 'data/site/search.html']);
  for (const link of links) assert.ok(existsSync(join(root, link)));
});

test('what the page 离线 calls the download says that it stands inside the archive, and leads back', () => {
  const page = parsePage('data/site/downloads/archive.html', root);
  assert.match(page.querySelector('h2')!.textContent!, /本页在归档之内/u);
  assert.equal(page.querySelector('a[href$=".zip"]'), null);
  assert.ok(page.querySelector('a[href="../offline.html"]'));
});
