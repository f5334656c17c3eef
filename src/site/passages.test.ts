import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinPassages, passageRuns, quotationView, type Run } from './passages.ts';
import { sampleLibrary as library } from './sample-library.ts';
import { pagePath } from './urls.ts';

const locate = (quote: string) => library.locate({ in: 'replies/one', quote });
const shown = (runs: Run[]): string =>
  runs.map(({ kind, text }) => (kind === 'marked' ? `[${text}]` : text)).join('');

test('quoted words are marked in their sentence', () => {
  assert.equal(
    shown(passageRuns(locate('最高奖励1000万元'), [])),
    '对重大项目，[最高奖励1000万元]。',
  );
});

test('names are marked within the quotation, where they stand there', () => {
  assert.equal(
    shown(passageRuns(locate('轨道交通等1个500亿元集群'), ['轨道交通'])),
    '[轨道交通]等1个500亿元集群。',
  );
});

test('a quotation that is all that is shown is not washed as a whole', () => {
  const quote = '工信复〔2021〕46号，市工信局，2021年5月20日，五次会议第0272号';
  assert.equal(shown(passageRuns(locate(quote), ['别的'])), `${quote}。`);
});

test('passages that follow on one another are shown as one', () => {
  const joined = joinPassages([locate('二是培育企业'), locate('一是招引项目'), locate('轨道交通')]);
  const words = joined.map(({ block, start, end }) => block.text.slice(start, end));
  assert.deepEqual(words, ['一是招引项目，二是培育企业', '轨道交通']);
});

test('a quotation leads to its paragraph', () => {
  const context = { library, page: pagePath('chains/steel') };
  const view = quotationView(context, { in: 'replies/one', quote: '特钢材料' });
  assert.equal(view.place, '答复·第4段');
  assert.equal(view.href, '../replies/one.html#p4');
});
