/** What search takes from the graph is what the built pages show: the same pages, texts, anchors, labels and particulars. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { contentFolder } from '../../src/content/content-folder.ts';
import { readValidLibrary } from '../../src/content/read-library.ts';
import { recordsOf } from '../../src/search/build/records.ts';
import type { PageRecord, Unit } from '../../src/search/format/index-files.ts';
import { builtSite } from '../browser/site.ts';
import type { ShownPage } from '../search-fixtures/read-page.ts';
import { readSite } from '../search-fixtures/read-site.ts';

/** A unit in one line. Spaces between list items are the page's, and no search looks at them. */
const line = ({ id, label, text }: Unit): string => `${id} ${label} ${text.replace(/\s/gu, '')}`;
const isQuotation = ({ label }: Unit): boolean => label === '原文';

let pages: Map<string, ShownPage>;
let records: PageRecord[];

before(async () => {
  pages = new Map((await readSite(builtSite)).map((page) => [page.url, page]));
  const { library } = await readValidLibrary(contentFolder());
  records = recordsOf(library);
});

test('every page of an entry has a record, and nothing else has', () => {
  assert.deepEqual(records.map(({ url }) => url).sort(), [...pages.keys()].sort());
});

test('a record holds the words of its page, under the anchors and labels of the page, but for quotations', () => {
  for (const { url, texts } of records) {
    const shown = pages.get(url)!.texts.map((units) => units.filter((one) => !isQuotation(one)));
    const lines = (list: Unit[][]) =>
      list
        .filter((units) => units.length > 0)
        .map((units) => units.map(line).join('\n'))
        .sort();
    assert.deepEqual(lines(texts), lines(shown), url);
  }
});

test('the particulars of a record are those that its page shows', () => {
  for (const { url, title, kind, number, validity, official, about } of records) {
    const page = pages.get(url)!;
    assert.deepEqual(
      [title, kind, number, official].map((one) => String(one).replace(/\s/gu, '')),
      [page.title, page.kind, page.number, page.official].map((one) =>
        String(one).replace(/\s/gu, ''),
      ),
      url,
    );
    assert.equal(validity, page.validity, url);
    // Clusters and chains show no date of their own.
    if (page.dateText !== undefined) assert.ok(about.split(' · ').includes(page.dateText), url);
  }
});

test('every quotation on a page is known by the words of the document that it quotes', () => {
  const texts = new Map(records.map((record) => [record.url, record.texts.flat()]));
  let compared = 0;
  for (const { url, quotations: all } of records) {
    const quotations = all.filter(({ anchor }) => anchor !== '');
    const shown = pages.get(url)!.texts.flat().filter(isQuotation);
    assert.deepEqual(
      quotations.map(({ anchor }) => anchor).sort(),
      shown.map(({ id }) => id).sort(),
    );
    for (const { anchor, url: quoted, unit, start, end } of quotations) {
      const words = texts
        .get(quoted)!
        .find(({ id }) => id === unit)!
        .text.slice(start, end);
      const printed = shown.find(({ id }) => id === anchor)!.text.replaceAll('……', '');
      assert.equal(words, printed, `${url}#${anchor}`);
      compared++;
    }
  }
  assert.ok(compared > 50);
});
