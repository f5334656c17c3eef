import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf, libraryOf } from '../../tests/site/sample-library.ts';
import { addressList, addressProblems, formerKeys } from '../library/checks/addresses.ts';
import { formerPage, redirects } from './former-addresses.ts';

const library = libraryOf(
  entryOf('terms/new-name', 'title: 新名 & 旧名\nformerIds: [old-name]'),
  entryOf('terms/other', 'title: 别的'),
);
const config = { id: 'l', name: '文库', description: '说明', language: 'zh-Hans' };
const none = new Set<never>();

test('an old address has a page that leads to the new one, and a redirect', () => {
  const address = 'https://example.org/lib/';
  const site = { library, config: { ...config, address } };
  const [former] = formerKeys(library);
  const page = formerPage(site, former!);
  assert.match(page, /http-equiv="refresh" content="0; url=new-name\.html"/u);
  assert.match(page, /<a href="new-name\.html">新名 &amp; 旧名<\/a>/u);
  assert.match(page, /name="robots" content="noindex"/u);
  assert.match(page, /rel="canonical" href="https:\/\/example\.org\/lib\/terms\/new-name\.html"/u);
  assert.equal(redirects(site), '/lib/terms/old-name.html /lib/terms/new-name.html 301\n');
});

test('an address that disappears is a fault, with its line and its remedy', () => {
  const list = 'terms/gone.html\nterms/old-name.html\nterms/other.html\n';
  const [problem, ...rest] = addressProblems(library, list, none);
  assert.deepEqual(rest, []);
  assert.equal(problem?.line, 1);
  assert.match(problem!.message, /terms\/gone\.html/u);
  assert.match(problem!.hint, /formerIds: \[gone\]/u);
});

test('an entry that cannot be read has not lost its address', () =>
  assert.deepEqual(addressProblems(library, 'terms/broken.html\n', new Set(['terms/broken'])), []));

test('a former id that another entry has is a fault', () => {
  const taken = libraryOf(
    entryOf('terms/one', 'title: 甲甲\nformerIds: [two]'),
    entryOf('terms/two', 'title: 乙乙'),
  );
  const [problem] = addressProblems(taken, null, none);
  assert.equal(problem?.file, 'terms/one.mdx');
  assert.match(problem!.message, /terms\/two\.mdx/u);
});

test('the list grows, and loses nothing', () =>
  assert.equal(
    addressList(library, 'terms/gone.html\n'),
    'terms/gone.html\nterms/new-name.html\nterms/old-name.html\nterms/other.html\n',
  ));
