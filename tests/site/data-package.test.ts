/** The data package names every file of data as it is, and every row of a table keeps to the table's schema. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { builtSite } from '../browser/site.ts';
import { tableFaults, type TableResource } from '../forms/table-faults.ts';
import { schemaOf } from '../forms/validators.ts';
import { builtFiles } from './built-pages.ts';

interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema?: TableResource['schema'];
}
const file = (path: string): Buffer => readFileSync(join(builtSite, path));
const described = JSON.parse(String(file('datapackage.json'))) as {
  name: string;
  version: string;
  licenses: { path: string }[];
  resources: Resource[];
};
const { resources } = described;
const tables = resources.filter((one): one is Resource & TableResource => one.schema !== undefined);

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
      path.startsWith('data/') || /^(?!(?:pagefind|app)\/)[a-z]+\/[^/.]+\.json$/u.test(path),
  );
  assert.deepEqual(resources.map(({ path }) => path).sort(), data);
  for (const { path, bytes, hash } of resources) {
    const content = file(path);
    assert.equal(content.length, bytes, path);
    assert.equal(`sha256:${createHash('sha256').update(content).digest('hex')}`, hash, path);
  }
});

test('it keeps to the profile of data packages', (t) => {
  const schema = schemaOf('dataPackage', t);
  // What the profile asks of a dialect, also where it is not at hand.
  for (const { dialect } of tables as { dialect?: object }[])
    assert.deepEqual(Object.keys(dialect!).slice(0, 3), [
      'delimiter',
      'lineTerminator',
      'doubleQuote',
    ]);
  if (!schema) return;
  // It is a schema for editors too, with keywords and formats of its own.
  const ajv = new Ajv({ strict: false, logger: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
  assert.ok(validate(described), ajv.errorsText(validate.errors));
});

test('every row keeps to the schema of its table', () => {
  assert.equal(tables.length, 5);
  for (const { path } of tables)
    assert.ok(file(path).subarray(0, 3).equals(Buffer.from('\uFEFF')), `${path}: no mark`);
  assert.deepEqual(
    tableFaults(tables, (path) => String(file(path))),
    [],
  );
  assert.deepEqual(
    tables.flatMap(({ schema }) => schema.foreignKeys ?? []).map(({ fields }) => fields),
    ['条目', '关联条目'],
  );
});

test('a row that does not keep to it is found', () => {
  const table = (name: string): TableResource => tables.find((one) => one.name === name)!;
  const [entries, awards, relations] = [table('entries'), table('awards'), table('relations')];
  const changed = (broken: TableResource, change: (csv: string) => string): string[] =>
    tableFaults(tables, (path) =>
      path === broken.path ? change(String(file(path))) : String(file(path)),
    );
  const cases: [TableResource, (csv: string) => string, RegExp][] = [
    [awards, (csv) => csv.replace('金额', '数额'), /^data\/awards.csv:1: header$/u],
    [awards, (csv) => csv.replace(',1000,', ',一千,'), /^data\/awards.csv:2 金额: type number$/u],
    [awards, (csv) => csv.replace(',1000,', ',1000,,'), /^data\/awards.csv:2: 9 cells$/u],
    [awards, (csv) => csv.replace(',是,', ',yes,'), /最高限额: type boolean$/u],
    [awards, (csv) => csv.replace(',万元,', ',,'), /单位: required$/u],
    [entries, (csv) => csv.replace(',答复,', ',复函,'), /类别: enum$/u],
    [entries, (csv) => csv.replace(',2021-05-20,', ',五月,'), /日期: pattern$/u],
    [entries, (csv) => csv + csv.split('\r\n')[1] + '\r\n', /条目: twice replies\/2021-46$/u],
    [
      relations,
      (csv) => csv.replace('\r\nreplies/2021-46,', '\r\nreplies/none,'),
      /unknown replies\/none$/u,
    ],
  ];
  for (const [broken, change, fault] of cases) {
    const found = changed(broken, change);
    assert.equal(found.length, 1, found.join('\n'));
    assert.match(found[0]!, fault);
  }
});
