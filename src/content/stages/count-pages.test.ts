import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { countPages } from './count-pages.ts';

test('the pages of a site and of its folders are counted, and no other files', () => {
  const site = temporaryFolder('pages-');
  for (const folder of ['policies', '.prerender', '_astro']) mkdirSync(join(site, folder));
  for (const file of ['index.html', 'policies/a.html', 'policies/a.json', '.prerender/b.html'])
    writeFileSync(join(site, file), '');
  assert.equal(countPages(site), 2);
});

test('a folder that is gone while a build clears up holds no page, and stops nothing', () => {
  assert.equal(countPages(join(temporaryFolder('pages-'), 'gone')), 0);
});
