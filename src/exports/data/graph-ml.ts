/**
 * The graph as GraphML (graphml.graphdrawing.org), which Gephi, yEd, Cytoscape and NetworkX open. Gephi shows the
 * attribute `label` beside a node, and takes `kind` for colours.
 */
import { xml, xmlText, XML_DECLARATION } from '../markup.ts';
import type { Library } from '../../library/types.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { graphOf } from './graph.ts';
import { DATA_VERSION } from './version.ts';

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns';
const NODE_KEYS = ['label', 'kind', 'collection', 'date', 'page'];

const keys = (target: 'node' | 'edge' | 'graph', names: readonly string[]): string[] =>
  names.map((name) =>
    xml('key', {
      id: `${target}-${name}`,
      for: target,
      'attr.name': name,
      'attr.type': 'string',
    }),
  );

const datum = (target: 'node' | 'edge' | 'graph', name: string, value?: string): string =>
  value === undefined ? '' : xml('data', { key: `${target}-${name}` }, xmlText(value));

/** @returns the file's text; every attribute has its type, every edge its number */
export function graphMl(library: Library): string {
  const { nodes, edges } = graphOf(library);
  const parts = [
    datum('graph', 'version', DATA_VERSION),
    ...nodes.map(({ id, title, collection, date, page }) => {
      const values = [title, collectionLabels[collection], collection, date, page];
      const data = NODE_KEYS.map((name, i) => datum('node', name, values[i]));
      return xml('node', { id }, data.join(''));
    }),
    ...edges.map(({ from, to, field }, i) =>
      xml('edge', { id: `e${i + 1}`, source: from, target: to }, datum('edge', 'label', field)),
    ),
  ];
  const graph = xml('graph', { id: 'library', edgedefault: 'directed' }, `\n${parts.join('\n')}\n`);
  const head = [
    ...keys('graph', ['version']),
    ...keys('node', NODE_KEYS),
    ...keys('edge', ['label']),
  ];
  return `${XML_DECLARATION}${xml('graphml', { xmlns: NAMESPACE }, `\n${[...head, graph].join('\n')}\n`)}\n`;
}
