import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { stageLine } from './stages.ts';

test('times stand under one another, whatever the names', () => {
  const columns = (line: string): number =>
    [...line.slice(0, line.indexOf('秒'))].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0);
  assert.equal(columns(stageLine('读取', 100)), columns(stageLine('生成网页 HTML', 123_456)));
});

const program =
  `const { beginStage, endStage } = await import(${JSON.stringify(new URL('stages.ts', import.meta.url).href)});` +
  `beginStage('一'); beginStage('二'); endStage('9 页');`;
const said = (before: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', before + program], {
    encoding: 'utf8',
  });

test('in a pipe a stage is one line', () => {
  assert.match(said(''), /^一 +\d+\.\d 秒\n二 +\d+\.\d 秒　9 页\n$/u);
});

test('on a terminal it is named as it begins, too', () => {
  assert.match(
    said('process.stdout.isTTY = true;'),
    /^一……\n一 +0\.0 秒\n二……\n二 +0\.0 秒　9 页\n$/u,
  );
});
