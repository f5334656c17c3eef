/** A typed citation leads first to its place, and never to a guess. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engineOn } from '../../../tests/search-fixtures/engine.ts';
import { page } from '../../../tests/search-fixtures/record.ts';
import type { Search } from '../format/types.ts';

/** A law whose units have these labels, and stand in these annexes. */
const law = (
  url: string,
  title: string,
  units: [label: string, text: string, within?: string][],
  number?: string,
) =>
  page(url, title, [], {
    ...(number && { number }),
    texts: [
      [{ id: 'title', label: '标题', text: title }],
      units.map(([label, text, within], at) => ({
        id: `p${at + 1}`,
        label,
        text,
        ...(within && { within }),
      })),
    ],
  });

let engine: { search: Search };
before(async () => {
  ({ engine } = await engineOn([
    law('policies/licence.html', '中华人民共和国行政许可法（2019年修正）', [
      ['小标题', '第二章 行政许可的设定'],
      ['第十一条', '第十一条 依照本法第十二条办理。'],
      ['第十二条第一款', '第十二条 下列事项可以设定行政许可：'],
      ['第十二条第二款', '前款以外的事项，不设定。'],
      ['第十二条第二款第（一）项', '（一）其他事项。'],
      ['第十二条之一', '第十二条之一 另行规定。'],
    ]),
    law('policies/one.html', '市甲办法', [['第一条', '第一条 甲。']], '常办〔2021〕1号'),
    page('policies/aid-2020.html', '补助办法（2020年）', [], {
      texts: [[{ id: 'p1', label: '第一条', text: '第一条 旧。' }]],
    }),
    page('policies/aid-2021.html', '补助办法（2021年）', [], {
      texts: [[{ id: 'p1', label: '第一条', text: '第一条 新。' }]],
    }),
    page('policies/star.html', '关于建设明星城的若干政策', [], {
      aliases: ['若干政策'],
      texts: [
        [
          { id: 'p1', label: '第一条', text: '第一条 甲。 第二条 乙，见第三条。 第三条 丙。' },
          { id: 'p2', label: '第四条', text: '第四条 丁。' },
        ],
      ],
    }),
    law('policies/notice.html', '印发办法的通知', [
      ['第1段', '现印发给你们。'],
      ['附件1第一条', '第一条 附一甲。', 'annex1'],
      ['附件1第二条', '第二条 附一乙。', 'annex1'],
      ['附件2第一条', '第一条 附二甲。', 'annex2'],
    ]),
    page('terms/aid.html', '补助', ['第一条 不是文件。'], { kind: '术语' }),
  ]));
});

const direct = async (query: string): Promise<string[]> =>
  (await engine.search({ query })).direct.map(({ url, excerpts: [excerpt] }) =>
    excerpt ? `${url}#${excerpt.anchor} ${excerpt.label}` : url,
  );
const LAW = 'policies/licence.html';

const cases: [query: string, direct: string[]][] = [
  ['行政许可法第十二条', [`${LAW}#a12 第十二条`]],
  ['中华人民共和国行政许可法第12条', [`${LAW}#a12 第十二条`]],
  ['第12条 行政許可法', [`${LAW}#a12 第十二条`]],
  ['《行政许可法》第十二条第二款', [`${LAW}#a12-k2 第十二条第二款`]],
  ['行政许可法第十二条第二款第一项', [`${LAW}#a12-k2-x1 第十二条第二款第（一）项`]],
  ['行政许可法第十二条第九款', [`${LAW}#a12 第十二条`]],
  ['行政许可法第十二条之一', [`${LAW}#a12-1 第十二条之一`]],
  ['行政许可法第二章', [`${LAW}#p1 第二章`]],
  ['行政许可法12条', [`${LAW}#a12 第十二条`]],
  ['《行政许可法》12条二款', [`${LAW}#a12-k2 第十二条第二款`]],
  ['行政许可法12', [`${LAW}#a12 第十二条`]],
  ['行政许可法99', []],
  ['行政许可法99条', []],
  ['行政许可法第九十九条', [LAW]],
  ['常办〔2021〕1号', ['policies/one.html']],
  ['常办[2021]1号 第一条', ['policies/one.html#a1 第一条']],
  ['补助办法第一条', ['policies/aid-2020.html#a1 第一条', 'policies/aid-2021.html#a1 第一条']],
  ['若干政策 第4条', ['policies/star.html#a4 第四条']],
  ['若干政策第四条', ['policies/star.html#a4 第四条']],
  ['若干政策 第3条', ['policies/star.html#a3 第三条']],
  ['若干政策第二条', ['policies/star.html#a2 第二条']],
  ['印发办法的通知附件1第一条', ['policies/notice.html#annex1-a1 附件1第一条']],
  ['印发办法的通知 附件二 第1条', ['policies/notice.html#annex2-a1 附件2第一条']],
  ['印发办法的通知第二条', ['policies/notice.html#annex1-a2 附件1第二条']],
  ['印发办法的通知第一条', ['policies/notice.html']],
  ['印发办法的通知附件3第一条', ['policies/notice.html']],
  ['补助第一条', []],
  ['许可法第十二条', []],
  ['第十二条', []],
  ['行政许可法', []],
];
for (const [query, expected] of cases)
  test(`“${query}” leads to ${expected.join(' or ') || 'no place of its own'}`, async () =>
    assert.deepEqual((await direct(query)).sort(), expected));

test('the place is told with its document and its first words', async () => {
  const [place] = (await engine.search({ query: '行政许可法第十一条' })).direct;
  assert.equal(place!.kind, '政策');
  assert.equal(place!.title, '中华人民共和国行政许可法（2019年修正）');
  assert.equal(place!.excerpts[0]!.parts[0]!.text, '第十一条 依照本法第十二条办理。');
});

test('an article that begins in the paragraph of another is told with its own words', async () => {
  const [place] = (await engine.search({ query: '若干政策第二条' })).direct;
  assert.equal(place!.excerpts[0]!.parts[0]!.text, '第二条 乙，见第三条。 第三条 丙。');
});

test('filters hold for it too', async () => {
  const filters = { kind: ['答复'] };
  assert.deepEqual((await engine.search({ query: '行政许可法第十二条', filters })).direct, []);
});
