/**
 * Exactness as others read: in a reader view, in what turns HTML into text, in a browser without the styles. Every
 * sentence of every document stands there unbroken, and a page less what is the editors' is the text itself.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Readability } from '@mozilla/readability';
import { convert } from 'html-to-text';
import { parseHTML } from 'linkedom';
import type { Browser, Page } from 'puppeteer-core';
import { contentFolder } from '../../src/content/content-folder.ts';
import type { Entry, Library } from '../../src/library/types.ts';
import { isDocument } from '../../src/views/known-fields.ts';
import { renderDocument } from '../../src/views/rendering/document.ts';
import { readEntry } from '../../src/content/read-entry.ts';
import { readValidLibrary } from '../../src/content/read-library.ts';
import { linkLibrary } from '../../src/library/graph.ts';
import { builtSite, launchBrowser } from '../browser/site.ts';
import { entryOf } from './sample-library.ts';

const REPLY = 'replies/2021-46.html';
const CORPUS = resolve('../shared/corpus');
const CORPUS_TEXTS = 20;

/** A document, and its page as it is delivered. */
interface Delivered {
  name: string;
  document: Entry;
  html: string;
}

const compact = (text: string): string => text.replaceAll(/\s/gu, '');

/** What ends like a sentence, each without white space. */
const sentencesOf = ({ blocks }: Entry): string[] =>
  blocks
    .flatMap(({ text }) => text.split(/(?<=[。；！？])/u))
    .map(compact)
    .filter((sentence) => /[。；！？：]$/u.test(sentence));

/** The reply's page with the text of another document in place of its own. */
function framed(library: Library, document: Entry): Delivered {
  const page = readFileSync(join(builtSite, REPLY), 'utf8');
  const [head, , tail] = page.split(/(?<=<article[^>]*>)|(?=<\/article>)/u);
  return { name: document.key, document, html: head! + renderDocument(library, document) + tail! };
}

/** Every document of this library that has text. */
const ownDocuments = (library: Library): Delivered[] =>
  [...library.entries.values()]
    .filter((entry) => isDocument(entry) && entry.blocks.length > 0)
    .map((document) => ({
      name: document.key,
      document,
      html: readFileSync(join(builtSite, `${document.key}.html`), 'utf8'),
    }));

/** Laws as they are imported: Markdown without marks. */
function corpusDocuments(): Delivered[] {
  const files = readdirSync(CORPUS)
    .filter((file) => /^\d+\.md$/u.test(file))
    .sort()
    .filter((_, i) => i % 10 === 0)
    .slice(0, CORPUS_TEXTS);
  return files.map((file) => {
    const text = readFileSync(join(CORPUS, file), 'utf8').replaceAll(/^#+ .*$/gmu, '');
    const source = new TextEncoder().encode(`---\ntitle: 文件${file}\n---\n\n${text}`);
    const { entry } = readEntry('policies', `policies/c${file}`, source);
    assert.ok(entry, file);
    return framed(linkLibrary([entry]).library, entry);
  });
}

/** What is hard on the eyes: many notes, a long one, notes on short neighbours and in a table and a list, marks. */
function hardDocument(): Delivered {
  const matters = Array.from({ length: 40 }, (_, i) => `第${i + 101}项事项`);
  const notes = [
    ...matters.map((on) => `  - { "on": ${on}, note: 照录。 }`),
    `  - { "on": 长注, note: ${'编者的话，'.repeat(120)} }`,
    ...['短一', '短二', '短三', '格中', '项中'].map((on) => `  - { "on": ${on}, note: 邻注。 }`),
  ];
  const body = [
    `${matters.join('，')}。工作机制照旧；**工作**机制不变。`,
    '长注的一段。',
    '短一。',
    '短二。',
    '短三。',
    '| 事项 | 数 |\n| --- | --: |\n| 格中的字。 | 1000亿元； |',
    '- 项中的字；\n- 面积5m<sup>2</sup>，H<sub>2</sub>O。',
    '按《试验文件》第0272号和“七个一”[机制](term:mechanism)办理。',
  ];
  const document = entryOf(
    'policies/hard',
    ['title: 试验文件', 'notes:', ...notes].join('\n'),
    body.join('\n\n'),
  );
  const term = entryOf('terms/mechanism', 'title: 工作机制\nsummary: 一种机制。');
  return framed(linkLibrary([document, term]).library, document);
}

const parse = (html: string): Document => parseHTML(html).document as unknown as Document;

const READERS: [name: string, read: (html: string) => string][] = [
  ['a reader view', (html) => new Readability(parse(html)).parse()?.textContent ?? ''],
  [
    'an HTML-to-text library',
    (html) =>
      convert(html, {
        wordwrap: false,
        selectors: [{ selector: 'a', options: { ignoreHref: true } }],
      }),
  ],
];

describe('the texts as others read them', () => {
  let browser: Browser;
  let page: Page;
  let documents: Delivered[];
  before(async () => {
    const { library } = await readValidLibrary(contentFolder());
    documents = [...ownDocuments(library), hardDocument()];
    if (existsSync(CORPUS)) documents.push(...corpusDocuments());
    else console.log(`${CORPUS} is not there: laws of other places are not read.`);
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
  });
  after(() => browser.close());

  const assertUnbroken = ({ name, document }: Delivered, read: string): void => {
    const found = compact(read);
    const broken = sentencesOf(document).filter((sentence) => !found.includes(sentence));
    assert.deepEqual(broken, [], name);
  };

  test('there are documents, and sentences in them', () => {
    assert.ok(documents.length >= 2);
    for (const { document, name } of documents) assert.ok(sentencesOf(document).length > 0, name);
  });

  for (const [name, read] of READERS)
    test(`every sentence stands unbroken in ${name}`, () => {
      for (const delivered of documents) assertUnbroken(delivered, read(delivered.html));
    });

  test('every sentence stands unbroken in a browser without styles', async () => {
    for (const delivered of documents) {
      await page.setContent(delivered.html.replaceAll(/<link[^>]*>/gu, ''));
      assertUnbroken(delivered, await page.evaluate(() => document.body.innerText));
    }
  });

  test('a text less what is the editors’ is the text, to the character', () => {
    for (const { name, document, html } of documents) {
      const article = parse(html).querySelector('article')!;
      for (const element of article.querySelectorAll('[data-editorial]')) element.remove();
      for (const block of document.blocks)
        assert.equal(article.querySelector(`[id="${block.id}"]`)?.textContent, block.text, name);
      assert.equal(article.textContent, document.blocks.map(({ text }) => text).join(''), name);
    }
  });
});
