/** Odd titles, dates and characters leave every form well-formed, valid and safe. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { akomaNtoso } from '../../src/exports/akoma-ntoso.ts';
import { structuredData } from '../../src/exports/head/page-facts.ts';
import { markdown } from '../../src/exports/markdown.ts';
import { plainText } from '../../src/exports/plain-text.ts';
import type { Library } from '../../src/library/types.ts';
import { descriptionOf } from '../../src/views/entry/evidence.ts';
import { pagePath } from '../../src/views/urls.ts';
import { entryOf, libraryOf } from '../site/sample-library.ts';
import { exportedFiles } from './exported-files.ts';
import { oddLibrary } from './odd-library.ts';
import { checkEpub, schemaOf, xmlFaults } from './validators.ts';

const site = oddLibrary('https://example.org/lib/');
const folder = mkdtempSync(join(tmpdir(), 'forms-'));
test.after(() => rmSync(folder, { recursive: true }));
const files = await exportedFiles(site);
for (const [path, content] of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
const named = (ending: string): string[] => [...files.keys()].filter((p) => p.endsWith(ending));
const text = (path: string): string => String(files.get(path));
/** The only document of a library, as a form writes it. */
const written = (write: typeof markdown, library: Library): string =>
  write({ ...site, library }, [...library.entries.values()][0]!);

test('every XML file is well-formed', () => {
  assert.equal(named('.xml').length, 6);
  assert.equal(xmlFaults(named('.xml').map((path) => join(folder, path))), '');
});

test('every Akoma Ntoso file is valid', (t) => {
  const schema = schemaOf('akomaNtoso', t);
  assert.equal(
    xmlFaults(
      named('.akn.xml').map((path) => join(folder, path)),
      schema,
    ),
    '',
  );
  const akn = text('policies/marks.akn.xml');
  assert.match(akn, /<article eId="a1">/u);
  assert.match(akn, /甲 &amp; 乙 &lt; 丙/u);
  assert.match(akn, /𠮷𡘙/u);
  assert.doesNotMatch(akn, /\u0007/u);
});

test('an item that stands in the first paragraph of an article is a point of it, under the id of its page', () => {
  const articles = text('policies/marks.akn.xml').match(/<article[^]*?<\/article>/gu)!;
  assert.equal(articles.length, 2);
  const points = [...articles[1]!.matchAll(/<point eId="([^"]+)">\s*<num>([^<]+)</gu)];
  assert.deepEqual(
    points.map(([, id, number]) => [id, number]),
    [
      ['a2-k1-x1', '（一）'],
      ['a2-k1-x2', '（二）'],
    ],
  );
});

test('the articles of a chapter that is no element of its own are elements all the same', () => {
  const body = '\\\\#\\\\# 第一章 总则\n\n第一条 甲。\n\n\\\\#\\\\# 第二章 附则\n\n第二条 乙。';
  const library = libraryOf(entryOf('policies/chapters', 'title: 章名前有记号', body));
  assert.deepEqual(
    [...written(akomaNtoso, library).matchAll(/<article eId="([^"]+)"/gu)].map(([, id]) => id),
    ['a1', 'a2'],
  );
});

test('the book has no error and no warning', () => {
  const { sound, said } = checkEpub(join(folder, 'library.epub'));
  assert.ok(sound, said);
});

test('the feed tells what has a day, newest first, and what is undated by the day it was added', () => {
  const feed = text('atom.xml');
  const days = [...feed.matchAll(/<entry>.*?<updated>(.*?)<\/updated>/gsu)].map(([, day]) => day);
  assert.deepEqual(days, [
    '2024-02-29T00:00:00+08:00',
    '2021-03-01T00:00:00+08:00',
    '2021-01-01T00:00:00+08:00',
  ]);
  assert.doesNotMatch(feed, /只有名称的条目/u);
});

test('BibTeX keeps the characters of TeX as characters', () => {
  assert.match(text('policies/formula.bib'), /number = \{常\\\{发\\\}\\_1\\%号\}/u);
  assert.match(text('policies/formula.bib'), /author = \{\{某局 \\& 某委\}\}/u);
});

