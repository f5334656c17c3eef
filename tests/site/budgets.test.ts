/** Budgets: what a reader on a slow line has to wait for. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { builtSite } from '../browser/site.ts';
import { builtPages, parsePage } from './built-pages.ts';

const KB = 1024;
const gzipped = (bytes: Buffer | string): number => gzipSync(bytes).length;

/** The compressed bytes of the files that a page names. */
function weightOf(path: string, selector: string, attribute: string): number {
  const files = [...parsePage(path).querySelectorAll(selector)].map((e) =>
    e.getAttribute(attribute)!,
  );
  return files
    .map((file) => gzipped(readFileSync(join(builtSite, posix.join(posix.dirname(path), file)))))
    .reduce((sum, size) => sum + size, 0);
}

const pages = builtPages().map(({ path, html }) => ({
  path,
  markup: gzipped(html) + weightOf(path, 'link[rel="stylesheet"]', 'href'),
  script: weightOf(path, 'script[src]', 'src'),
}));

test('HTML and CSS of the median page weigh at most 10 KB', () => {
  const sizes = pages.map((page) => page.markup).sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)]!;
  assert.ok(median <= 10 * KB, `${(median / KB).toFixed(1)} KB`);
});

test('HTML and CSS of the reply weigh at most 22 KB', () => {
  const reply = pages.find((page) => page.path === 'replies/2021-46.html')!;
  assert.ok(reply.markup <= 22 * KB, `${(reply.markup / KB).toFixed(1)} KB`);
});

test('script on a reading page weighs at most 6 KB', () => {
  // 搜索 and 离线 are not read: they are what their scripts do.
  const tools = ['search.html', 'offline.html'];
  const heavy = pages.filter((page) => !tools.includes(page.path) && page.script > 6 * KB);
  assert.deepEqual(heavy, []);
});
