/** What a researcher takes away agrees with the pages. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtSite } from '../browser/site.ts';
import { parsePage } from './built-pages.ts';

interface Record {
  key: string;
  page: string;
  title: string;
  evidence: { quote: string; place: string }[];
}

const read = (name: string): string => readFileSync(join(builtSite, 'data', name), 'utf8');
const records = JSON.parse(read('library.json')) as Record[];

test('every entry has a record, and every record a page', () => {
  assert.ok(records.length > 100);
  for (const { page } of records) assert.ok(existsSync(join(builtSite, page)), page);
});

test('every quotation stands at the place that the data names', () => {
  const pages = new Map<string, Document>();
  for (const { quote, place } of records.flatMap((r) => r.evidence)) {
    const [file, anchor] = place.split('#') as [string, string];
    const page = pages.get(file) ?? parsePage(file);
    pages.set(file, page);
    const block = page.getElementById(anchor)?.cloneNode(true) as Element;
    for (const extra of block.querySelectorAll('[data-editorial]')) extra.remove();
    assert.ok(block.textContent?.includes(quote), `${place}: ${quote}`);
  }
});

test('the awards are a table that a spreadsheet can read', () => {
  const lines = read('awards.csv').trim().split('\r\n');
  assert.equal(lines.length, 1 + parsePage('awards.html').querySelectorAll('tbody tr').length);
});
