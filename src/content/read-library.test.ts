/**
 * What an author is told. One row a fixture of `tests/fixtures/content`: the folder's name is the
 * behaviour; the rest is the file, the line, and words of the message and of the remedy.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { printProblems } from './print-problems.ts';
import { readEntry } from './read-entry.ts';
import { readLibrary } from './read-library.ts';

const FIXTURES = join(import.meta.dirname, '../../tests/fixtures/content');

type Row = [fixture: string, file: string, line: number, message: string, hint: string];

const ROWS: Row[] = [
  ['missing-title', 'terms/mechanism.mdx', 1, '缺少字段 title', 'title: …'],
  ['unknown-field', 'terms/mechanism.mdx', 3, '没有名为“sumary”的字段', 'summary'],
  ['broken-yaml', 'terms/mechanism.mdx', 4, 'YAML 语法错误', '缩进'],
  ['broken-mdx', 'policies/plan.mdx', 5, 'MDX 语法错误', '\\<'],
  ['empty-file', 'terms/mechanism.mdx', 1, '文件是空的', 'title'],
  ['not-utf-8', 'terms/mechanism.mdx', 1, '不是 UTF-8', '另存为 UTF-8'],
  ['missing-frontmatter', 'terms/mechanism.mdx', 1, '没有以 --- 起止的属性区', 'title'],
  [
    'link-to-missing-entry',
    'policies/plan.mdx',
    5,
    'terms/mechanisn 不存在',
    '最接近的是 mechanism',
  ],
  [
    'relation-to-missing-entry',
    'terms/mechanism.mdx',
    3,
    'organisations/finance-buro 不存在',
    'finance-bureau',
  ],
  ['relation-without-evidence', 'terms/mechanism.mdx', 3, '没有依据', 'evidence'],
  [
    'quotation-not-in-document',
    'terms/mechanism.mdx',
    5,
    '引文不在 replies/sample 中',
    '，我市建立工作机制',
  ],
  ['quotation-across-paragraphs', 'terms/mechanism.mdx', 5, '引文不在 replies/sample 中', '同一段'],
  [
    'quotation-from-missing-document',
    'terms/mechanism.mdx',
    5,
    'replies/sampel 不存在',
    '最接近的是 sample',
  ],
  ['title-claimed-twice', 'terms/other.mdx', 2, '已属于 terms/mechanism', '只能指一个条目'],
  ['alias-claimed-twice', 'terms/other.mdx', 4, '“机制办法”已属于 terms/mechanism', 'aliases'],
  ['name-too-short', 'terms/mechanism.mdx', 2, '太短', '两个字'],
  ['impossible-date', 'events/meeting.mdx', 3, '不是存在的日期', '改正'],
  ['date-without-wording', 'events/meeting.mdx', 3, '日期没有依据', 'dateText'],
  ['date-wording-not-quoted', 'events/meeting.mdx', 4, '“3月中旬”不在本条目的引文中', '照引文'],
  ['unknown-component', 'policies/plan.mdx', 5, '<Adressee> 不是公文要素', '<Addressee>'],
  ['code-in-text', 'policies/plan.mdx', 5, '不能有程序代码', '\\{'],
  ['html-in-text', 'policies/plan.md', 5, '不能有 HTML', 'Markdown'],
  ['unknown-link-scheme', 'policies/plan.mdx', 5, '“trem”不存在', '最接近的是 term'],
  ['unknown-collection', 'policy', 1, '没有名为“policy”的类别', 'policies'],
  ['file-of-another-kind', 'policies/plan.txt', 1, '不会被收录', '.mdx'],
  ['file-name-not-ascii', 'policies/计划.mdx', 1, '不能用作 id', '小写英文字母'],
  ['two-files-with-one-id', 'policies/plan.mdx', 1, '与 policies/plan.md 的 id 相同', '改名'],
  ['mirror-that-is-linked', 'terms/mechanism.mdx', 9, '不得链接', '改正'],
  ['provided-value-not-quoted', 'policies/plan.mdx', 12, '不在这条外部资料的引文中', 'quote'],
  ['amount-not-in-quotation', 'policies/plan.mdx', 8, '数额“1500亿元”不在其引文中', '照引文'],
  ['note-on-missing-words', 'replies/sample.mdx', 4, '“产业链接”不在正文中', '照原文'],
  ['note-across-paragraphs', 'replies/sample.mdx', 4, '不在正文中', '在同一段内'],
  [
    'page-break-on-missing-words',
    'replies/sample.mdx',
    4,
    '换页处的“今年四月”不在正文中',
    '照原文',
  ],
  ['number-not-in-text', 'replies/sample.mdx', 3, '不在本条目的引文或正文中', '照原文'],
  ['value-not-allowed', 'policies/plan.mdx', 3, '“失效”不在可用的值之中', '已废止'],
  ['wrong-type', 'policies/plan.mdx', 3, 'aliases 的类型不对', '列表'],
  ['missing-library-yaml', 'library.yaml', 1, '找不到文件', 'id、name'],
  ['broken-file-others-point-to', 'replies/sample.mdx', 3, '没有名为“subject”的字段', 'summary'],
  ['link-to-a-script', 'policies/plan.mdx', 5, '“JavaScript”不存在', 'https'],
  ['link-written-elsewhere', 'policies/plan.md', 7, '[甲]: 地址', '所在之处'],
  ['code-block-in-text', 'policies/plan.md', 5, '不能有代码块', '```'],
  ['picture-in-text', 'policies/plan.md', 5, '不能有图片', '写成文字'],
  ['footnote-in-text', 'policies/plan.md', 7, '不能有 Markdown 脚注', 'notes'],
  ['yaml-alias-without-anchor', 'terms/mechanism.mdx', 3, 'YAML 语法错误', '引号'],
  ['empty-frontmatter', 'terms/mechanism.mdx', 1, '缺少字段 title', 'title: …'],
  ['figure-without-document', 'policies/plan.mdx', 7, '没有写明出自哪份文件', 'in: '],
  ['year-not-in-quotation', 'policies/plan.mdx', 11, '“2099”不在其引文中', '照引文'],
  ['tier-not-in-quotation', 'clusters/steel.mdx', 3, '2000亿元不在本条目的引文中', '规模'],
  ['validity-without-evidence', 'policies/plan.mdx', 3, '“已废止”没有依据', '删去'],
  ['file-outside-collections', 'plan.mdx', 1, '不在任何类别之中', 'policies'],
  [
    'status-quotation-in-another-document',
    'measures/mechanism.mdx',
    5,
    '引文不在 replies/sample 中',
    '请写 in: replies/other',
  ],
  ['status-without-words', 'measures/mechanism.mdx', 3, '缺少字段 quote', 'quote'],
  ['two-states-in-one-document', 'measures/mechanism.mdx', 7, '已有一个状态', '一份文件只说一个'],
  ['stated-by-missing-document', 'measures/mechanism.mdx', 3, 'replies/sampel 不存在', '核对'],
  ['summary-repeats-title', 'measures/part.mdx', 3, '摘要只是重复标题', '删去 summary'],
  ['outside-fact-on-two-pages', 'terms/mechanism.mdx', 7, '已写在 measures/mechanism', 'concerns'],
  ['outside-fact-of-missing-entry', 'measures/mechanism.mdx', 11, 'terms/mechanism 不存在', '删去'],
  ['full-name-without-basis', 'organisations/city.mdx', 2, '机构全称“某某市人民政府”', 'nameBasis'],
  ['subject-that-no-words-name', 'measures/mechanism.mdx', 3, '没有点到主题“人才”', 'quote'],
  [
    'summary-number-not-quoted',
    'terms/mechanism.mdx',
    3,
    '“25”“建立工作机制的通知”',
    '照引文改写摘要',
  ],
  ['outside-fact-wider-than-quotation', 'terms/mechanism.mdx', 4, '“157”', '引得更长'],
  ['outside-fact-without-sentence', 'terms/mechanism.mdx', 4, '不是一句完整的话', '句号结尾'],
  ['outside-amount-not-quoted', 'terms/mechanism.mdx', 15, '数额“2元”不在其引文中', '照引文'],
  ['successor-not-in-library', 'policies/plan.mdx', 5, 'policies/plan-2032 不存在', 'plan-2023'],
  ['validity-source-that-is-linked', 'policies/plan.mdx', 11, '不得链接', '改正'],
  [
    'address-in-chinese',
    'library.yaml',
    5,
    '请写成 https://xn--fsqu00a.xn--fiqs8s/%E6%96%87%E5%BA%93/',
    '改正',
  ],
  ['address-without-slash', 'library.yaml', 5, '须以 / 结尾', '改正'],
];

for (const [fixture, file, line, message, hint] of ROWS) {
  test(`${fixture}: ${file}:${line}`, async () => {
    const { problems } = await readLibrary(join(FIXTURES, fixture));
    assert.equal(problems.length, 1, JSON.stringify(problems, null, 2));
    const [problem] = problems;
    assert.deepEqual([problem?.file, problem?.line], [file, line], JSON.stringify(problem));
    assert.ok(problem?.message.includes(message), problem?.message);
    assert.ok(problem?.hint.includes(hint), problem?.hint);
  });
}

test('many faults are listed at once, by file and line', async () => {
  const folder = join(FIXTURES, 'many-faults-at-once');
  const { problems } = await readLibrary(folder);
  assert.deepEqual(
    problems.map((p) => `${p.file}:${p.line}`),
    ['events/meeting.mdx:3', 'terms/mechanism.mdx:3', 'terms/other.mdx:1'],
  );
  const printed = printProblems(problems, folder);
  assert.match(printed, /events\/meeting\.mdx:3\n {2}.*\n {2}→ /u);
  assert.match(printed, /3 处问题，在 3 个文件中/u);
});

test('a file is not named as Windows names a device: no folder there could hold it', () => {
  const source = Buffer.from('---\ntitle: 三年行动计划\n---\n');
  const codesOf = (id: string) =>
    readEntry('policies', `policies/${id}.mdx`, source).problems.map(({ code }) => code);
  assert.deepEqual(codesOf('con'), ['id-of-device']);
  assert.deepEqual(codesOf('lpt1'), ['id-of-device']);
  assert.deepEqual(codesOf('con-2021'), []);
});

test('measures that are parts of each other are all reported', async () => {
  const { problems } = await readLibrary(join(FIXTURES, 'measure-inside-itself'));
  assert.deepEqual(
    problems.map((p) => `${p.file}:${p.line} ${p.message}`),
    [
      'measures/three.mdx:3 three → two → three：条目成了自己的组成部分',
      'measures/two.mdx:3 two → three → two：条目成了自己的组成部分',
    ],
  );
});

test('a byte-order mark, Windows line endings and rare characters are read', async () => {
  const { library, problems } = await readLibrary(join(FIXTURES, 'sound'));
  assert.deepEqual(problems, []);
  assert.equal(library.get('terms/mechanism').title, '工作机制');
  const plan = library.get('policies/plan');
  assert.equal(plan.blocks[0]?.text, '提示。正文紧接着加粗的字。');
  assert.ok(plan.blocks[1]?.text.startsWith('罕用字𠀀𪜀与表情🙂👨‍👩‍👧'));
  assert.equal(plan.blocks[2]?.text, '第一行第二行');
  assert.ok(plan.blocks.some((block) => block.text === '5~10万元，3~5万元'));
  assert.equal(library.backlinks('terms/mechanism').length, 3);
});

test('every fixture has a row', () => {
  const named = new Set([
    ...ROWS.map(([fixture]) => fixture),
    'many-faults-at-once',
    'measure-inside-itself',
    'sound',
  ]);
  assert.deepEqual(
    readdirSync(FIXTURES).filter((name) => !named.has(name)),
    [],
  );
});
