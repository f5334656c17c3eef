import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { engineOn, openEngine, type IndexInMemory } from '../../../tests/search-fixtures/engine.ts';
import { page } from '../../../tests/search-fixtures/record.ts';
import { tokensOf } from '../format/tokens.ts';
import type { SearchRequest } from '../format/types.ts';

const REPLY = [
  '2020年8月，市委、市政府印发了《三年行动计划》，实现“253”培育目标，即：培育高端装备等2个2000亿元集群。',
  '二是建立“七个一”工作机制，每条产业链制定一个推进工作方案。您提出的建议（第0272号）收悉，以高端化、',
  '智能化、绿色化为引领。奖励最高1000万元，占50%。',
];

const pages = [
  page('replies/2021-46.html', '关于提案第0272号的答复', REPLY, {
    kind: '答复',
    number: '常工信复〔2021〕第46号',
    date: '2021-05-20',
    years: ['2021'],
    issuers: ['市工信局'],
  }),
  page(
    'policies/chain.html',
    '建立联系优势产业链工作机制的通知',
    ['各条产业链建立“七个一”工作机制，特钢材料、大数据等。'],
    { number: '常办电〔2021〕39号', date: '2021-03', years: ['2021'] },
  ),
  page('terms/seven.html', '七个一', ['每条链有一个方案。'], {
    kind: '术语',
    official: false,
    aliases: ['七个一机制'],
  }),
  page('policies/old.html', '旧文件', ['编号146号。产业集群。特钢材料。'], {
    date: '2019',
    years: ['2019'],
  }),
];

let index: IndexInMemory;
const urls = async (query: string, more: Partial<SearchRequest> = {}) =>
  (await index.engine.search({ query, ...more })).results.map(({ url }) => url);

before(async () => {
  index = await engineOn(pages);
});

const queries: [string, string[]][] = [
  ['七个一', ['terms/seven.html', 'replies/2021-46.html', 'policies/chain.html']],
  ['253', ['replies/2021-46.html']],
  ['0272', ['replies/2021-46.html']],
  ['第46号', ['replies/2021-46.html', 'policies/old.html']],
  ['常办电[2021]39号', ['policies/chain.html']],
  ['常办电〔2021〕第39号', ['policies/chain.html']],
  ['1000万元', ['replies/2021-46.html']],
  ['産業鏈', ['policies/chain.html', 'replies/2021-46.html']],
  ['特钢材料 大数据', ['policies/chain.html']],
  ['高端化、智能化', ['replies/2021-46.html']],
  ['“七个一”工作机制', ['policies/chain.html', 'replies/2021-46.html']],
  ['装', ['replies/2021-46.html']],
  ['第', ['replies/2021-46.html']],
  ['建议（第', ['replies/2021-46.html']],
  ['50%', ['replies/2021-46.html']],
  ['集群二是', ['replies/2021-46.html']],
  ['答复2020', []],
  ['没有这个', []],
];

for (const [query, expected] of queries) {
  test(`“${query}” is found where it stands and nowhere else`, async () => {
    const found = await urls(query);
    if (query === '装' || query === '第') assert.deepEqual(found.includes(expected[0]!), true);
    else assert.deepEqual(new Set(found), new Set(expected));
    if (expected.length > 0 && query !== '産業鏈' && query !== '第')
      assert.equal(found[0], expected[0]);
  });
}

test('any substring of two or more characters of the reply finds it, and its mark is that string', async () => {
  const text = REPLY.join('');
  await fc.assert(
    fc.asyncProperty(
      fc.nat(text.length - 3),
      fc.integer({ min: 2, max: 60 }),
      async (start, length) => {
        const query = text.slice(start, start + length);
        if (!/[\p{L}\p{N}]/u.test(query)) return;
        const { results } = await index.engine.search({ query });
        const reply = results.find(({ url }) => url === 'replies/2021-46.html');
        assert.ok(reply, query);
        const bare = (one: string) => one.replace(/[^\p{L}\p{N}%]/gu, '');
        const marks = reply.excerpts.flatMap(({ parts }) =>
          parts.filter(({ hit }) => hit).map((part) => bare(part.text)),
        );
        assert.ok(marks.includes(bare(query)), `${query}: ${marks.join('|')}`);
      },
    ),
    { numRuns: 50 },
  );
});

test('what is shown is the original, punctuation and all, and leads to its paragraph', async () => {
  const { results } = await index.engine.search({ query: '七个一工作' });
  const [excerpt] = results.find(({ url }) => url === 'replies/2021-46.html')!.excerpts;
  assert.equal(excerpt!.anchor, 'p2');
  assert.equal(excerpt!.label, '第2段');
  assert.deepEqual(
    excerpt!.parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''),
    '二是建立“[七个一”工作]机制，每条产业链制定一个推进工作方案。',
  );
});

test('filters keep pages and count the others', async () => {
  const answer = await index.engine.search({ query: '七个一', filters: { kind: ['答复'] } });
  assert.deepEqual(
    answer.results.map(({ kind }) => kind),
    ['答复'],
  );
  const kinds = answer.facets.find(({ name }) => name === 'kind')!.values;
  assert.deepEqual(Object.fromEntries(kinds.map(({ value, count }) => [value, count])), {
    答复: 1,
    政策: 1,
    术语: 1,
  });
});

