/** Every JSON of the built site is valid against its JSON Schema, and every schema is one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { builtSite } from '../browser/site.ts';
import { builtFiles } from './built-pages.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
addFormats.default(ajv);
const folder = join(builtSite, 'data/schemas');
const schemas = new Map<string, ValidateFunction>(
  readdirSync(folder).map((file) => [
    file.replace('.schema.json', ''),
    ajv.compile(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  ]),
);

function assertValid(schema: string, value: unknown, what: string): void {
  const validate = schemas.get(schema)!;
  assert.ok(validate(value), `${what}: ${ajv.errorsText(validate.errors)}`);
}
const parse = (path: string): unknown => JSON.parse(readFileSync(join(builtSite, path), 'utf8'));

/** Which schema a file keeps to; the data package has a test of its own, references are read in `tests/forms/citations.test.ts`, Pagefind's settings are Pagefind's, lists of the app its own. */
function schemaOf(path: string): string | undefined {
  if (path === 'data/graph.json') return 'graph';
  return /^(?!app\/|data\/|pagefind\/)[a-z]+\/[^/.]+\.json$/u.test(path) ? 'entry' : undefined;
}

test('every JSON of the site keeps to its schema', () => {
  const checked = new Map<string, number>();
  for (const path of builtFiles()) {
    const schema = schemaOf(path);
    if (!schema) continue;
    assertValid(schema, parse(path), path);
    checked.set(schema, (checked.get(schema) ?? 0) + 1);
  }
  assert.ok(checked.get('entry')! > 100);
  assert.deepEqual([...checked.keys()].sort(), ['entry', 'graph']);
});

test('every line of the texts keeps to its schema', () => {
  const lines = gunzipSync(readFileSync(join(builtSite, 'data/texts.jsonl.gz'))).toString('utf8');
  for (const line of lines.trim().split('\n'))
    assertValid('texts', JSON.parse(line), line.slice(0, 60));
});

test('what an entry cannot be is not valid', () => {
  const record = parse('replies/2021-46.json') as Record<string, unknown>;
  for (const wrong of [{ version: '0.0.1' }, { title: '' }, { date: '五月' }, { unknown: 1 }])
    assert.ok(!schemas.get('entry')!({ ...record, ...wrong }), JSON.stringify(wrong));
});
