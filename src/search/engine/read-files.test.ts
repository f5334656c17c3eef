import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limitConcurrency } from './read-files.ts';

test('no more run at a time than may, all run, and one that fails makes room for the next', async () => {
  const limited = limitConcurrency(3);
  let running = 0;
  let most = 0;
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_, number) =>
      limited(async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running--;
        if (number % 5 === 0) throw new Error('refused');
        return number;
      }),
    ),
  );
  assert.equal(most, 3);
  assert.deepEqual(
    answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : [])),
    Array.from({ length: 20 }, (_, number) => number).filter((number) => number % 5 !== 0),
  );
  assert.equal(await limited(() => Promise.resolve('later')), 'later');
});
