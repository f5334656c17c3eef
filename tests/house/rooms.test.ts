/** The rooms of `src` depend one way, and each is told of in CONTRIBUTING. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { test } from 'node:test';
import { importsOf, ROOT, sourceFiles } from './source-files.ts';

/** From what knows least to what puts all together: a room takes from those before it only. */
const ROOMS = [
  'styles',
  'stages',
  'output',
  'problems',
  'text',
  'library',
  'schemas',
  'reading',
  'client-scripts',
  'site',
  'portable',
  'rendering',
  'forms',
  'data',
  'search',
  'preferences',
  'reader',
  'app',
  'archive',
  'layouts',
  'prose',
  'content.config.ts',
  'middleware.ts',
  'pages',
  'bundling',
  'importing',
  'starting',
  'commands',
];

/** src/site/awards/award-table.ts → site, awards */
const roomsOf = (file: string): string[] => file.split('/').slice(1);

test('every room of src has its place in the order', () => {
  assert.deepEqual(readdirSync(join(ROOT, 'src')).sort(), ROOMS.toSorted());
});

test('a room takes from those before it only', () => {
  const wrong = sourceFiles().flatMap((file) => {
    const here = ROOMS.indexOf(roomsOf(file)[0]!);
    return importsOf(file)
      .filter((name) => name.startsWith('src/') && ROOMS.indexOf(roomsOf(name)[0]!) > here)
      .map((name) => `${file} takes from ${name}`);
  });
  assert.deepEqual(wrong, []);
});

/** Rooms that each room inside this one takes from, itself left out. */
function innerRooms(room: string): Map<string, Set<string>> {
  const rooms = new Map<string, Set<string>>();
  const innerOf = (file: string): string | undefined => {
    const [outer, inner, ...rest] = roomsOf(file);
    return outer === room && rest.length > 0 ? inner : undefined;
  };
  for (const file of sourceFiles()) {
    const from = innerOf(file);
    if (!from) continue;
    const taken = rooms.get(from) ?? new Set();
    rooms.set(from, taken);
    for (const name of importsOf(file)) {
      const to = innerOf(name);
      if (to && to !== from) taken.add(to);
    }
  }
  return rooms;
}

/** A way from a room back to itself; empty where there is none. */
function circleFrom(rooms: Map<string, Set<string>>, start: string): string[] {
  const seen = new Set<string>();
  const walk = (at: string, way: string[]): string[] => {
    for (const next of rooms.get(at) ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, next]);
      if (found.length > 0) return found;
    }
    return [];
  };
  return walk(start, [start]);
}

const PARTED = ['library', 'site', 'search'];

for (const room of PARTED)
  test(`the rooms of src/${room} depend on each other in no circle`, () => {
    const rooms = innerRooms(room);
    assert.ok(rooms.size > 3);
    for (const start of rooms.keys()) assert.deepEqual(circleFrom(rooms, start), []);
  });

const CONTRIBUTING = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

test('CONTRIBUTING tells of every room, and of every room of the graph, the site and search', () => {
  const inner = PARTED.flatMap((room) =>
    [...innerRooms(room).keys()].map((name) => `src/${room}/${name}`),
  );
  const outer = ROOMS.map((room) => `src/${room}`);
  assert.deepEqual(
    [...outer, ...inner].filter((path) => !CONTRIBUTING.includes(`\`${path}\``)),
    [],
  );
});

for (const file of ['CONTRIBUTING.md', 'README.md', 'README.zh-CN.md'])
  test(`every path that ${file} names exists`, () => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const paths = text.match(
      /(?<![\w/.-])(?:src|tests|docs|content)\/[\w./[\]\u4e00-\u9fff-]*\w\/?/gu,
    );
    assert.ok(paths && paths.length > 5);
    assert.deepEqual(
      paths.filter((path) => !existsSync(join(ROOT, path))),
      [],
    );
  });

test('every file that CONTRIBUTING names by its name alone exists', () => {
  const files = ['src', 'tests'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `/${file.split(sep).join('/')}`,
    ),
  );
  const names = [...CONTRIBUTING.matchAll(/`([\w./-]+\.(?:ts|astro))`/gu)].map(([, name]) => name!);
  assert.deepEqual(
    names.filter(
      (name) => !existsSync(join(ROOT, name)) && !files.some((file) => file.endsWith(`/${name}`)),
    ),
    [],
  );
});
