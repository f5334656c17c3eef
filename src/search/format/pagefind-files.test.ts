/** The index that is written here, and the one that Pagefind's own builder makes of the same words. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { decode as decodeCbor } from 'cborg';
import { close, createIndex } from 'pagefind';
import { tokensOf } from './tokens.ts';
import { unpackWords } from './packed-words.ts';
import { pagefindFiles } from './pagefind-files.ts';
import { pagefindWords } from './pagefind-words.ts';
import { PostingsBuilder } from './postings.ts';
import { SIGNATURE } from './signature.ts';
import { wordChunks } from './word-chunks.ts';

const TEXTS = [
  '常州市工业和信息化局关于集群的答复',
  '产业链和集群，集群和产业链，产业链',
  `${'工业智造明星城市'.repeat(40)}产业集群`,
];

type Cbor = number | string | Cbor[];

interface Decoded {
  version: string;
  pages: number;
  ranges: [from: string, to: string][];
  parts: Cbor[];
  words: Map<string, Cbor>;
}

const unpacked = (content: Uint8Array): Uint8Array => {
  const bytes = gunzipSync(content);
  assert.equal(bytes.subarray(0, SIGNATURE.length).toString(), SIGNATURE);
  return bytes.subarray(SIGNATURE.length);
};
/** Words as Pagefind packs them, and as we do. */
const theirWords = unpacked;
const ourWords = (content: Uint8Array): Uint8Array => pagefindWords(unpackWords(unpacked(content)));

/** Positions without the marks of weight, which Pagefind gives the words of a custom record and we do not. */
const unmarked = (pages: [number, number[], Cbor][]): Cbor =>
  pages.map(([page, positions, meta]) => [page, positions.filter((one) => one >= 0), meta]);

function decode(files: Map<string, Uint8Array>, wordsOf: typeof ourWords): Decoded {
  const entry = JSON.parse(new TextDecoder().decode(files.get('pagefind-entry.json')));
  const hash = entry.languages.und.hash as string;
  const meta = decodeCbor(unpacked(files.get(`pagefind.${hash}.pf_meta`)!)) as Cbor[];
  const [version, pages, chunks] = meta as [string, Cbor[], [string, string, string][]];
  const words = new Map<string, Cbor>();
  for (const [, , name] of chunks) {
    const content = wordsOf(files.get(`index/${name}.pf_index`)!);
    const [list] = decodeCbor(content) as [[string, never, Cbor][]];
    for (const [word, places, variants] of list) words.set(word, [unmarked(places), variants]);
  }
  assert.equal(entry.version, version);
  assert.equal(entry.languages.und.page_count, pages.length);
  return {
    version,
    pages: pages.length,
    ranges: chunks.map(([f, t]) => [f, t]),
    parts: meta,
    words,
  };
}

let theirs: Decoded;
let ours: Decoded;

before(async () => {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '40';
  const { index } = await createIndex({ forceLanguage: 'und', keepIndexUrl: true });
  for (const [number, text] of TEXTS.entries())
    await index!.addCustomRecord({
      url: `${number}.html`,
      content: tokensOf(text).join(' '),
      language: 'und',
    });
  const built = await index!.getFiles();
  theirs = decode(new Map(built.files.map(({ path, content }) => [path, content])), theirWords);

  const builder = new PostingsBuilder();
  for (const text of TEXTS) {
    builder.startPage();
    builder.addPairs(
      Array.from(text, (one) => one.codePointAt(0)!),
      0,
    );
  }
  const pages = TEXTS.map((text, number) => ({ id: String(number), words: tokensOf(text).length }));
  const chunks = [...wordChunks(builder.finish(), TEXTS.length, 20)];
  ours = decode(await pagefindFiles(pages, chunks), ourWords);
});

after(async () => {
  delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  await close();
});

test('the version is that of the Pagefind that is installed', () => {
  assert.equal(ours.version, theirs.version);
});

test('every word stands on the same pages at the same positions, in the same shape', () => {
  assert.deepEqual(ours.words, theirs.words);
});

test('the list of pages and chunks has the same shape', () => {
  const shape = (value: Cbor): unknown =>
    Array.isArray(value)
      ? value.slice(0, 1).map((one) => [shape(one), Array.isArray(one) && one.length])
      : typeof value;
  assert.equal(ours.parts.length, theirs.parts.length);
  for (const part of [0, 1, 2])
    assert.deepEqual(shape(ours.parts[part]!), shape(theirs.parts[part]!));
  assert.deepEqual(
    (ours.parts[1] as Cbor[][]).map(([, words]) => words),
    (theirs.parts[1] as Cbor[][]).map(([, words]) => words),
  );
});

test('every word is in the range of one chunk, and there are several', () => {
  assert.ok(ours.ranges.length > 3);
  for (const word of ours.words.keys()) {
    const within = ours.ranges.filter(
      ([from, to]) => word.slice(0, from.length) >= from && word.slice(0, to.length) <= to,
    );
    assert.equal(within.length, 1, word);
  }
});
