import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { scope, type Answer, type Call, type Reply, type Search } from '../format/types.ts';
import { searchEngine } from './start-engine.ts';

/** A worker that the test speaks for. */
class SpokenFor extends EventTarget {
  static all: SpokenFor[] = [];
  readonly calls: Call[] = [];
  readonly ports: MessagePort[] = [];
  ended = false;
  constructor() {
    super();
    SpokenFor.all.push(this);
  }
  postMessage(call: Call, [port]: [MessagePort]): void {
    this.calls.push(call);
    this.ports.push(port);
  }
  terminate(): void {
    this.ended = true;
    this.ports.forEach((port) => port.close());
  }
  /** Replies to one of the calls; the first of them asks whether the script runs. */
  say(call: number, reply: Reply): void {
    this.ports[call]!.postMessage(reply);
  }
}
beforeEach(() => {
  SpokenFor.all = [];
  Object.assign(globalThis, { Worker: SpokenFor });
  // No page that a script could be loaded into.
  Object.assign(globalThis, { document: { createElement: () => assert.fail('no page') } });
  delete scope.librarySearchEngine;
});
afterEach(() => SpokenFor.all.forEach((worker) => worker.terminate()));

async function turn(): Promise<void> {
  for (let at = 0; at < 20; at++) await new Promise((resolve) => setImmediate(resolve));
}
const ANSWER = { total: 1 } as Answer;

/** An engine in whose worker a question waits. */
async function asked() {
  const search = searchEngine('engine.js', 'pagefind/');
  const answer = search({ query: 'a' });
  SpokenFor.all[0]!.say(0, {});
  await turn();
  return { search, answer, worker: SpokenFor.all[0]! };
}

test('one worker answers all questions, each by its own reply, in whatever order they come', async () => {
  const { search, answer, worker } = await asked();
  const other = search({ query: 'b' });
  await turn();
  const last = worker.calls[2]!;
  assert.deepEqual(last, { base: 'pagefind/', request: { query: 'b' } });
  worker.say(2, { answer: { total: 2 } as Answer });
  assert.equal((await other).total, 2);
  worker.say(1, { answer: ANSWER });
  assert.deepEqual(await answer, ANSWER);
  assert.equal(SpokenFor.all.length, 1);
});

test('what can never work is told as such', async () => {
  const { answer, worker } = await asked();
  worker.say(1, { error: 'no', unsupported: true });
  await assert.rejects(answer, { name: 'SearchUnsupported' });
});

/** The next question starts a second worker, and is answered. */
async function answersAnew(search: Search): Promise<void> {
  const later = search({ query: 'c' });
  SpokenFor.all[1]!.say(0, {});
  await turn();
  SpokenFor.all[1]!.say(1, { answer: ANSWER });
  assert.deepEqual(await later, ANSWER);
}

for (const [what, happen] of [
  ['the worker breaks', (worker: SpokenFor) => worker.dispatchEvent(new Event('error'))],
  ['a question fails', (worker: SpokenFor) => worker.say(1, { error: 'no' })],
] as const) {
  test(`when ${what}, every question under way fails, and the next starts another`, async () => {
    const { search, answer, worker } = await asked();
    const other = search({ query: 'b' });
    await turn();
    happen(worker);
    for (const call of [answer, other]) await assert.rejects(call, { name: 'SearchUnavailable' });
    assert.equal(worker.ended, true);
    await answersAnew(search);
  });
}

test('a question that fails late leaves the engine that has been started since', async () => {
  delete (globalThis as { Worker?: unknown }).Worker;
  let started = 0;
  let failLate!: (error: Error) => void;
  scope.librarySearchEngine = () => {
    started++;
    return ({ query }) =>
      query === 'late'
        ? new Promise((_, reject) => (failLate = reject))
        : query === 'early'
          ? Promise.reject(new Error('no'))
          : Promise.resolve(ANSWER);
  };
  const search = searchEngine('engine.js', '');
  const late = search({ query: 'late' });
  await assert.rejects(search({ query: 'early' }));
  assert.equal(await search({ query: 'a' }), ANSWER);
  failLate(new Error('no'));
  await assert.rejects(late);
  assert.equal(await search({ query: 'a' }), ANSWER);
  assert.equal(started, 2);
});

test('a question that is never answered is given up, and its worker ended', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { answer, worker } = await asked();
  const late = assert.rejects(answer, { message: 'timeout' });
  t.mock.timers.tick(20_000);
  await late;
  assert.equal(worker.ended, true);
});

test('where workers are refused, or none starts, the engine runs in the page, and fails openly where it cannot', async () => {
  Object.assign(globalThis, {
    Worker: class {
      constructor() {
        throw new Error('refused');
      }
    },
  });
  await assert.rejects(searchEngine('engine.js', '')({ query: 'a' }));
  scope.librarySearchEngine = () => () => Promise.resolve(ANSWER);
  Object.assign(globalThis, { document: undefined });
  assert.equal(await searchEngine('engine.js', '')({ query: 'a' }), ANSWER);
});
