/** The graph as GraphML is the graph, as a reader of it takes it in. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { builtSite } from '../browser/site.ts';
import { xmlFaults } from '../forms/validators.ts';

const path = (name: string): string => join(builtSite, 'data', name);
const graph = JSON.parse(readFileSync(path('graph.json'), 'utf8')) as {
  nodes: { id: string; title: string }[];
  edges: { from: string; to: string; field: string }[];
};
const root = parseXml(readFileSync(path('graph.graphml'), 'utf8')).root!;
const childrenOf = (parent: XmlElement, name: string): XmlElement[] =>
  parent.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && child.name === name,
  );
const [inside] = childrenOf(root, 'graph') as [XmlElement];
const datum = (element: XmlElement, key: string): string | undefined =>
  childrenOf(element, 'data').find(({ attributes }) => attributes['key'] === key)?.text;

test('GraphML has the nodes and edges of the graph', () => {
  assert.equal(xmlFaults([path('graph.graphml')]), '');
  assert.equal(root.attributes['xmlns'], 'http://graphml.graphdrawing.org/xmlns');
  assert.deepEqual(
    childrenOf(inside, 'node').map((node) => [node.attributes['id'], datum(node, 'node-label')]),
    graph.nodes.map(({ id, title }) => [id, title]),
  );
  assert.deepEqual(
    childrenOf(inside, 'edge').map((edge) => [
      edge.attributes['source'],
      edge.attributes['target'],
      datum(edge, 'edge-label'),
    ]),
    graph.edges.map(({ from, to, field }) => [from, to, field]),
  );
});

test('every attribute of GraphML is declared, with a type, for what bears it', () => {
  const keys = new Map(
    childrenOf(root, 'key').map(({ attributes }) => [attributes['id'], attributes]),
  );
  for (const { attributes } of childrenOf(root, 'key'))
    assert.equal(attributes['attr.type'], 'string');
  for (const kind of ['node', 'edge'])
    for (const element of childrenOf(inside, kind))
      for (const { attributes } of childrenOf(element, 'data'))
        assert.equal(keys.get(attributes['key'])?.['for'], kind);
});
