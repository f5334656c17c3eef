import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import {
  WORKER_READY,
  type Call,
  type Reply,
  type Answer,
  type RunningEngine,
} from '../format/types.ts';
import { restartingEngine, startWorker } from './start-engine.ts';

/** Engines whose answers the test gives; `log` says what was started and closed. */
function engines() {
  const log: string[] = [];
  const calls: { engine: number; answer(): void; fail(): void }[] = [];
  let started = 0;
  const { search: ask } = restartingEngine(async (): Promise<RunningEngine> => {
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
  const { search: ask } = restartingEngine(() => Promise.reject(new Error(`${++started}`)));
  await assert.rejects(ask({ query: '' }), { message: '1' });
  await assert.rejects(ask({ query: '' }), { message: '2' });
});

/** A worker that the test speaks for. */
class SpokenFor extends EventTarget {
  static last: SpokenFor;
  readonly calls: Call[] = [];
  ended = false;
  constructor() {
    super();
    SpokenFor.last = this;
  }
  postMessage(call: Call): void {
    this.calls.push(call);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: typeof WORKER_READY | Reply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
beforeEach(() => Object.assign(globalThis, { Worker: SpokenFor }));

async function started() {
  const starting = startWorker('engine.js', 'pagefind/');
  const worker = SpokenFor.last;
  worker.say(WORKER_READY);
  return { engine: await starting, worker };
}
const ANSWER = { total: 1 } as Answer;

test('each call gets its own reply, in whatever order they come', async () => {
  const { engine, worker } = await started();
  const [one, other] = [engine.search({ query: 'a' }), engine.search({ query: 'b' })];
  const [first, second] = worker.calls as [Call, Call];
  worker.say({ id: second.id, error: 'no', unsupported: false });
  worker.say({ id: first.id, answer: ANSWER });
  assert.equal(await one, ANSWER);
  await assert.rejects(other, { name: 'SearchUnavailable' });
});

test('closing ends the worker, after what it was asked is answered', async () => {
  const { engine, worker } = await started();
  const answer = engine.search({ query: 'a' });
  engine.close();
  assert.equal(worker.ended, false);
  worker.say({ id: worker.calls[0]!.id, answer: ANSWER });
  assert.equal(await answer, ANSWER);
  await turn();
  assert.equal(worker.ended, true);
});

test('a call that is never answered is given up, and keeps no worker', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { engine, worker } = await started();
  const late = assert.rejects(engine.search({ query: 'a' }), { message: 'timeout' });
  t.mock.timers.tick(20_000);
  await late;
  engine.close();
  assert.equal(worker.ended, true);
  worker.say({ id: worker.calls[0]!.id, answer: ANSWER });
});

test('a worker that does not start is ended', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const silent = assert.rejects(startWorker('engine.js', ''), { message: 'timeout' });
  t.mock.timers.tick(20_000);
  await silent;
  assert.equal(SpokenFor.last.ended, true);
  const failing = assert.rejects(startWorker('engine.js', ''), { name: 'SearchUnavailable' });
  SpokenFor.last.dispatchEvent(new Event('error'));
  await failing;
  assert.equal(SpokenFor.last.ended, true);
});

test('when the worker breaks, every call under way fails', async () => {
  const { engine, worker } = await started();
  const calls = [engine.search({ query: 'a' }), engine.search({ query: 'b' })];
  worker.dispatchEvent(new Event('error'));
  for (const call of calls) await assert.rejects(call, { name: 'SearchUnavailable' });
});
