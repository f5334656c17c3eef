/** The forms of the built site are valid as a whole: Akoma Ntoso, the book, and the feed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { builtSite } from '../browser/site.ts';
import { checkEpub, schemaOf, xmlFaults } from '../forms/validators.ts';
import { builtFiles, builtPages } from './built-pages.ts';

test('every Akoma Ntoso file of the site is valid', (t) => {
  const files = builtFiles().filter((path) => path.endsWith('.akn.xml'));
  const schema = schemaOf('akomaNtoso', t);
  assert.ok(files.length > 0);
  assert.equal(
    xmlFaults(
      files.map((path) => join(builtSite, path)),
      schema,
    ),
    '',
  );
});

test('whatever is named inside a text in Akoma Ntoso is an anchor of its page', () => {
  for (const path of builtFiles().filter((file) => file.endsWith('.akn.xml'))) {
    const page = readFileSync(join(builtSite, path.replace('.akn.xml', '.html')), 'utf8');
    const text = readFileSync(join(builtSite, path), 'utf8').replace(/^[^]*?<\/meta>/u, '');
    const named = [...text.matchAll(/ eId="([^"]+)"/gu)].map(([, id]) => id!);
    assert.ok(named.length > 20);
    assert.deepEqual(
      named.filter((id) => !new RegExp(`\\sid="?${id}["\\s>]`, 'u').test(page)),
      [],
    );
  }
});

test('the book of the site has no error and no warning', () => {
  const { sound, said } = checkEpub(join(builtSite, 'library.epub'));
  assert.ok(sound, said);
});

/** RFC 4287: 4.1.1 for a feed, 4.1.2 for an entry; a name with `+` stands once or more often, others once. */
const REQUIRED = {
  feed: ['id', 'title', 'updated', 'author+', 'entry+'],
  entry: ['id', 'title', 'updated', 'link+'],
};
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u;

test('the feed keeps to the schema of RFC 4287', (t) => {
  assert.equal(xmlFaults([join(builtSite, 'atom.xml')], schemaOf('atom', t)), '');
});

test('the feed has what RFC 4287 requires, and leads to pages that are there', () => {
  const feed = parseXml(readFileSync(join(builtSite, 'atom.xml'), 'utf8')).root!;
  const childrenOf = (parent: XmlElement, name: string): XmlElement[] =>
    parent.children.filter(
      (child): child is XmlElement => child instanceof XmlElement && child.name === name,
    );
  const entries = childrenOf(feed, 'entry');
  assert.equal(feed.name, 'feed');
  assert.equal(feed.attributes['xmlns'], 'http://www.w3.org/2005/Atom');
  for (const element of [feed, ...entries])
    for (const name of REQUIRED[element.name as keyof typeof REQUIRED]) {
      const found = childrenOf(element, name.replace('+', ''));
      assert.ok(
        name.endsWith('+') ? found.length > 0 : found.length === 1,
        `${element.name} ${name}`,
      );
    }
  for (const element of [feed, ...entries]) {
    assert.match(childrenOf(element, 'updated')[0]!.text, DATE_TIME);
    assert.ok(URL.canParse(childrenOf(element, 'id')[0]!.text));
  }
  const ids = entries.map((entry) => childrenOf(entry, 'id')[0]!.text);
  assert.equal(new Set(ids).size, ids.length);
  const pages = new Set(builtPages().map(({ path }) => path));
  for (const entry of entries) {
    const link = childrenOf(entry, 'link').find(
      ({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate',
    );
    assert.ok(pages.has(link!.attributes['href']!), link?.attributes['href']);
  }
});
