/** Client scripts that name each other. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { bundleScripts } from './bundle.ts';

const folder = temporaryFolder('bundle-');

/** @param scripts name → the names of the scripts that it names */
function entriesOf(scripts: Record<string, string[]>): Record<string, string> {
  const entries = Object.entries(scripts).map(([name, named]): [string, string] => {
    const file = join(folder, `${name}.ts`);
    const lines = named.map(
      (other, i) => `import p${i} from 'script:${other}'; console.log(p${i});`,
    );
    writeFileSync(file, lines.join('\n') || 'console.log(1);');
    return [name, file];
  });
  return Object.fromEntries(entries);
}

test('a script is given the path of the one that it names, also where two name the same', async () => {
  const entries = entriesOf({ page: ['engine'], field: ['engine'], engine: [] });
  const { paths, contents } = await bundleScripts(entries);
  for (const [path, content] of contents)
    if (path !== paths['engine']) assert.ok(content.includes(`"${paths['engine']}"`), path);
});

test('scripts that name each other in a circle are an error, as is one that nobody knows', async () => {
  const cases: Record<string, string[]>[] = [
    { alone: ['alone'] },
    { one: ['two'], two: ['one'] },
    { one: ['none'] },
  ];
  for (const scripts of cases)
    await assert.rejects(
      bundleScripts(entriesOf(scripts)),
      /“script:\w+” must stand in astro\.config\.mjs/u,
    );
});
