/** The index that is written here, and the one that Pagefind's own builder makes of the same words. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { decode as decodeCbor } from 'cborg';
import { close, createIndex } from 'pagefind';
import { page } from '../../../tests/search-fixtures/record.ts';
import { SIGNATURE } from '../format/index-files.ts';
import { pointsOf, tokensOf } from '../format/tokens.ts';
import { buildIndex } from './build-index.ts';
import { Postings, pagefindFiles } from './pagefind-files.ts';
import { pagefindRuntime } from './pagefind-package.ts';

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

/** Positions without the marks of weight, which Pagefind gives the words of a custom record and we do not. */
const unmarked = (pages: [number, number[], Cbor][]): Cbor =>
  pages.map(([number, positions, meta]) => [number, positions.filter((one) => one >= 0), meta]);

function decode(files: Map<string, Uint8Array>): Decoded {
  const entry = JSON.parse(new TextDecoder().decode(files.get('pagefind-entry.json')));
  const hash = entry.languages.und.hash as string;
  const parts = decodeCbor(unpacked(files.get(`pagefind.${hash}.pf_meta`)!)) as Cbor[];
  const [version, pages, chunks] = parts as [string, Cbor[], [string, string, string][]];
  const words = new Map<string, Cbor>();
  for (const [, , name] of chunks) {
    const content = unpacked(files.get(`index/${name}.pf_index`)!);
    const [list] = decodeCbor(content) as [[string, never, Cbor][]];
    for (const [word, places, variants] of list) words.set(word, [unmarked(places), variants]);
  }
  assert.equal(entry.version, version);
  assert.equal(entry.languages.und.page_count, pages.length);
  const ranges = chunks.map(([from, to]): [string, string] => [from, to]);
  return { version, pages: pages.length, ranges, parts, words };
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
  theirs = decode(new Map(built.files.map(({ path, content }) => [path, content])));

  const postings = new Postings();
  for (const [page, text] of TEXTS.entries()) postings.addPairs(page, pointsOf(text), 0);
  const pages = TEXTS.map((text, number) => ({ id: String(number), words: tokensOf(text).length }));
  ours = decode(await pagefindFiles(pages, postings.words(), 20));
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

test('Pagefind as it comes from its package opens a whole index as it lies, and finds by tokens', async () => {
  const files = await buildIndex([
    page('policies/a.html', '甲办法', ['产业链和集群，集群和产业链。']),
    page('policies/b.html', '乙办法', ['产业集群。']),
  ]);
  const base = 'http://index.test/pagefind/';
  globalThis.fetch = async (address) => {
    const content = files.get(
      new URL(String(address), base).href.slice(base.length).split('?')[0]!,
    );
    return content ? new Response(content.slice()) : new Response('', { status: 404 });
  };
  const code = Buffer.from(await pagefindRuntime()).toString('base64');
  const { createInstance } = await import(`data:text/javascript;base64,${code}`);
  const pagefind = createInstance({ basePath: base, noWorker: true, language: 'und' });
  const found = async (query: string): Promise<string[]> =>
    (await pagefind.search(`"${tokensOf(query).join(' ')}"`)).results.map(
      ({ id }: { id: string }) => id,
    );
  assert.deepEqual(await found('产业链'), ['0']);
  assert.deepEqual((await found('集群')).sort(), ['0', '1']);
  assert.deepEqual(await found('业集'), ['1']);
  assert.deepEqual(await found('没有'), []);
});
