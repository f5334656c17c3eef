import assert from 'node:assert/strict';
import { test } from 'node:test';
import { href, listPath, pagePath, rootOf, sitePath, editorHref } from './urls.ts';

test('an entry and a collection have named pages', () => {
  assert.equal(pagePath('policies/three-year-plan'), 'policies/three-year-plan.html');
  assert.equal(listPath('chains'), 'chains.html');
});

test('the root is as many folders up as the page is deep', () => {
  const cases: [string, string][] = [
    ['index.html', ''],
    ['policies/a.html', '../'],
    ['a/b/c.html', '../../'],
  ];
  for (const [page, root] of cases) assert.equal(rootOf(sitePath(page)), root, page);
});

test('links are relative, and shortest within a folder', () => {
  const cases: [from: string, to: string, fragment: string | undefined, link: string][] = [
    ['index.html', 'policies.html', undefined, 'policies.html'],
    ['index.html', 'policies/a.html', undefined, 'policies/a.html'],
    ['policies/a.html', 'index.html', undefined, '../index.html'],
    ['policies/a.html', 'policies/b.html', undefined, 'b.html'],
    ['policies/a.html', 'replies/2021-46.html', 'p3', '../replies/2021-46.html#p3'],
    ['policies/a.html', 'policies/a.html', 'p3', '#p3'],
    ['policies/a.html', 'policies/a.html', undefined, 'a.html'],
    ['policies/a.html', 'policies.html', undefined, '../policies.html'],
    ['policies/a.html', 'assets/reader.1f.js', undefined, '../assets/reader.1f.js'],
  ];
  for (const [from, to, fragment, link] of cases) {
    assert.equal(href(sitePath(from), sitePath(to), fragment), link, `${from} → ${to}`);
  }
});

test('a file is named as VS Code takes it, with Chinese and spaces, on either system', () => {
  assert.equal(
    editorHref('/srv/my library', 'policies/a.mdx'),
    'vscode://file/srv/my%20library/policies/a.mdx',
  );
  assert.equal(
    editorHref('C:\\资料\\content', 'policies/a.mdx'),
    'vscode://file/C:/%E8%B5%84%E6%96%99/content/policies/a.mdx',
  );
});
