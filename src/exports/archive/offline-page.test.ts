import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forArchive, forSite, formatSize } from './offline-page.ts';

const page =
  '<h1>离线</h1><section data-archive="inside" data-unindexed>内</section>' +
  '<section id="x" data-archive="site">{{name}} {{size}} {{sha256}} {{href}}</section><section data-archive="unoffered">{{wire}}</section><p>共有</p>';
const zip = {
  name: 'a.zip',
  size: '1 MB',
  sha256: 'ff',
  edition: 'e1',
  href: 'downloads/a.zip',
  wire: '1 MB',
};

test('inside the archive the page names no checksum', () => {
  assert.equal(
    forArchive(page, '1 MB', ''),
    '<h1>离线</h1><section data-archive="inside" data-unindexed>内</section><p>共有</p>',
  );
});

test('on the site it names the zip', () => {
  assert.equal(
    forSite(page, zip),
    '<h1>离线</h1><section id="x" data-archive="site">a.zip 1 MB ff downloads/a.zip</section><p>共有</p>',
  );
});

test('a page without its two wordings, or with an unknown fact, stops the build', () => {
  assert.throws(() => forArchive('<p>', '1 MB', ''), /data-archive="site"/);
  assert.throws(() => forSite(page.replace('{{size}}', '{{weight}}'), zip), /weight/);
});

test('a size is said in megabytes and bytes', () => {
  assert.equal(formatSize(1_239_871), '1.24 MB（1239871 字节）');
});
