import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page } from '../../../tests/search-fixtures/record.ts';
import { bulkLines, openSearchIndex } from './open-search.ts';

const records = [
  page('replies/a.html', '答复', ['第一段\n“换行”', '第二段'], { date: '2021-05-20' }),
  page('terms/b.html', '七个一', ['一句。'], { number: '〔2021〕46号' }),
];
const lines = [...bulkLines(records, 'library')].map((line) => JSON.parse(line));

test('each passage is two lines: what is to be done, and the passage', () => {
  const actions = lines.filter((_, at) => at % 2 === 0);
  const passages = lines.filter((_, at) => at % 2 === 1);
  assert.equal(actions.length, 5);
  assert.equal(passages.length, 5);
  assert.equal(new Set(actions.map(({ index }) => index._id)).size, 5);
  for (const { index } of actions) assert.equal(index._index, 'library');
  assert.deepEqual(actions[1].index, { _index: 'library', _id: 'replies/a.html#p1' });
  assert.equal(passages[1].text, '第一段\n“换行”');
});

test('no line holds a line break, or the bulk form would take it for two', () => {
  for (const line of bulkLines(records, 'library')) assert.ok(!/[\r\n]/.test(line));
});

test('every field of a passage is in the mapping, which admits no others', () => {
  const known = new Set(Object.keys(openSearchIndex.mappings.properties));
  for (const passage of lines.filter((_, at) => at % 2 === 1))
    for (const field of Object.keys(passage)) assert.ok(known.has(field), field);
});
