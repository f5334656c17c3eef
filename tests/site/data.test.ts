/** What a researcher takes away agrees with the pages. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { builtSite } from '../browser/site.ts';
import { parsePage } from './built-pages.ts';

interface Record {
  key: string;
  page: string;
  title: string;
  evidence: { quote: string; place: string }[];
}

interface Graph {
  nodes: { id: string; page: string; title: string }[];
  edges: { from: string; to: string; field: string }[];
}

const read = (name: string): string => readFileSync(join(builtSite, 'data', name), 'utf8');
const graph = JSON.parse(read('graph.json')) as Graph;
const records = graph.nodes.map(
  ({ page }) =>
    JSON.parse(readFileSync(join(builtSite, page.replace(/html$/u, 'json')), 'utf8')) as Record,
);

test('every entry has a record, and every record a page', () => {
  assert.ok(records.length > 100);
  for (const { page } of records) assert.ok(existsSync(join(builtSite, page)), page);
  assert.deepEqual(
    records.map(({ key, title }) => [key, title]),
    graph.nodes.map(({ id, title }) => [id, title]),
  );
});

test('every edge of the graph joins two entries, and the table of relations has as many', () => {
  const ids = new Set(graph.nodes.map(({ id }) => id));
  assert.ok(graph.edges.length > 100);
  for (const { from, to } of graph.edges) assert.ok(ids.has(from) && ids.has(to), `${from} ${to}`);
  assert.equal(read('relations.csv').trim().split('\r\n').length, 1 + graph.edges.length);
});

test('the texts are those of the pages, paragraph by paragraph', () => {
  const lines = gunzipSync(readFileSync(join(builtSite, 'data/texts.jsonl.gz'))).toString('utf8');
  const entries = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { key: string; text: { id: string; text: string }[] });
  const reply = entries.find(({ key }) => key === 'replies/2021-46')!;
  const page = parsePage('replies/2021-46.html');
  assert.ok(reply.text.length > 10);
  for (const { id, text } of reply.text) {
    const block = page.getElementById(id)!.cloneNode(true) as Element;
    for (const extra of block.querySelectorAll('[data-editorial]')) extra.remove();
    assert.equal(block.textContent?.trim(), text);
  }
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
  const [ofDocuments] = parsePage('awards.html').querySelectorAll('table');
  assert.equal(lines.length, 1 + ofDocuments!.querySelectorAll('tbody tr').length);
});
