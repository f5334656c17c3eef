import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { scope, type Answer, type Call, type Reply } from '../format/types.ts';
import { searchEngine } from './start-engine.ts';

/** A worker that the test speaks for. */
class SpokenFor extends EventTarget {
  static all: SpokenFor[] = [];
  readonly calls: Call[] = [];
  ended = false;
  constructor() {
    super();
    SpokenFor.all.push(this);
  }
  postMessage(call: Call): void {
    this.calls.push(call);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: Reply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
beforeEach(() => {
  SpokenFor.all = [];
  Object.assign(globalThis, { Worker: SpokenFor });
  // No page that a script could be loaded into.
  Object.assign(globalThis, { document: { createElement: () => assert.fail('no page') } });
  delete scope.librarySearchEngine;
});

const turn = () => new Promise((resolve) => setImmediate(resolve));
const ANSWER = { total: 1 } as Answer;
const REFUSED: { error: string; unsupported: boolean } = { error: 'no', unsupported: false };

/** An engine in whose worker a question waits. */
async function asked() {
  const search = searchEngine('engine.js', 'pagefind/');
  const answer = search({ query: 'a' });
  SpokenFor.all[0]!.say({ id: 0 });
  await turn();
  return { search, answer, worker: SpokenFor.all[0]! };
}

test('one worker answers all questions, each by its own reply, in whatever order they come', async () => {
  const { search, answer, worker } = await asked();
  const other = search({ query: 'b' });
  await turn();
  const [first, second] = worker.calls as [Call, Call];
  assert.equal(second.base, 'pagefind/');
  worker.say({ id: second.id, ...REFUSED });
  worker.say({ id: first.id, answer: ANSWER });
  assert.equal(await answer, ANSWER);
  await assert.rejects(other, { name: 'SearchUnavailable' });
  const last = search({ query: 'c' });
  await turn();
  worker.say({ id: worker.calls[2]!.id, answer: ANSWER });
  assert.equal(await last, ANSWER);
  assert.equal(SpokenFor.all.length, 1);
});

test('what can never work is told as such', async () => {
  const { answer, worker } = await asked();
  worker.say({ id: worker.calls[0]!.id, error: 'no', unsupported: true });
  await assert.rejects(answer, { name: 'SearchUnsupported' });
});

test('when the worker breaks, every question under way fails, and the next starts another', async () => {
  const { search, answer, worker } = await asked();
  const other = search({ query: 'b' });
  await turn();
  worker.dispatchEvent(new Event('error'));
  for (const call of [answer, other]) await assert.rejects(call, { name: 'SearchUnavailable' });
  assert.equal(worker.ended, true);
  const later = search({ query: 'c' });
  SpokenFor.all[1]!.say({ id: 0 });
  await turn();
  SpokenFor.all[1]!.say({ id: SpokenFor.all[1]!.calls[0]!.id, answer: ANSWER });
  assert.equal(await later, ANSWER);
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
