/** Client scripts that name each other. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Bundler } from './bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
test.after(() => rmSync(folder, { recursive: true }));

/** @param scripts name → the names of the scripts that it names */
function bundlerOf(scripts: Record<string, string[]>): Bundler {
  const entries = Object.entries(scripts).map(([name, named]): [string, string] => {
    const file = join(folder, `${name}.ts`);
    const lines = named.map(
      (other, i) => `import p${i} from 'script:${other}'; console.log(p${i});`,
    );
    writeFileSync(file, lines.join('\n') || 'console.log(1);');
    return [name, file];
  });
  return new Bundler(Object.fromEntries(entries), { hashed: true });
}

test('a script is given the path of the one that it names, also where two name the same', async () => {
  const bundler = bundlerOf({ engine: [], page: ['engine'], field: ['engine'] });
  const { path } = await bundler.script('engine');
  for (const { name, content } of await bundler.all())
    if (name !== 'engine') assert.ok(content.includes(`"${path}"`), name);
});

test('scripts that name each other in a circle are an error, not a build that never ends', async () => {
  const circles: [Record<string, string[]>, RegExp][] = [
    [{ alone: ['alone'] }, /circle: alone → alone\./u],
    [{ one: ['two'], two: ['three'], three: ['one'] }, /circle: (?:\w+ → ){3}\w+\./u],
  ];
  for (const [scripts, said] of circles) await assert.rejects(bundlerOf(scripts).all(), said);
});
