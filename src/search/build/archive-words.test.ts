/** Every word of an index comes back from the places of its characters: the same pages, the same positions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Characters } from '../engine/reader/characters.ts';
import type { IndexFiles } from '../engine/reader/transport.ts';
import { unpackWords } from '../format/packed-words.ts';
import { PostingsBuilder } from '../format/postings.ts';
import { SIGNATURE } from '../format/signature.ts';
import { wordChunks } from '../format/word-chunks.ts';
import { pairToken, pointsOf, singleToken } from '../format/tokens.ts';
import { placePage } from './place-page.ts';
import { addPage } from './build-index.ts';
import { characterChunks } from './archive-words.ts';
import type { PageRecord } from './records/record.ts';

const record = (title: string, aliases: string[], ...texts: string[]): PageRecord => ({
  url: `policies/${title}.html`,
  title,
  kind: '政策',
  aliases,
  levels: [],
  years: [],
  issuers: [],
  clusters: [],
  official: true,
  stretches: texts.map((text, at) => [{ id: `p${at}`, label: '', text }]),
  quotations: [],
  evidence: [],
});

const PAGES = [
  record('集群通知', ['集群', '通'], '关于集群的通知', '链', '集集集集群'),
  record('第3号', ['链'], '第3号、第三号和3第', '群', `${'产业链和集群'.repeat(300)}𠀀𠀁`),
  record('空', []),
];

test('pairs, single characters, names, 第 before a digit, texts of one character', async () => {
  const builder = new PostingsBuilder();
  for (const page of PAGES) addPage(builder, placePage(page, new Map()));
  const chunks = [...wordChunks(builder.finish(), PAGES.length, 30)].map(({ content }) => content);
  const words = chunks.flatMap((chunk) => unpackWords(chunk));
  assert.ok(words.length > 25 && words.some(({ second }) => second === undefined));

  const files = characterChunks(chunks, PAGES.length);
  const read = async (path: string) =>
    Buffer.concat([Buffer.from(SIGNATURE), files[Number(/\d+/u.exec(path))]!.content]);
  const characters = new Characters({ read } as unknown as IndexFiles, {
    folder: '',
    firsts: files.map(({ first }) => first),
  });
  assert.ok(files.length > 1, `${files.length}`);
  for (const word of words) {
    const { first, second } = word;
    const token = second === undefined ? singleToken(first) : pairToken(first, second);
    assert.deepEqual(
      await characters.words([token]),
      [word],
      String.fromCodePoint(first, second ?? 32),
    );
  }
  const [one, other] = pointsOf('链通');
  assert.deepEqual(await characters.words([pairToken(one!, other!), singleToken(0x21)]), []);
});
