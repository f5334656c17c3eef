/** Citation managers read the references as they are meant: parsed here by Citation.js. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { referenceTo } from '../../src/views/citation/citation.ts';
import { bibtex, cslJson, ris } from '../../src/views/citation/reference-formats.ts';
import { sampleLibrary as sample } from '../site/sample-library.ts';

const address = 'https://example.org/lib/';
const config = { id: 'sample', name: '文库', description: '说明', language: 'zh-Hans', address };
const reference = referenceTo({ library: sample, config }, sample.get('replies/one'));

interface Item {
  title: string;
  author: { literal?: string; family?: string }[];
  issued: { 'date-parts': number[][] };
  number?: string;
  URL: string;
}
const forms: [string, Item][] = [
  ['BibTeX', plugins.input.chain(bibtex(reference), {})[0] as Item],
  ['RIS', plugins.input.chain(ris(reference), {})[0] as Item],
  ['CSL-JSON', JSON.parse(cslJson(reference))[0] as Item],
];

for (const [name, item] of forms)
  test(`${name} says who, what, when and where`, () => {
    assert.equal(item.title, '关于提案的答复');
    assert.equal(item.author[0]!.literal ?? item.author[0]!.family, '市工信局');
    // Citation.js takes the year of RIS, and leaves its day.
    const known = name === 'RIS' ? '2021' : '2021-5-20';
    assert.equal(item.issued['date-parts'][0]!.join('-'), known);
    assert.equal(item.URL, `${address}replies/one.html`);
  });

test('BibTeX says the number where styles print it', () =>
  assert.match(bibtex(reference), /^ {2}note = \{工信复〔2021〕46号\},$/mu));

test('RIS says the day', () => assert.match(ris(reference), /^DA  - 2021\/05\/20\/\r$/mu));

test('a date that is not known is not said', () => {
  const unknown = { ...reference, date: [] };
  assert.doesNotMatch(bibtex(unknown), /year|date/u);
  assert.doesNotMatch(ris(unknown), /PY|DA/u);
  assert.equal(JSON.parse(cslJson(unknown))[0].issued, undefined);
});
