/** Odd titles, dates and characters leave the data well-formed, valid and safe: JSON, CSV and GraphML. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { exportedFiles } from './exported-files.ts';
import { oddLibrary } from './odd-library.ts';
import { tableFaults, type TableResource } from './table-faults.ts';
import { xmlFaults } from './validators.ts';

const site = oddLibrary('https://example.org/lib/');
const files = await exportedFiles(site);
const text = (path: string): string => String(files.get(path));
const json = (path: string): unknown => JSON.parse(text(path));
const entries = [...site.library.entries.values()];
/** No program that reads lines, and no terminal, is to obey a title. */
const CONTROL = /[^\P{Cc}\t\r\n]/u;

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
addFormats.default(ajv);
const schema = (name: string): ValidateFunction =>
  ajv.compile(json(`data/schemas/${name}.schema.json`) as object);

test('every JSON is valid, and says the titles as they are', () => {
  const entry = schema('entry');
  for (const { key, title } of entries) {
    const record = json(`${key}.json`) as { title: string };
    assert.ok(entry(record), `${key}: ${ajv.errorsText(entry.errors)}`);
    assert.equal(record.title, title);
  }
  const graph = schema('graph');
  assert.ok(graph(json('data/graph.json')), ajv.errorsText(graph.errors));
  const texts = schema('texts');
  const lines = String(gunzipSync(files.get('data/texts.jsonl.gz')!))
    .trim()
    .split('\n');
  assert.equal(lines.length, 3);
  for (const line of lines) assert.ok(texts(JSON.parse(line)), ajv.errorsText(texts.errors));
  for (const path of files.keys())
    if (!/\.(?:gz|epub)$/u.test(path)) assert.doesNotMatch(text(path), CONTROL, path);
});

test('every table keeps to its schema, and no cell is a formula', () => {
  const tables = (json('datapackage.json') as { resources: TableResource[] }).resources.filter(
    ({ schema }) => schema,
  );
  assert.equal(tables.length, 5);
  assert.deepEqual(tableFaults(tables, text), []);
  for (const { path } of tables)
    for (const row of parse(text(path), { bom: true }) as string[][])
      for (const cell of row) assert.doesNotMatch(cell, /^[=@+\t\r]|^-(?!\d)/u, path);
  const titles = (parse(text('data/entries.csv'), { bom: true, columns: true }) as object[]).map(
    (row) => (row as { 标题: string }).标题,
  );
  assert.deepEqual(titles, [
    '甲 & 乙 <b> "引号" \'单\' 铃',
    "'=1+1 与 @SUM",
    '没有日期的𠮷文件',
    '某局 & 某委',
    '只有名称的条目',
  ]);
});

test('GraphML is well-formed, with marks as characters and without control characters', () => {
  const folder = mkdtempSync(join(tmpdir(), 'graph-'));
  test.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'graph.graphml');
  writeFileSync(file, text('data/graph.graphml'));
  assert.equal(xmlFaults([file]), '');
  assert.match(text('data/graph.graphml'), /甲 &amp; 乙 &lt;b> /u);
  assert.match(text('data/graph.graphml'), /没有日期的𠮷文件/u);
});
