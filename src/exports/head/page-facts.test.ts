/** What Zotero's translator “Embedded Metadata” reads of a document's page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf, libraryOf } from '../../../tests/site/sample-library.ts';
import type { EntryKey } from '../../library/types.ts';
import { pagePath } from '../../views/urls.ts';
import { metaElements, type PageFacts } from './page-facts.ts';

const library = libraryOf(
  entryOf(
    'policies/notice',
    'title: 关于某某的通知\ndate: 2021-03\nissuers: [city, bureau]\nnumber: 某发〔2021〕3号',
    '某发〔2021〕3号，2021年3月，甲市人民政府和乙市财政局印发。',
  ),
  entryOf('policies/rules', 'title: 某市某某条例', '第一条 本条例自公布之日起施行。'),
  entryOf('policies/named', 'title: 只有名称的文件'),
  entryOf('organisations/city', 'title: 甲市人民政府'),
  entryOf('organisations/bureau', 'title: 乙市财政局'),
);

function pageOf(key: EntryKey, address?: string): PageFacts {
  const config = { id: 'lib', name: '文库', description: '说明', language: 'zh-Hans' };
  const entry = library.get(key);
  const site = { library, config: address ? { ...config, address } : config };
  return { site, path: pagePath(key), title: entry.title, description: '说明', entry };
}

/** @returns the tags of an entry's page that it reads, by name */
function tagsOf(key: EntryKey, address?: string): Record<string, string[]> {
  const page = pageOf(key, address);
  // It reads the name of a tag, and the property of one that has no name.
  const tags = metaElements(page)
    .map(({ name, property, content }) => ({ name: name ?? property!, content }))
    .filter(({ name }) => /^(?:citation_|z:|og:url$)/u.test(name));
  return Object.fromEntries(
    tags.map(({ name }) => [
      name,
      tags.filter((tag) => tag.name === name).map(({ content }) => content),
    ]),
  );
}

test('a document is a report of its issuers, with its number, and the date as far as it is known', () =>
  assert.deepEqual(tagsOf('policies/notice', 'https://example.org/lib/'), {
    citation_title: ['关于某某的通知'],
    citation_author: ['甲市人民政府', '乙市财政局'],
    citation_publication_date: ['2021/03'],
    citation_technical_report_institution: ['甲市人民政府'],
    citation_technical_report_number: ['某发〔2021〕3号'],
    'og:url': ['https://example.org/lib/policies/notice.html'],
  }));

test('without a known issuer it is a report all the same, and no article of a journal', () =>
  assert.deepEqual(tagsOf('policies/rules'), {
    citation_title: ['某市某某条例'],
    'z:itemType': ['report'],
  }));

test('a page about a document is a web page', () => {
  assert.deepEqual(tagsOf('policies/named'), {});
});

test('Open Graph has the title of every page once, that of a document under its other name', () => {
  for (const key of ['policies/notice', 'policies/named'] as const) {
    const said = metaElements(pageOf(key)).filter(({ property }) => property === 'og:title');
    assert.deepEqual(
      said.map(({ content }) => content),
      [library.get(key).title],
    );
  }
});
