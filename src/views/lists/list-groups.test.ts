import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleLibrary as library } from '../../../tests/site/sample-library.ts';
import { listPath } from '../urls.ts';
import { listGroups } from './list-groups.ts';

test('a number known only from outside is marked in lists', () => {
  const items = listGroups(library, listPath('policies'), 'policies').flatMap(
    (group) => group.items,
  );
  const plan = items.find((item) => item.title === '三年行动计划');
  assert.equal(plan?.facts[0]?.text, '常发〔2020〕9号（外部资料）');
  assert.ok(plan?.facts.some(({ text, unknown }) => text === '有效性不详' && unknown));
});
