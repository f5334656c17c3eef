/** The commands of package.json run in every shell that npm calls: also in `cmd` of Windows. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

test('a script is programs with plain arguments, of files that are there', () => {
  for (const [name, script] of Object.entries(scripts))
    for (const command of script.split(' && ')) {
      // No `NAME=value`, quotes, globs, variables or redirections: shells do not agree on them.
      assert.match(command, /^(?:node|npm run|prettier)(?: [\w:./=-]+)*$/u, name);
      const [file] = /\S+\.ts\b/u.exec(command) ?? [];
      if (file) assert.ok(existsSync(file), `${name}: ${file}`);
      const [, other] = /^npm run (\S+)/u.exec(command) ?? [];
      if (other) assert.ok(scripts[other], `${name}: ${other}`);
    }
});
