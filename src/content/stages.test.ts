import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { stageLine } from './stages.ts';

test('times stand under one another, whatever the names', () => {
  const columns = (line: string): number =>
    [...line.slice(0, line.indexOf('秒'))].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0);
  assert.equal(columns(stageLine('读取', 100)), columns(stageLine('生成网页 HTML', 123_456)));
});

test('in a pipe a stage is one line, and nothing is rewritten', () => {
  const program =
    `import { beginStage, endStage, reportProgress } from ${JSON.stringify(new URL('stages.ts', import.meta.url).href)};` +
    `beginStage('一'); reportProgress('5 / 9'); beginStage('二'); endStage('9 页');`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  assert.match(said, /^一 +\d+\.\d 秒\n二 +\d+\.\d 秒　9 页\n$/u);
});

test('on a terminal a warning stands on a line of its own', () => {
  const program =
    `process.stdout.isTTY = true;` +
    `const { staged } = await import(${JSON.stringify(new URL('stages.ts', import.meta.url).href)});` +
    `const { endStage } = await import(${JSON.stringify(new URL('stages.ts', import.meta.url).href)});` +
    `const done = ({ logger }) => { logger.warn('缺一个地址'); endStage(); };` +
    `const [, one] = staged([{ name: 'archive', hooks: { 'astro:build:done': done } }]);` +
    `await one.hooks['astro:build:done']({ logger: { warn: (line) => console.log(line) } });`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  assert.match(said, /^\r\x1b\[K缺一个地址\n\r\x1b\[K离线与归档 +0\.\d 秒\n$/u);
});

test('on a terminal a stage that keeps the program busy shows how far it is', () => {
  const program =
    `process.stdout.isTTY = true;` +
    `const { beginStage, endStage, reportProgress } = await import(${JSON.stringify(new URL('stages.ts', import.meta.url).href)});` +
    `beginStage('一'); const start = performance.now();` +
    `while (performance.now() - start < 3000) reportProgress('7 / 9 个文件'); endStage();`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  const drawn = said.split('\r\x1b[K').filter((line) => line.includes('7 / 9 个文件'));
  assert.ok(drawn.length >= 1 && drawn.length <= 3, said);
  assert.match(said, /\r\x1b\[K一 +3\.\d 秒\n$/u);
});
