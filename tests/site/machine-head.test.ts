/** What programs read in the head of a page: what Zotero takes from a document, and that it all costs a reader little. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { addressFor, metaElements, structuredData } from '../../src/exports/head/page-facts.ts';
import { readValidLibrary } from '../../src/content/read-library.ts';
import { descriptionOf } from '../../src/views/entry/evidence.ts';
import { pagePath } from '../../src/views/urls.ts';
import { builtSite } from '../browser/site.ts';
import { builtPages, parsePage } from './built-pages.ts';

const REPLY = 'replies/2021-46.html';

test('Zotero reads a document as a report of its issuer', () => {
  const page = parsePage(REPLY);
  const tag = (name: string): string | null | undefined =>
    page.querySelector(`meta[name="${name}"]`)?.getAttribute('content');
  // HIGHWIRE_MAPPINGS of Zotero's translator “Embedded Metadata”; the institution makes the item a report.
  assert.equal(tag('citation_title'), '关于对市政协十四届五次会议提案第0272号的答复');
  assert.equal(tag('citation_author'), '常州市工业和信息化局');
  assert.equal(tag('citation_technical_report_institution'), '常州市工业和信息化局');
  assert.equal(tag('citation_technical_report_number'), '常工信复〔2021〕第46号');
  assert.equal(tag('citation_publication_date'), '2021/05/20');
  assert.equal(page.documentElement.getAttribute('lang'), 'zh-Hans');
});

test('every page names a picture that is there, with its size and its words', () => {
  for (const { path } of builtPages()) {
    const page = parsePage(path);
    if (!page.querySelector('meta[property="og:title"]')) continue;
    const tag = (name: string): string =>
      page.querySelector(`meta[property="og:image${name}"]`)!.getAttribute('content')!;
    assert.ok(existsSync(join(builtSite, posix.join(posix.dirname(path), tag('')))), path);
    assert.deepEqual([tag(':width'), tag(':height')], ['1200', '630']);
    assert.ok(tag(':alt').length > 0, path);
  }
  const picture = parsePage(REPLY).querySelector('meta[property="og:image"]');
  assert.equal(picture!.getAttribute('content'), '../library.png');
});

const META =
  /<meta (?:property="og:|name="(?:citation_|z:|Site|Column|Article|PubDate|ContentSource|Keywords))[^>]*>/gu;
const JSON_LD = /<script type="application\/ld\+json">.*?<\/script>/gsu;
/** Everything that stands in a page for programs alone; search engines show readers its description. */
const FOR_PROGRAMS = [
  / property="og:description"/gu,
  META,
  /<link rel="(?:canonical|alternate|search)"[^>]*>/gu,
  JSON_LD,
  /<dl class="other-forms".*?<\/dl>/gsu,
];
const BUDGET = 0.8 * 1024;
const size = (html: string): number => gzipSync(html).length;
const bare = (html: string): string =>
  FOR_PROGRAMS.reduce((page, tags) => page.replace(tags, ''), html);

test('what is for programs makes no page more than 0.8 KB larger, gzipped', () => {
  for (const { path, html } of builtPages()) {
    const more = size(html) - size(bare(html));
    assert.ok(more <= BUDGET, `${path}: ${more} bytes`);
  }
});

test('nor does it in a library with a public address', async () => {
  const address = 'https://gxj.example.gov.cn/library/';
  const { library, config } = await readValidLibrary('content');
  const site = { library, config: { ...config, address } };
  for (const entry of library.entries.values()) {
    const path = pagePath(entry.key);
    const html = readFileSync(join(builtSite, path), 'utf8');
    const facts = { site, path, title: entry.title, description: descriptionOf(entry), entry };
    const tags = metaElements(facts).map(
      ({ name, property, content }) =>
        `<meta${name ? ` name="${name}"` : ''}${property ? ` property="${property}"` : ''} content="${content}">`,
    );
    const head = [
      `<link rel="canonical" href="${addressFor(address, path, path)}">`,
      ...tags,
      `<link rel="search" type="application/opensearchdescription+xml" href="../opensearch.xml" title="${config.name}">`,
      `<script type="application/ld+json">${structuredData(facts)}</script>`,
    ].join('');
    const whole = html
      .replace(JSON_LD, '')
      .replace(META, (tag) => (tag.includes('og:type') ? head : ''));
    const more = size(whole) - size(bare(html));
    assert.ok(more <= BUDGET, `${path}: ${more} bytes`);
  }
});
