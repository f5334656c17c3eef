import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, RunningEngine } from '../format/types.ts';
import { oneEngine } from './one-engine.ts';

/** Engines whose answers the test gives; `log` says what was started and closed. */
function engines() {
  const log: string[] = [];
  const calls: { engine: number; answer(): void; fail(): void }[] = [];
  let started = 0;
  const { search: ask } = oneEngine(async (): Promise<RunningEngine> => {
    const engine = ++started;
    log.push(`start ${engine}`);
    return {
      search: () =>
        new Promise((resolve, reject) =>
          calls.push({
            engine,
            answer: () => resolve({} as Answer),
            fail: () => reject(new Error('no')),
          }),
        ),
      furtherSentences: () => Promise.reject(new Error('not asked')),
      quoting: () => Promise.reject(new Error('not asked')),
      close: () => void log.push(`close ${engine}`),
    };
  });
  return { ask, calls, log };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('one engine answers all questions', async () => {
  const { ask, calls, log } = engines();
  const answers = [ask({ query: 'a' }), ask({ query: 'b' })];
  await turn();
  calls.forEach(({ answer }) => answer());
  await Promise.all(answers);
  assert.deepEqual(log, ['start 1']);
});

test('an engine that fails is closed, and the next question starts another', async () => {
  const { ask, calls, log } = engines();
  const failing = ask({ query: 'a' });
  await turn();
  calls[0]!.fail();
  await assert.rejects(failing);
  void ask({ query: 'b' });
  await turn();
  assert.deepEqual(log, ['start 1', 'close 1', 'start 2']);
});

test('a failure that comes late does not discard the engine that came after', async () => {
  const { ask, calls, log } = engines();
  const failing = [ask({ query: 'a' }), ask({ query: 'b' })];
  await turn();
  calls[0]!.fail();
  await assert.rejects(failing[0]!);
  void ask({ query: 'c' });
  await turn();
  calls[1]!.fail();
  await assert.rejects(failing[1]!);
  void ask({ query: 'd' });
  await turn();
  assert.deepEqual(
    calls.map(({ engine }) => engine),
    [1, 1, 2, 2],
  );
  assert.equal(log.filter((line) => line.startsWith('start')).length, 2);
});

test('an engine that does not start is asked for again', async () => {
  let started = 0;
  const { search: ask } = oneEngine(() => Promise.reject(new Error(`${++started}`)));
  await assert.rejects(ask({ query: '' }), { message: '1' });
  await assert.rejects(ask({ query: '' }), { message: '2' });
});
