/** Whose words a hit is: what entries quote is found at the document, and they are folded under it. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engineOn } from '../../../tests/search-fixtures/engine.ts';
import { page } from '../../../tests/search-fixtures/record.ts';
import type { PageRecord } from '../format/index-files.ts';
import type { Search } from '../format/types.ts';

const REPLY = 'replies/1.html';
const WORDS = '二是建立“七个一”工作机制，每条产业链培育一批龙头骨干企业。';

/** A unit of the reply that an entry says again without a quotation. */
const restated = (unit: string) => ({ anchor: '', url: REPLY, unit, start: 0, end: 0 });

/** An entry that quotes the reply's second paragraph. */
function quoter(
  id: string,
  kind: string,
  title: string,
  summary: string,
  more: Partial<PageRecord> = {},
): PageRecord {
  const quotation = { anchor: 'quotation-1', url: REPLY, unit: 'p2', start: 0, end: WORDS.length };
  const texts = [
    [{ id: 'title', label: '标题', text: title }],
    [{ id: 'summary', label: '摘要', text: summary }],
  ];
  const own = {
    kind,
    official: false,
    quotations: [quotation],
    texts,
  };
  return page(`${id}.html`, title, [], { ...own, ...more });
}

const fact = (text: string): Partial<PageRecord> => ({
  texts: [
    [{ id: 'title', label: '标题', text: '服务团队' }],
    [{ id: 'summary', label: '摘要', text: '每条链建立一个。' }],
    [{ id: 'external-1', label: '外部资料', text }],
  ],
});

let engine: { search: Search };
before(async () => {
  ({ engine } = await engineOn([
    page(REPLY, '关于提案的答复', ['一是推进。', WORDS], { kind: '答复' }),
    quoter('terms/seven', '术语', '七个一', '每条产业链一个方案、一个团队。'),
    quoter('measures/firms', '举措', '培育企业', '每条产业链培育一批。'),
    quoter('measures/plan', '举措', '制定方案', '“七个一”要每条链制定一个。'),
    quoter('terms/other', '术语', '重点项目', '“七个一”要每条链建设一批。', {
      quotations: [restated('p2')],
    }),
    quoter('terms/team', '术语', '服务团队', '', fact('外地报道也说“七个一”。')),
  ]));
});

test('the page of that name, the document and words of one’s own are results; what quotes or says again is folded', async () => {
  const { results, total, quoting } = await engine.search({ query: '七个一' });
  assert.deepEqual(
    results.map(({ url }) => url),
    ['terms/seven.html', REPLY, 'terms/team.html'],
  );
  assert.equal(total, 3);
  assert.equal(quoting, 3);
  assert.equal(results[1]!.quoting, 5);
});

test('the folded line leads to the quotations, and to what says the same without one', async () => {
  const { results } = await engine.search({ query: '七个一' });
  const lines = await engine.search({ query: '七个一', quoting: results[1]!.id });
  const places = lines.results.map(({ url, excerpts }) => {
    const { anchor } = excerpts.find(({ label }) => label === '原文') ?? excerpts[0]!;
    return `${url}#${anchor}`;
  });
  assert.deepEqual(places.sort(), [
    'measures/firms.html#quotation-1',
    'measures/plan.html#quotation-1',
    'terms/other.html#summary',
    'terms/seven.html#quotation-1',
    'terms/team.html#quotation-1',
  ]);
});

test('a filter that leaves the document out shows those that quote it by themselves, with the words', async () => {
  const { results, total, quoting } = await engine.search({
    query: '七个一',
    filters: { kind: ['举措'] },
  });
  assert.deepEqual(results.map(({ url }) => url).sort(), [
    'measures/firms.html',
    'measures/plan.html',
  ]);
  assert.equal(total, 2);
  assert.equal(quoting, 0);
  for (const { excerpts } of results)
    assert.ok(excerpts.some(({ label, anchor }) => label === '原文' && anchor === 'quotation-1'));
});

test('filters count results and those that quote together', async () => {
  const { facets } = await engine.search({ query: '七个一' });
  const kinds = facets.find(({ name }) => name === 'kind')!.values;
  assert.deepEqual(Object.fromEntries(kinds.map(({ value, count }) => [value, count])), {
    举措: 2,
    术语: 3,
    答复: 1,
  });
});

test('a summary that says more than is quoted is a result by its own words', async () => {
  const { results, quoting } = await engine.search({ query: '每条链' });
  assert.deepEqual(results.map(({ url }) => url).sort(), [
    'measures/plan.html',
    'terms/other.html',
    'terms/team.html',
  ]);
  assert.equal(quoting, 0);
});

test('a page that holds the words only in the name of its document, as a figure, is folded under the document', async () => {
  const figure = (id: string) =>
    quoter(`measures/${id}`, '举措', '培育企业', '', {
      quotations: [restated('p2'), restated('title')],
      texts: [
        [{ id: 'title', label: '标题', text: `培育企业${id}` }],
        [{ id: 'figure-1', label: '所属文件', text: '关于提案第0272号的答复' }],
      ],
    });
  const { engine: other } = await engineOn([
    page(REPLY, '关于提案第0272号的答复', [WORDS], { kind: '答复' }),
    figure('a'),
    figure('b'),
  ]);
  const { results, quoting } = await other.search({ query: '提案0272' });
  assert.deepEqual(
    results.map(({ url }) => url),
    [REPLY],
  );
  assert.equal(quoting, 2);
});