test('by date: the latest first, the undated last', async () => {
  assert.deepEqual(await urls('七个一', { sort: 'date' }), [
    'replies/2021-46.html',
    'policies/chain.html',
    'terms/seven.html',
  ]);
});

test('when nothing matches, the nearest by words are given apart', async () => {
  const { total, partial } = await index.engine.search({ query: '产业链大数据方案' });
  assert.equal(total, 0);
  assert.ok(partial.length > 0);
  assert.equal(partial[0]!.url, 'policies/chain.html');
});

const ALL = pages.length;
/** Letters and digits count, signs do not; what is left stands in these pages, or in none. */
const hostile: [query: string, asked: number, total: number][] = [
  ['<script>alert(1)</script>', 1, 0],
  ['"', 0, 0],
  ['""""', 0, 0],
  ["'; DROP", 1, 0],
  ['\u0000\u0001', 0, 0],
  ['\u0000七个一\u0001', 1, 3],
  ['\uD800', 0, 0],
  ['链\uDC00', 1, 3],
  ['。，！', 0, 0],
  ['', 0, 0],
  ['   ', 0, 0],
  ['产'.repeat(20_000), 1, 0],
  ['产 '.repeat(10_000), 1, 3],
  ['🙂', 1, 0],
  ['(((', 0, 0],
  ['\\', 0, 0],
];
for (const [query, asked, total] of hostile) {
  test(`${JSON.stringify(query.slice(0, 20))} (${query.length}) is only ever text`, async () => {
    const answer = await index.engine.search({ query, limit: ALL });
    assert.equal(answer.query, query);
    assert.equal(answer.asked.length, asked);
    assert.equal(answer.total, total);
    assert.equal(answer.results.length, total);
  });
}

test('a long passage is found, and one that differs at its end is not', async () => {
  const passage = REPLY.join('');
  assert.deepEqual(await urls(passage), ['replies/2021-46.html']);
  assert.deepEqual(await urls(`${passage}吗`), []);
});

test('a number in a circle is found as itself first, raised numbers as themselves and as plain ones', async () => {
  const { engine } = await engineOn([
    page('policies/a.html', '甲', ['1. 面积10 m2，共104个。', '第1条']),
    page('policies/b.html', '乙', ['共1户，②不算。其中：①甲户；㈠乙户。']),
    page('policies/c.html', '丙', ['面积10 m²，共10⁴个。', '一户']),
  ]);
  const found = async (query: string) =>
    (await engine.search({ query })).results.map(({ url, excerpts }) => {
      const marks = excerpts.flatMap(({ parts }) => parts.filter(({ hit }) => hit));
      return `${url.slice(9, 10)} ${marks.map(({ text }) => text).join(' ')}`;
    });
  assert.equal((await found('①'))[0], 'b ①');
  assert.equal((await found('①')).length, 3);
  assert.equal((await found('㈠'))[0], 'b ㈠');
  assert.deepEqual(await found('①甲户'), ['b ①甲户']);
  assert.deepEqual(await found('1甲户'), ['b ①甲户']);
  assert.deepEqual(await found('10m²'), ['c 10 m²', 'a 10 m2']);
  assert.deepEqual((await found('10m2')).sort(), ['a 10 m2', 'c 10 m²']);
  assert.deepEqual(await found('10⁴'), ['c 10⁴', 'a 104']);
});

test('of a frequent pair between others nothing is loaded, and the answer is the same', async () => {
  const query = '建立“七个一”工作机制，每条产业链';
  const before = await openEngine(index.files);
  const files = new Map(index.files);
  const settings = JSON.parse(new TextDecoder().decode(files.get('library.json')));
  const frequent = [...tokensOf('一工'), ...tokensOf('机制'), ...tokensOf('制每')];
  files.set('library.json', new TextEncoder().encode(JSON.stringify({ ...settings, frequent })));
  const after = await openEngine(files);
  const answers = await Promise.all(
    [before, after].map(async ({ engine }) =>
      (await engine.search({ query })).results.map(({ url, excerpts }) => [url, excerpts]),
    ),
  );
  assert.deepEqual(answers[1], answers[0]);
  assert.deepEqual(
    answers[1]!.map(([url]) => url),
    ['replies/2021-46.html'],
  );
});

for (const [what, damage] of [
  ['missing', () => undefined],
  ['cut short', (content: Uint8Array) => content.slice(0, content.length / 2)],
  [
    'overwritten',
    (content: Uint8Array) => content.map((byte, at) => (at > 12 ? byte ^ 0x55 : byte)),
  ],
] as const) {
  test(`an index file that is ${what} makes search fail openly`, async () => {
    for (const kind of [
      'pagefind-entry',
      'library',
      'wasm',
      'pf_meta',
      'pf_index',
      'pf_text',
      'pf_pages',
    ]) {
      const whole = new Map(index.files);
      const damaged = await openEngine(new Map(whole));
      for (const [path, content] of whole) {
        if (!path.includes(kind)) continue;
        const after = damage(content);
        if (after) damaged.files.set(path, after);
        else damaged.files.delete(path);
      }
      await assert.rejects(
        damaged.engine.search({ query: '七个一' }),
        { name: 'SearchUnavailable' },
        kind,
      );
    }
  });
}
