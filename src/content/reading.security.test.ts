/**
 * What a stranger may have written into the content: each attack is refused with its file and line, in time, and without
 * a word of what lies outside the content folder.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import type { Problem } from '../library/types.ts';
import { printProblems } from './print-problems.ts';
import { readLibrary } from './read-library.ts';

const CONFIG = 'id: sample\nname: 示例\ndescription: 示例\nlanguage: zh-Hans\n';
const PLAN = 'policies/plan.mdx';

function library(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'attacked-'));
  for (const [path, text] of Object.entries({ 'library.yaml': CONFIG, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const told = async (files: Record<string, string>): Promise<Problem[]> =>
  (await readLibrary(library(files))).problems;

const withBody = (body: string): Record<string, string> => ({
  [PLAN]: `---\ntitle: 行动计划\n---\n\n${body}\n`,
});
const withFields = (fields: string): Record<string, string> => ({
  [PLAN]: `---\ntitle: 行动计划\n${fields}\n---\n`,
});
const source = (kind: string, url: string): Record<string, string> =>
  withFields(
    `external:\n  - fact: 甲。\n    quote: 甲\n    confidence: high\n    source:\n      title: 甲\n      kind: ${kind}\n      url: "${url}"`,
  );

type Attack = [
  name: string,
  files: Record<string, string>,
  line: number,
  code: string,
  file?: string,
];

const LINK = 'link-address';
const ATTACKS: Attack[] = [
  ['a tab in a protocol', withBody('[甲](java&#9;script:alert(1))'), 5, LINK],
  ['a line feed in a protocol', withBody('[甲](java&#10;script:alert(1))'), 5, LINK],
  ['a carriage return in a protocol', withBody('[甲](java&#13;script:alert(1))'), 5, LINK],
  ['a script', withBody('[甲](javascript:alert(1))'), 5, 'link-scheme'],
  ['data', withBody('[甲](data:text/html,x)'), 5, 'link-scheme'],
  [
    'a raw control character',
    withBody('[甲](<\u0001javascript:alert(1)>)'),
    5,
    'character-forbidden',
  ],
  ['a raw escape', withBody('[甲](<\u001bjavascript:alert(1)>)'), 5, 'character-forbidden'],
  ['a host without a protocol', withBody('[甲](//evil.example/)'), 5, LINK],
  ['a shared folder', withBody('[甲](<\\\\\\\\evil.example\\\\x>)'), 5, LINK],
  ['a user before the host', withBody('[甲](https://www.gov.cn@evil.example/)'), 5, LINK],
  [
    'a user before the host of a source',
    source('official', 'https://www.gov.cn@evil.example/'),
    10,
    'field-value',
  ],
  ['a script for a source', source('news', 'java\\tscript:alert(1)'), 10, 'field-value'],
  [
    'an official source that is none',
    source('official', 'https://gov.cn.evil.example/'),
    10,
    'external-not-official',
  ],
  ['an escape in a body', withBody('甲\u001b[2J'), 5, 'character-forbidden'],
  ['a turned direction as a reference', withBody('甲&#x202e;乙'), 5, 'character-forbidden'],
  ['a turned direction in a body', withBody('甲\n\n乙\u202e丙'), 7, 'character-forbidden'],
  [
    'an isolate in a title',
    { [PLAN]: '---\ntitle: 行动\u2066计划\n---\n' },
    2,
    'character-forbidden',
  ],
  ['an escape in a title', { [PLAN]: '---\ntitle: "行动\\e计划"\n---\n' }, 2, 'field-value'],
  ['a NUL in a title', { [PLAN]: '---\ntitle: "行动\\0计划"\n---\n' }, 2, 'field-value'],
  [
    'code in an attribute',
    withBody('<Masthead x={process.exit()}>某局</Masthead>'),
    5,
    'part-attribute',
  ],
  ['an attribute', withBody('<Masthead onclick="x">某局</Masthead>'), 5, 'part-attribute'],
  ['a device among former ids', withFields('formerIds: [con]'), 3, 'field-value'],
  ['a long former id', withFields(`formerIds: [${'a'.repeat(200)}]`), 3, 'field-value'],
  ['a way out among former ids', withFields('formerIds: [../../x]'), 3, 'field-value'],
  [
    'a way out of the originals',
    withFields(`original: { file: .., sha256: ${'a'.repeat(64)} }`),
    3,
    'original-missing',
  ],
  ['signs in thousands', withBody('*a_ '.repeat(8000)), 5, 'body-too-many-signs'],
  ['quotes in thousands', withBody('> '.repeat(8000)), 5, 'body-too-deep'],
  ['lists in thousands', withBody('1. '.repeat(8000)), 5, 'body-too-deep'],
  ['brackets in thousands', withFields(`topics: ${'['.repeat(20_000)}`), 3, 'yaml-syntax'],
  [
    'aliases that unfold',
    withFields(
      `a: &a [${'x,'.repeat(9)}]\nb: &b [${'*a,'.repeat(99)}]\ntopics: [${'*b,'.repeat(99)}]`,
    ),
    4,
    'yaml-syntax',
  ],
  [
    'a query in the public address',
    { 'library.yaml': `${CONFIG}address: https://example.org/?a=/\n` },
    5,
    'field-value',
    'library.yaml',
  ],
];

describe('an attack is refused with its file and line, within two seconds', () => {
  for (const [name, files, line, code, file = PLAN] of ATTACKS)
    test(name, async () => {
      const started = process.cpuUsage();
      const problems = await told(files);
      const { user } = process.cpuUsage(started);
      const [first] = problems;
      assert.deepEqual(
        [first?.file, first?.line, first?.code],
        [file, line, code],
        JSON.stringify(problems),
      );
      assert.doesNotMatch(
        printProblems(problems, '.'),
        /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u,
      );
      assert.ok(user < 2_000_000, `${user} μs`);
    });
});

test('what is honest beside these passes', async () => {
  const body =
    '[甲](https://www.gov.cn/a?b=c) [乙](mailto:a@example.org) [丙](plan.html)\n\n**5~10** 万元，a_b_c\n\n> - 一\n>   1. 二';
  assert.deepEqual(await told(withBody(body)), []);
  const hosts = { 'library.yaml': `${CONFIG}officialHosts: [example.org]\n` };
  const trusted = { ...source('official', 'https://news.example.org/'), ...hosts };
  assert.deepEqual(await told(trusted), []);
});

const SECRET = 'secret-words-of-another-file';
const PLACES = [
  'library.yaml',
  'addresses.txt',
  'policies',
  PLAN,
  'original/notice.docx',
  'README.md',
];
describe('a symbolic link is refused without a word of what it leads to', () => {
  for (const place of PLACES)
    test(place, async () => {
      const outside = mkdtempSync(join(tmpdir(), 'outside-'));
      writeFileSync(join(outside, `${SECRET}.mdx`), `${SECRET}: [\n${SECRET}`);
      const folder = library({});
      mkdirSync(dirname(join(folder, place)), { recursive: true });
      rmSync(join(folder, place), { force: true });
      const target = place === 'policies' ? outside : join(outside, `${SECRET}.mdx`);
      symlinkSync(target, join(folder, place));
      const { problems } = await readLibrary(folder);
      assert.deepEqual(
        problems.map(({ file, code }) => [file, code]),
        [[place, 'file-link']],
      );
      assert.doesNotMatch(printProblems(problems, folder), new RegExp(SECRET, 'u'));
    });
});

test('500 quotations that stand nowhere are told within two seconds', async () => {
  const text = Array.from(
    { length: 60 },
    (_, i) => `第${i}段，我市建立工作机制，推动先进制造业集群发展。`,
  );
  const quotes = Array.from(
    { length: 500 },
    (_, i) => `  - in: replies/sample\n    quote: 没有这样的第${i}句话，到处都找不到`,
  );
  const files = {
    'replies/sample.mdx': `---\ntitle: 一份答复\n---\n\n${text.join('\n\n')}\n`,
    ...withFields(`evidence:\n${quotes.join('\n')}`),
  };
  const started = process.cpuUsage();
  const problems = await told(files);
  const { user } = process.cpuUsage(started);
  assert.equal(problems.filter(({ code }) => code === 'quotation-missing').length, 500);
  assert.deepEqual([problems[0]!.line, problems[499]!.line], [5, 1003]);
  assert.ok(user < 2_000_000, `${user} μs`);
});
