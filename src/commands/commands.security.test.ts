/**
 * `check:content` and `new` with whatever is put into them: no stack trace, nothing outside the content folder, nothing
 * that a terminal would obey, within 30 seconds and 1 GB. The preview server has a test of its own.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { printProblems } from '../content/print-problems.ts';
import { readLibrary } from '../content/read-library.ts';
import { hintsOf } from '../library/checks/hints.ts';
import { COLLECTIONS } from '../library/types.ts';
import { writeEntry, type Answers } from './new-entry.ts';

const SAMPLE = join(import.meta.dirname, 'sample-library');
const FILES = [
  'library.yaml',
  'policies/sample-notice.mdx',
  'replies/sample-reply.mdx',
  'measures/check-before-publishing.mdx',
];
const OBEYED = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u;
const TRACE = /^\s+at .*:\d+:\d+\)?$/mu;
const RUNS = { numRuns: 60, seed: 18 };

function library(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'attacked-')), 'content');
  cpSync(SAMPLE, folder, { recursive: true });
  return folder;
}

function run(command: string, content: string, ...words: string[]) {
  const { status, stdout, stderr, signal } = spawnSync(
    process.execPath,
    ['--max-old-space-size=1024', join(import.meta.dirname, command), ...words],
    { encoding: 'utf8', timeout: 30_000, env: { ...process.env, CONTENT_DIR: content } },
  );
  assert.equal(signal, null);
  assert.doesNotMatch(stderr, TRACE);
  assert.doesNotMatch(stdout + stderr, OBEYED);
  return { status, said: stdout + stderr };
}

/** Pieces that a parser of Markdown, MDX or YAML takes for more than letters. */
const SIGNS = [
  '---\n',
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  '(',
  '&#x9;',
  '*',
  '_',
  '`',
  '|',
  '~~',
  ': ',
  '- ',
  '\n',
  '\t',
  '"',
  "'",
  '!',
  '%',
  '@',
  '\\',
  '\u001b[2J',
  '\u202e',
  '\0',
  '\ud800',
  '<Masthead>',
  '](javascript:x)',
  '&a ',
  '*a',
  '　',
  'title: ',
  '2021-13-40',
  '1e999',
  '[[[[[[[[',
];
const piece = fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: 'binary', maxLength: 8 }));
const edits = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(20), piece), {
  minLength: 1,
  maxLength: 6,
});

function mutate(text: string, changes: [number, number, string][]): string {
  return changes.reduce((all, [share, cut, put]) => {
    const at = Math.floor(share * all.length);
    return all.slice(0, at) + put + all.slice(at + cut);
  }, text);
}

test('check:content: random mutations of a library', async () => {
  const every = library();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...FILES), edits, async (file, changes) => {
      const folder = library();
      const text = mutate(readFileSync(join(folder, file), 'utf8'), changes);
      writeFileSync(join(folder, file), text);
      const { library: read, problems } = await readLibrary(folder);
      if (problems.length === 0) hintsOf(read, '2026-11-29');
      assert.doesNotMatch(printProblems(problems, folder), OBEYED);
      // All of them once more, together, through the command itself.
      if (file !== 'library.yaml')
        writeFileSync(join(every, 'policies', `mutated-${count++}.mdx`), text);
    }),
    RUNS,
  );
  assert.ok(count > 30);
  const { status, said } = run('check-content.ts', every);
  assert.equal(status, 1);
  assert.match(said, /内容有 \d+ 处问题/u);
});

test('new: random answers', async () => {
  const folder = library();
  const outside = join(folder, '..');
  const before = readdirSync(outside);
  const words = fc.oneof(
    piece,
    fc.constantFrom(
      '逐字核对',
      '示例',
      '/tmp/y',
      '..\\y',
      'con',
      'a'.repeat(300),
      '本文是示例文本',
    ),
  );
  const answers: fc.Arbitrary<Answers> = fc.record(
    {
      id: words,
      title: words,
      alias: fc.array(words),
      summary: words,
      date: words,
      'date-text': words,
      'evidence-in': fc.oneof(words, fc.constant('replies/sample-reply')),
      quote: fc.array(words),
      'name-basis': words,
    },
    { requiredKeys: ['id', 'title'] },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...COLLECTIONS), answers, async (collection, given) => {
      try {
        const path = await writeEntry(folder, collection, given);
        assert.ok(path.startsWith(join(folder, collection)));
      } catch (error) {
        const { message } = error as Error;
        assert.doesNotMatch(message, OBEYED);
        assert.match(message, /没有写文件|已经存在/u);
      }
    }),
    RUNS,
  );
  assert.deepEqual(readdirSync(outside), before);
  assert.deepEqual((await readLibrary(folder)).problems, []);
});

describe('new writes nothing', () => {
  // Other ids and titles are among the random answers, without a process each.
  const WORDS: string[][] = [
    ['policy', '--title', '某某计划', '--id', '../../y'],
    ['policy', '--title', '计\u001b[2J划', '--id', 'plan'],
    ['pol\u001b[2Jicy', '--title', '某某计划', '--id', 'plan'],
    ['policy', '--tit\u001b[2Jle', '某某计划'],
  ];
  for (const words of WORDS)
    test(JSON.stringify(words).slice(0, 80), () => {
      const folder = library();
      assert.equal(run('new.ts', folder, ...words).status, 1);
      assert.deepEqual(readdirSync(join(folder, '..')), ['content']);
      assert.deepEqual(readdirSync(join(folder, 'policies')), ['sample-notice.mdx']);
    });

  test('into a collection that is a symbolic link', async () => {
    const folder = library();
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    symlinkSync(outside, join(folder, 'chains'));
    await assert.rejects(
      writeEntry(folder, 'chains', { id: 'steel', title: '特钢材料' }),
      /符号链接/u,
    );
    assert.deepEqual(readdirSync(outside), []);
  });
});
