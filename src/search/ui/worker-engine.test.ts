import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { HERE, type Call, type Reply } from '../format/messages.ts';
import type { Answer } from '../format/types.ts';
import { startWorker } from './worker-engine.ts';

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
  say(data: typeof HERE | Reply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
beforeEach(() => Object.assign(globalThis, { Worker: SpokenFor }));

async function started() {
  const starting = startWorker('engine.js', 'pagefind/');
  const worker = SpokenFor.last;
  worker.say(HERE);
  return { engine: await starting, worker };
}
const ANSWER = { total: 1 } as Answer;
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('each call gets its own reply, in whatever order they come', async () => {
  const { engine, worker } = await started();
  const [one, other] = [engine.search({ query: 'a' }), engine.search({ query: 'b' })];
  const [first, second] = worker.calls as [Call, Call];
  worker.say({ id: second.id, error: 'no' });
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
