/** 进展, subjects, and outside facts, in the built library: every word leads to where it stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { posix } from 'node:path';
import { builtPages, parsePage } from './built-pages.ts';

const page = parsePage('progress.html');

test('every state on 进展 comes with words that stand where they lead', () => {
  const words = [...page.querySelectorAll('.progress-rows .words')];
  assert.ok(words.length >= 10);
  const documents = new Map<string, Document>();
  for (const one of words) {
    const [file, anchor] = one.querySelector('.proof a')!.getAttribute('href')!.split(/[?#]/u);
    const document = documents.get(file!) ?? parsePage(file!);
    documents.set(file!, document);
    const block = document.getElementById(anchor!)!.cloneNode(true) as Element;
    for (const extra of block.querySelectorAll('[data-editorial]')) extra.remove();
    const copy = one.cloneNode(true) as Element;
    for (const extra of copy.querySelectorAll('.proof, .state')) extra.remove();
    for (const part of copy.textContent!.split('……'))
      assert.ok(block.textContent!.includes(part.trim()), part);
  }
});

test('the filter counts every measure once', () => {
  const counts = [...page.querySelectorAll('.filters .count')].map((count) =>
    Number(count.textContent),
  );
  const [all, ...states] = counts;
  assert.equal(all, builtPages().filter(({ path }) => path.startsWith('measures/')).length);
  assert.equal(
    states.reduce((sum, count) => sum + count, 0),
    all,
  );
});

test('what outside sources said is set apart from what the documents say', () => {
  assert.ok(page.querySelectorAll('.later li').length > 5);
  for (const fact of page.querySelectorAll('.later li'))
    assert.equal(fact.closest('.later')!.querySelector('h3')!.textContent, '外部资料');
  assert.equal(page.querySelector('.words .later'), null);
});

test('an outside fact stands on one page; others lead to it', () => {
  const seen = new Map<string, string>();
  for (const { path, html } of builtPages()) {
    if (!html.includes('external')) continue;
    const document = parsePage(path);
    for (const fact of document.querySelectorAll('.own-facts [data-unit]')) {
      const words = fact.parentElement!.textContent!.replace(/\s+/gu, '');
      assert.equal(seen.get(words), undefined, `${path}: ${words}`);
      seen.set(words, path);
    }
    for (const link of document.querySelectorAll('.elsewhere a')) {
      const [file, anchor] = link.getAttribute('href')!.split('#');
      const target = parsePage(posix.join(posix.dirname(path), file!)).getElementById(anchor!);
      assert.equal(target?.textContent!.trim(), link.textContent!.trim());
    }
  }
  assert.ok(seen.size > 90);
});

test('a quotation marks its entry only where it means it', () => {
  const marks = (path: string) =>
    [...parsePage(path).querySelectorAll('.quotation mark')].map((mark) => {
      const before = mark.previousSibling?.textContent ?? '';
      return `${before.slice(-3)}[${mark.textContent}]`;
    });
  assert.deepEqual(marks('clusters/new-energy.html'), ['代表的[新能源]']);
  assert.deepEqual(marks('clusters/rail-transit.html'), ['[轨道交通]']);
  assert.deepEqual(marks('terms/little-giant.html'), []);
});

test('a measure that is a leaf shows its place, its words and where else its subject is', () => {
  const leaf = parsePage('measures/chain-leading-firms.html');
  assert.equal(leaf.querySelector('[aria-current="page"]')!.textContent, '培育一批龙头骨干企业');
  const places = [...leaf.querySelectorAll('.subject-places li > p:first-child > a')];
  assert.deepEqual(
    places.map((place) => place.textContent),
    ['培育龙头骨干企业', '初步摸排龙头骨干企业和重点项目'],
  );
  assert.equal(leaf.querySelector('.lede'), null);
});
