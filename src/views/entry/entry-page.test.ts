import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryPage } from './entry-page.ts';
import {
  entryOf,
  libraryOf,
  sampleLibrary as library,
} from '../../../tests/site/sample-library.ts';

test('a policy shows what is known, where from, and what is not', () => {
  const page = entryPage({ library }, 'policies/plan');
  assert.deepEqual(
    page.figures.map(({ label, parts, source }) => [label, parts[0]?.text, source]),
    [
      ['文号', '常发〔2020〕9号', '外部资料，待核实'],
      ['发文机关', '不详', undefined],
      ['日期', '2020年8月', undefined],
      ['有效性', '不详', undefined],
      ['层级', '市', undefined],
    ],
  );
  assert.deepEqual(
    page.external.map(({ unverified, url }) => [unverified, url]),
    [[true, undefined]],
  );
  assert.deepEqual(
    page.related.map(({ label, items }) => [label, items.map((item) => item.text)]),
    [['集群', ['新材料']]],
  );
});

test('a measure shows its whole above and its parts below, not again as relations', () => {
  const whole = entryPage({ library }, 'measures/projects');
  assert.deepEqual(
    whole.parts.map((part) => part.entry.title),
    ['首批项目'],
  );
  assert.deepEqual(
    whole.related.map(({ label }) => label),
    ['政策'],
  );
  const part = entryPage({ library }, 'measures/first');
  assert.deepEqual(
    part.breadcrumb.map((link) => [link.text, link.href]),
    [
      ['举措', '../measures.html'],
      ['招引项目', 'projects.html'],
    ],
  );
});

test('a document has an outline and no quotations of itself', () => {
  const { document, quotations } = entryPage({ library }, 'replies/one');
  assert.deepEqual(
    document?.outline.map(({ text, id }) => [text, id]),
    [['一、加快培育', 's1']],
  );
  assert.deepEqual(quotations, []);
});

test('an entry of which only the title is known has a page', () => {
  const bare = libraryOf(entryOf('policies/bare', 'title: 某规定'));
  const page = entryPage({ library: bare }, 'policies/bare');
  assert.deepEqual(
    [page.figures, page.quotations, page.related, page.mentions.count, page.external],
    [[], [], [], 0, []],
  );
  assert.equal(page.bare, true);
});
