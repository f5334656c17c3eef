import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSite } from '../../../tests/search-fixtures/read-site.ts';
import { withNames } from './names.ts';
import { readPage } from '../../../tests/search-fixtures/read-page.ts';

const HEAD = '<meta name="library:kind" content="政策"><meta name="library:title" content="通知">';
const html = (main: string, head = HEAD) =>
  `<!doctype html><html><head>${head}</head><body><nav data-unit="导航">栏目</nav><main>${main}</main></body></html>`;

const texts = (main: string) =>
  readPage('policies/a.html', html(main))!.stretches.map((stretch) =>
    stretch.map(({ id, label, text }) => `${label}#${id}:${text}`),
  );

test('a page without library:kind is not indexed', () => {
  assert.equal(readPage('about.html', html('<p data-unit="段">字</p>', '')), undefined);
});

test('units of a flow are one text; a note inside it and units outside stand alone', () => {
  const page = `<h1 data-unit="标题" id="t">通知</h1>
    <article data-flow><p data-unit="第1段" id="p1">甲<a href="x">乙</a></p>
    <aside data-editorial><p data-unit="校注" id="n1">注</p></aside>
    <p data-unit="第2段" id="p2">丙</p></article><p data-unit="摘要" id="s">丁</p>`;
  assert.deepEqual(texts(page), [
    ['标题#t:通知'],
    ['第1段#p1:甲乙', '第2段#p2:丙'],
    ['校注#n1:注'],
    ['摘要#s:丁'],
  ]);
});

test('what is not to be indexed, and units inside units, are left out of a text', () => {
  const page = `<div data-unit="外" id="a">头<span data-unindexed>3</span><div data-unit="内" id="b">里</div>尾<script>x</script></div>`;
  assert.deepEqual(texts(page), [['外#a:头尾'], ['内#b:里']]);
});

test('what stands in <head> becomes the record; what is absent is absent', () => {
  const head = `${HEAD}<meta name="library:alias" content="甲"><meta name="library:alias" content="乙"><meta name="library:year" content="2020"><meta name="library:year" content="2021"><meta name="library:date" content="2021-03">`;
  const record = readPage('policies/a.html', html('<p data-unit="段" id="p">字</p>', head))!;
  assert.deepEqual(record.aliases, ['甲', '乙']);
  assert.deepEqual(record.years, ['2020', '2021']);
  assert.deepEqual(record.levels, []);
  assert.equal(record.date, '2021-03');
  assert.equal(record.validity, undefined);
  assert.equal(record.official, false);
});

test('names that the page does not print can be found all the same', () => {
  const record = readPage(
    'policies/a.html',
    html(
      '<p data-unit="段" id="p">甲办法</p>',
      `${HEAD}<meta name="library:alias" content="甲办法"><meta name="library:number" content="〔2021〕1号">`,
    ),
  )!;
  const added = withNames(record).stretches.slice(1).flat();
  assert.deepEqual(added, [
    { id: '', label: '标题', text: '通知' },
    { id: '', label: '文号', text: '〔2021〕1号' },
  ]);
});

test('pages that break the contract are refused, all of them named, with the remedy', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'read-site-'));
  try {
    await writeFile(join(folder, 'a.html'), html('<p>没有单元</p>'));
    await writeFile(
      join(folder, 'b.html'),
      html('<p data-unit="段">字</p>', '<meta name="library:kind" content="政策">'),
    );
    await writeFile(join(folder, 'c.html'), html('<p data-unit="段">字</p>'));
    await assert.rejects(readSite(folder), /a\.html: no text to index[^]*b\.html: .*library:title/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
