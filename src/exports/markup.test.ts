import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXml } from '@rgrove/parse-xml';
import { element, markup, onLines, xmlFile } from './markup.ts';

test('what is put into a template is words, whatever they hold; markup stays markup', () => {
  const odd = 'a & b <c> "d" ]]> \u0007\uD800e';
  const inner = markup`<b>${odd}</b>`;
  const file = xmlFile(markup`<r a="${odd}">${[inner, false]}</r>`);
  const { root } = parseXml(file);
  const read = 'a & b <c> "d" ]]> e';
  assert.deepEqual({ ...root?.attributes }, { a: read });
  assert.equal(root?.text, read);
});

test('an element without content is closed at once, and attributes without value are left out', () => {
  assert.equal(element('p', { id: 'p1', class: undefined }).text, '<p id="p1" />');
  assert.equal(element('p', {}, ['甲', markup`<br />`]).text, '<p>甲<br /></p>');
});

test('each stands on a line of its own', () => {
  assert.equal(onLines([markup`<a />`, markup`<b />`]).text, '\n<a />\n<b />\n');
  assert.equal(onLines([]).text, '');
});
