import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LIBRARY_JSON_SCHEMA, libraryJsonSchema } from './library.ts';

test('what VS Code knows of library.yaml is what its schema says: otherwise run npm run schema', () => {
  assert.deepEqual(
    JSON.parse(readFileSync(LIBRARY_JSON_SCHEMA, 'utf8')),
    JSON.parse(libraryJsonSchema()),
  );
});
