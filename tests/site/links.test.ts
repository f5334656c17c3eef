/** Every link inside the site leads to a page that is there, every anchor to an element on it. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { builtSite } from '../browser/site.ts';
import { builtPages, parsePage } from './built-pages.ts';

const pages = builtPages();
const anchors = new Map(
  pages.map(({ path }) => [
    path,
    new Set([...parsePage(path).querySelectorAll('[id]')].map((element) => element.id)),
  ]),
);
const addresses = pages.flatMap(({ path }) =>
  [...parsePage(path).querySelectorAll('[href], [src], form[action]')].map((element) => ({
    path,
    address: (element.getAttribute('href') ??
      element.getAttribute('src') ??
      element.getAttribute('action'))!,
  })),
);
const isOutside = (address: string): boolean => /^(https?:|mailto:|data:)/u.test(address);

test('there are pages and links to check', () => {
  assert.ok(pages.length > 100, `${pages.length} pages`);
  assert.ok(addresses.length > 1000, `${addresses.length} links`);
});

test('every address inside the site is relative', () => {
  assert.deepEqual(
    addresses.filter(({ address }) => address.startsWith('/')),
    [],
  );
});

test('every link inside the site leads somewhere', () => {
  const dead = addresses.filter(({ path, address }) => {
    if (isOutside(address)) return false;
    const [file, fragment] = decodeURI(address.split('?')[0] ?? '').split('#') as [string, string?];
    const target = file === '' ? path : posix.join(posix.dirname(path), file);
    if (!existsSync(join(builtSite, target))) return true;
    return fragment !== undefined && fragment !== '' && !anchors.get(target)?.has(fragment);
  });
  assert.deepEqual(dead, []);
});

test('no page repeats an id', () => {
  const repeated = pages.filter(({ path }) => {
    const ids = [...parsePage(path).querySelectorAll('[id]')].map((element) => element.id);
    return new Set(ids).size !== ids.length;
  });
  assert.deepEqual(
    repeated.map(({ path }) => path),
    [],
  );
});

test('every page has a title of its own', () => {
  const owners = Map.groupBy(pages, ({ path }) => parsePage(path).title);
  const shared = [...owners].filter(([, holders]) => holders.length > 1);
  assert.deepEqual(
    shared.map(([title, holders]) => [title, holders.map((p) => p.path)]),
    [],
  );
});

test('a mention of a name leads to its page, and the page leads back to the paragraph', () => {
  const reply = parsePage('replies/2021-46.html');
  const mention = [...reply.querySelectorAll('#p3 a.mention')].find(
    (a) => a.textContent === '高端装备',
  );
  assert.equal(mention?.getAttribute('href'), '../clusters/high-end-equipment.html');
  const back = parsePage('clusters/high-end-equipment.html').querySelector(
    'a[href="../replies/2021-46.html#p3"]',
  );
  assert.ok(back);
});
