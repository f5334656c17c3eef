/** The link that opens an entry's file in an editor belongs to the preview: no built page names a file of the machine. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listFiles } from '../../src/exports/archive/files.ts';
import { builtSite } from '../browser/site.ts';

test('no built page has the link', () => {
  const pages = listFiles(builtSite).filter((path) => path.endsWith('.html'));
  assert.ok(pages.length > 100);
  for (const path of pages)
    assert.doesNotMatch(
      readFileSync(join(builtSite, path), 'utf8'),
      /vscode:|在编辑器中打开/u,
      path,
    );
});
