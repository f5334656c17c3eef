/**
 * The JSON-LD of every page keeps to schema.org's own vocabulary: types, names of properties and
 * ranges, as schema-dts (made from it) declares them. TypeScript checks each thing as a literal of that type.
 */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import ts from 'typescript';
import { COLLECTIONS } from '../../src/library/types.ts';
import { builtPages } from './built-pages.ts';

type Thing = Record<string, unknown>;

/** In the project, so that it finds the vocabulary. */
const file = join(import.meta.dirname, '../../.cache/schema-org.ts');
mkdirSync(dirname(file), { recursive: true });
after(() => rmSync(file, { force: true }));

/** The same properties with the same kinds of value are checked once. */
const shapeOf = (value: unknown): string =>
  JSON.stringify(value, (key, item: unknown) =>
    typeof item === 'string' && key !== '@type' && !item.startsWith('https://schema.org/')
      ? ''
      : item,
  );

/** @returns what TypeScript finds wrong with things of these types */
function faults(things: Thing[]): string[] {
  const shapes = new Map(things.map((thing) => [shapeOf(thing), thing]));
  const lines = [...shapes.values()].map(
    (thing, i) => `export const t${i}: S.${String(thing['@type'])} = ${JSON.stringify(thing)};`,
  );
  writeFileSync(file, ["import type * as S from 'schema-dts';", ...lines].join('\n'));
  const program = ts.createProgram([file], {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const ofPages = builtPages().flatMap(({ html }) => {
  const script = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1];
  return script ? (JSON.parse(script)['@graph'] as Thing[]) : [];
});
test('every page speaks schema.org', () => {
  assert.ok(ofPages.length > 150);
  assert.deepEqual(faults(ofPages), []);
});

test('the list of each collection is a CollectionPage, and 数据 a Dataset', () => {
  const count = (type: string): number => ofPages.filter((thing) => thing['@type'] === type).length;
  assert.ok(count('CollectionPage') >= COLLECTIONS.length);
  assert.ok(count('Dataset') >= 1);
});

test('a property that a type lacks, and a value out of range, are found', () => {
  const event = { '@type': 'Event', name: '会' };
  assert.equal(faults([{ ...event, legislationDate: '2021' }]).length, 1);
  assert.equal(faults([{ ...event, organizer: { '@type': 'Event', name: '会' } }]).length, 1);
});
