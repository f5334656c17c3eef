/** The rooms of `src` depend one way, and no file depends on itself in a circle. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { test } from 'node:test';
import { importsOf, ROOT, sourceFiles } from './source-files.ts';

/** From what knows least to what puts all together: a room imports from those before it only. */
const ROOMS = [
  'styles',
  'text',
  'library',
  'content',
  'views',
  'search',
  'client',
  'exports',
  'views/layouts',
  'content.config.ts',
  'middleware.ts',
  'pages',
  'importing',
  'commands',
];

/** src/views/awards/awards.ts → views; the frame of every page stands apart, since it holds the search field and scripts. */
const roomOf = (file: string): string =>
  file.startsWith('src/views/layouts/') ? 'views/layouts' : file.split('/')[1]!;

test('every room of src has its place in the order', () => {
  const rooms = ROOMS.filter((room) => !room.includes('/'));
  assert.deepEqual(readdirSync(join(ROOT, 'src')).sort(), rooms.toSorted());
});

test('a room imports from those before it only', () => {
  const wrong = sourceFiles().flatMap((file) => {
    const here = ROOMS.indexOf(roomOf(file));
    return importsOf(file)
      .filter((name) => name.startsWith('src/') && ROOMS.indexOf(roomOf(name)) > here)
      .map((name) => `${file} imports ${name}`);
  });
  assert.deepEqual(wrong, []);
});

test('no file imports itself, by however many others', () => {
  const files = sourceFiles();
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) circles.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const next of imports.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  assert.ok(files.length > 100);
  assert.deepEqual(circles, []);
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

const CONTRIBUTING = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

test('every file that CONTRIBUTING names by its name alone exists', () => {
  const files = ['src', 'tests'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `/${file.split(sep).join('/')}`,
    ),
  );
  const names = [...CONTRIBUTING.matchAll(/`([\w./-]+\.(?:ts|astro))`/gu)].map(([, name]) => name!);
  assert.ok(names.length > 20);
  assert.deepEqual(
    names.filter(
      (name) => !existsSync(join(ROOT, name)) && !files.some((file) => file.endsWith(`/${name}`)),
    ),
    [],
  );
});

test('CONTRIBUTING tells of every room', () => {
  const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `\`src/${name}\``);
  assert.deepEqual(
    rooms.filter((room) => !CONTRIBUTING.includes(room)),
    [],
  );
});
