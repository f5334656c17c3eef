/** What an author sees beside a field in an editor: every field says in Chinese what belongs in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { schemas } from './index.ts';
import { librarySchema } from './library.ts';

type Schema = z.core.JSONSchema.BaseSchema;

/** The fields without a Chinese description, however deep. */
function undescribed(schema: Schema, path = ''): string[] {
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const inside = [schema.items, schema.anyOf, schema.oneOf, schema.allOf].flat() as Schema[];
  return [
    ...fields.flatMap(([name, field]) => [
      ...(/\p{Script=Han}/u.test(field.description ?? '') ? [] : [`${path}${name}`]),
      ...undescribed(field, `${path}${name}.`),
    ]),
    ...inside.filter(Boolean).flatMap((one) => undescribed(one, path)),
  ];
}

for (const [name, schema] of Object.entries({ ...schemas, library: librarySchema }))
  test(`every field of ${name} is described`, () => {
    const json = z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' });
    assert.ok(Object.keys(json.properties ?? {}).length > 3);
    assert.deepEqual(undescribed(json), []);
  });
