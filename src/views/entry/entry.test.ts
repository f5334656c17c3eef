import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  entryOf,
  libraryOf,
  sampleLibrary as library,
} from '../../../tests/site/sample-library.ts';
import { outlineOf } from '../document/outline.ts';
import { keyFigures } from '../key-figures/key-figures.ts';
import { ancestorsOf, measureNode } from '../measures/measures.ts';
import { collectionLabels } from '../wording/labels.ts';
import { quotedPassages } from './evidence.ts';
import { relatedGroups } from './relations.ts';

const relatedTo = (key: 'policies/plan' | 'measures/projects') =>
  relatedGroups(library, library.get(key)).map(({ collection, items }) => [
    collectionLabels[collection],
    items.map((item) => item.entry.title),
  ]);

test('a policy shows what is known, where from, and what is not', () => {
  assert.deepEqual(
    keyFigures(library, library.get('policies/plan')).map(({ label, values, source }) => [
      label,
      values[0],
      source,
    ]),
    [
      ['文号', '常发〔2020〕9号', '外部资料，待核实'],
      ['发文机关', '不详', undefined],
      ['日期', '2020年8月', undefined],
      ['有效性', '不详', undefined],
      ['层级', '市', undefined],
    ],
  );
  assert.deepEqual(relatedTo('policies/plan'), [['集群', ['新材料']]]);
});

test('a measure shows its whole above and its parts below, not again as relations', () => {
  const whole = library.get('measures/projects');
  assert.deepEqual(
    measureNode(library, whole)?.parts.map((part) => part.entry.title),
    ['首批项目'],
  );
  assert.deepEqual(
    relatedTo('measures/projects').map(([label]) => label),
    ['政策'],
  );
  assert.deepEqual(ancestorsOf(library, library.get('measures/first')), [whole]);
});

test('a document has an outline and no quotations of itself', () => {
  const reply = library.get('replies/one');
  assert.deepEqual(
    outlineOf(library, reply).map(({ text, id }) => [text, id]),
    [['一、加快培育', 's1']],
  );
  assert.deepEqual(quotedPassages(library, reply), []);
});

test('of an entry of which only the title is known nothing is 不详', () => {
  const bare = libraryOf(entryOf('policies/bare', 'title: 某规定'));
  const entry = bare.get('policies/bare');
  assert.deepEqual(
    [keyFigures(bare, entry), quotedPassages(bare, entry), relatedGroups(bare, entry)],
    [[], [], []],
  );
});