test('RIS is lines of two letters each, and CSL-JSON says the title and the date as they are known', () => {
  const lines = named('.ris').flatMap((path) => text(path).split('\r\n').slice(0, -1));
  for (const line of lines) assert.match(line, /^[A-Z][A-Z0-9] {2}- \P{Cc}*$/u);
  assert.ok(lines.some((line) => /^TI {2}- 甲 & 乙 <b> "引号" '单' +铃$/u.test(line)));
  assert.ok(lines.includes('DA  - 2021/03//'));
  const [marks] = JSON.parse(text('policies/marks.csl.json'));
  assert.equal(marks.title, site.library.get('policies/marks').title);
  assert.deepEqual(marks.issued, { 'date-parts': [[2021]] });
  assert.equal(JSON.parse(text('policies/undated.csl.json'))[0].issued, undefined);
});

test('what programs are told of the library is its name and addresses', () => {
  assert.match(text('opensearch.xml'), /<ShortName>文库 &amp; &lt;名><\/ShortName>/u);
  assert.match(text('opensearch.xml'), /template="https:\/\/example\.org\/lib\/search\.html\?q=/u);
  const places = [...text('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/gu)].map(([, url]) => url!);
  for (const { key } of site.library.entries.values())
    assert.ok(places.includes(`https://example.org/lib/${pagePath(key)}`), key);
  assert.match(text('llms.txt'), /\[甲 & 乙 \\<b\\> "引号" '单' 铃\]\(https:\/\/example\.org\//u);
  assert.doesNotMatch(text('llms.txt'), /[^\P{Cc}\n]/u);
});

test('plain text holds no control character', () => {
  for (const path of [...named('.txt'), ...named('.md')])
    assert.doesNotMatch(text(path), /\u0007/u, path);
  assert.match(text('policies/marks.txt'), /^\uFEFF甲 & 乙 <b> "引号" '单' 铃\n/u);
});

test('lists keep their numbers and their depth as plain text, Markdown and Akoma Ntoso; columns how they are set', () => {
  const body =
    '5. 甲\n6. 乙\n   - 丙\n   - 丁\n7. 戊，R&D\n\n| 列 | 数 |\n| --- | ---: |\n| 己 | 1 |';
  const library = libraryOf(entryOf('policies/list', 'title: 有列项的文件', body));
  const plain = plainText([...library.entries.values()][0]!);
  const marked = written(markdown, library);
  const xml = written(akomaNtoso, library);
  assert.ok(plain.includes('\n5. 甲\n6. 乙\n- 丙\n- 丁\n7. 戊，R&D\n列\t数\n'), plain);
  const lists =
    '\n5. 甲\n\n6. 乙\n\n   - 丙\n\n   - 丁\n\n7. 戊，R\\&D\n\n| 列 | 数 |\n| - | -: |\n';
  assert.ok(marked.includes(lists), marked);
  assert.deepEqual(
    [...xml.matchAll(/<li value="(\d+)"/gu)].map(([, n]) => n),
    ['5', '6', '7'],
  );
});

test('the map of the site names 数据', () => {
  assert.match(text('sitemap.xml'), /<loc>https:\/\/example\.org\/lib\/data\.html<\/loc>/u);
});

test('Markdown shows marks as they are written', () => {
  const twin = text('policies/marks.md');
  assert.match(twin, /^# 甲 & 乙 \\<b> /u);
  assert.match(twin, /\\\*星号\\\*/u);
  assert.match(twin, /\| =1\+1 \| 值 \|/u);
});

test('no title ends the script that holds JSON-LD', () => {
  const entry = site.library.get('policies/marks');
  const page = {
    site,
    path: pagePath(entry.key),
    title: entry.title,
    description: descriptionOf(entry),
    entry,
  };
  const data = structuredData(page)!;
  assert.doesNotMatch(data, /</u);
  const [thing] = JSON.parse(data)['@graph'];
  assert.deepEqual([thing.name, thing.legislationDate], [entry.title, '2021']);
});

test('a page without a summary describes itself', () => {
  const { library } = site;
  assert.equal(descriptionOf(library.get('policies/undated')), '全文只有一句。');
  assert.equal(descriptionOf(library.get('terms/bare')), '术语：只有名称的条目');
});

test('without an address, nothing that needs one is written', async () => {
  const paths = [...(await exportedFiles(oddLibrary())).keys()];
  assert.ok(paths.includes('atom.xml'));
  assert.ok(!paths.includes('sitemap.xml') && !paths.includes('opensearch.xml'));
});
