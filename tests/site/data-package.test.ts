/** The data package names every file of data as it is, and every row of a table keeps to the table's schema. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { Column, Table } from '../../src/data/table.ts';
import { builtSite } from '../browser/site.ts';
import { builtFiles } from './built-pages.ts';

interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema?: { fields: Column[]; foreignKeys?: Table['foreignKeys'] };
}
type Row = Record<string, string>;

const file = (path: string): Buffer => readFileSync(join(builtSite, path));
const described = JSON.parse(String(file('datapackage.json'))) as {
  name: string;
  version: string;
  licenses: { path: string }[];
  resources: Resource[];
};
const { resources } = described;
const tables = resources.filter(({ schema }) => schema);
const rowsOf = ({ path }: Resource): Row[] =>
  parse(file(path), { bom: true, columns: true, relax_column_count: false });
const rows = new Map(tables.map((table) => [table.name, rowsOf(table)]));

const TYPES: Record<Column['type'], RegExp> = {
  string: /^/u,
  number: /^-?\d+(\.\d+)?$/u,
  integer: /^-?\d+$/u,
  boolean: /^[是否]$/u,
};

function assertCell(cell: string, { name, type, constraints = {} }: Column, where: string): void {
  if (cell === '') return assert.ok(!constraints.required, `${where}: ${name} is empty`);
  assert.match(cell, TYPES[type], `${where}: ${name}`);
  if (constraints.enum) assert.ok(constraints.enum.includes(cell), `${where}: ${name} ${cell}`);
  if (constraints.pattern) assert.match(cell, new RegExp(constraints.pattern, 'u'), where);
}

test('the package and its resources are named as Frictionless Data has it', () => {
  assert.match(described.name, /^[a-z0-9._-]+$/u);
  assert.match(described.version, /^\d+\.\d+\.\d+$/u);
  assert.ok(described.licenses.every(({ path }) => URL.canParse(path)));
  for (const { name, path } of resources) {
    assert.match(name, /^[a-z0-9._-]+$/u);
    assert.doesNotMatch(path, /^\/|\.\./u);
  }
  assert.equal(new Set(resources.map(({ name }) => name)).size, resources.length);
});

test('it names every file of data, with its size and checksum', () => {
  const data = builtFiles().filter(
    (path) =>
      path.startsWith('data/') ||
      /^(?!pagefind\/|offline-files\/)[a-z]+\/[^/.]+\.json$/u.test(path),
  );
  assert.deepEqual(resources.map(({ path }) => path).sort(), data);
  for (const { path, bytes, hash } of resources) {
    const content = file(path);
    assert.equal(content.length, bytes, path);
    assert.equal(`sha256:${createHash('sha256').update(content).digest('hex')}`, hash, path);
  }
});

test('every row keeps to the columns of its table', () => {
  assert.equal(tables.length, 5);
  for (const { name, path, schema } of tables) {
    const { fields } = schema!;
    assert.ok(file(path).subarray(0, 3).equals(Buffer.from('\uFEFF')), `${path}: no mark`);
    const [header] = parse(file(path), { bom: true, to: 1 }) as string[][];
    assert.deepEqual(
      header,
      fields.map((field) => field.name),
    );
    for (const [at, row] of rows.get(name)!.entries())
      for (const field of fields) assertCell(row[field.name]!, field, `${path}:${at + 2}`);
    for (const field of fields.filter(({ constraints }) => constraints?.unique)) {
      const values = rows.get(name)!.map((row) => row[field.name]);
      assert.equal(new Set(values).size, values.length, `${path}: ${field.name}`);
    }
  }
});

test('what refers to a row of another table finds it', () => {
  let keys = 0;
  for (const { name, schema } of tables)
    for (const { fields, reference } of schema!.foreignKeys ?? []) {
      const known = new Set(rows.get(reference.resource)!.map((row) => row[reference.fields]));
      for (const row of rows.get(name)!) assert.ok(known.has(row[fields]), row[fields]);
      keys++;
    }
  assert.equal(keys, 2);
});
