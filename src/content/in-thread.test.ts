import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inThread } from './in-thread.ts';

const script = (code: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'; ${code}`)}`,
  );

test('a thread is given its data, tells how far it is, and gives its result', async () => {
  const told: number[] = [];
  const code = `parentPort.postMessage({ progress: 1 }); parentPort.postMessage({ result: workerData + 1 });`;
  assert.equal(await inThread(script(code), 41, (progress) => told.push(progress)), 42);
  assert.deepEqual(told, [1]);
});

test('what the script throws is thrown, with its code', async () => {
  const code = `throw Object.assign(new Error('no room'), { code: 'ENOSPC' });`;
  await assert.rejects(inThread(script(code), 0), { message: 'no room', code: 'ENOSPC' });
});

test('a script that ends without a result is an error, and nobody waits for it', async () => {
  await assert.rejects(inThread(script(''), 0), /没有给出结果/u);
});

test('a result that is nothing is a result', async () => {
  assert.equal(
    await inThread(script('parentPort.postMessage({ result: undefined })'), 0),
    undefined,
  );
});
