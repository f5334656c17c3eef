/** Backlinks: every way in which a text may name an entry leads to it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEntry } from '../content/read-entry.ts';
import { linkLibrary } from './graph.ts';
import type { Collection, Entry, EntryKey } from './types.ts';

const entry = (key: EntryKey, head: string, ...body: string[]): Entry => {
  const [collection, id] = key.split('/') as [Collection, string];
  const source = new TextEncoder().encode(`---\n${head}\n---\n\n${body.join('\n\n')}\n`);
  const read = readEntry(collection, `${collection}/${id}.mdx`, source);
  assert.deepEqual(read.problems, []);
  return read.entry!;
};

const ENTRIES = [
  entry(
    'policies/licence',
    'title: 中华人民共和国行政许可法（2019年修正）\nnumber: 常办电〔2021〕39号\naliases: [许可若干规定]',
    '第一条 甲。',
    '第二条 乙。',
    '第三条 依照本法第一条。',
  ),
  entry('policies/by-title', 'title: 甲', '依照《行政许可法》第二条办理。'),
  entry('policies/by-spaced-title', 'title: 乙', '依照《 行政 许可法 》第二条办理。'),
  entry('policies/by-number', 'title: 丙', '见常办电[2021]第039号文件。'),
  entry('policies/by-alias', 'title: 丁', '许可若干规定已经印发。'),
  entry('policies/by-link', 'title: 戊', '见[该法](policy:licence)。'),
  entry(
    'policies/by-local-name',
    'title: 己',
    '《中华人民共和国行政许可法（2019年修正）》（以下简称本部法）已施行。',
    '依照本部法第一条办理。',
  ),
  entry('policies/of-another', 'title: 庚', '依照《行政处罚法》第二条办理，见常办电〔2020〕39号。'),
];

const { library } = linkLibrary(ENTRIES);
const from = new Set(library.backlinks('policies/licence').map((one) => one.from));

for (const way of ['title', 'spaced-title', 'number', 'alias', 'link', 'local-name'])
  test(`an entry is found by its ${way}`, () => assert.ok(from.has(`policies/by-${way}`)));

test('a text that names another is not among them', () =>
  assert.ok(!from.has('policies/of-another')));
