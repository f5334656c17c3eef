/**
 * The graph of the library: what entries there are, and which stated relation leads from one to another. As JSON, and as GraphML
 * (graphml.graphdrawing.org), which Gephi, yEd, Cytoscape and NetworkX open.
 */
import { z } from 'zod';
import type { ValidLibrary } from '../../content/read-library.ts';
import { date, entryKey, text } from '../../library/schemas/values.ts';
import { COLLECTIONS, type EntryKey, type Library } from '../../library/types.ts';
import { pagePath } from '../../views/urls.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { markup, onLines, xmlFile } from '../markup.ts';
import { DATA_VERSION, pageSchema, versionSchema } from './records.ts';

/** @returns an entry's relations that it states itself; `field` is that of the frontmatter */
export const edgesOf = (library: Library, key: EntryKey) =>
  library
    .related(key)
    .filter(({ direction }) => direction === 'out')
    .map(({ entry, field, quotation }) => ({ from: key, to: entry.key, field, quotation }));

/** The whole graph, in the order of the lists. */
function graphOf(library: Library) {
  const entries = [...library.entries.values()];
  return {
    nodes: entries.map(({ key, collection, title, date: day }) => ({
      id: key,
      collection,
      title,
      date: day,
      page: pagePath(key),
    })),
    edges: entries.flatMap(({ key }) =>
      edgesOf(library, key).map(({ quotation: _, ...edge }) => edge),
    ),
  };
}

export const graphSchema = z.strictObject({
  version: versionSchema,
  nodes: z
    .array(
      z.strictObject({
        id: entryKey,
        collection: z.enum(COLLECTIONS),
        title: text,
        date: date.optional(),
        page: pageSchema,
      }),
    )
    .describe('条目'),
  edges: z
    .array(z.strictObject({ from: entryKey, to: entryKey, field: text }))
    .describe('关系，从写明它的条目出发；field 是关系的种类'),
});

/** @returns JSON of `nodes` and `edges`, one a line, so that a change of one entry shows as one line */
export function graphJson({ library }: ValidLibrary): string {
  const { nodes, edges } = graphOf(library);
  const lines = (items: object[]): string => items.map((item) => JSON.stringify(item)).join(',\n');
  return `{"version":"${DATA_VERSION}","nodes":[\n${lines(nodes)}\n],"edges":[\n${lines(edges)}\n]}\n`;
}

/** What is told of a node, in this order. Gephi takes `label` and `kind` for names and colours. */
const NODE_KEYS = ['label', 'kind', 'collection', 'date', 'page'] as const;

/** @returns the file's text; every attribute has its type, every edge its number */
export function graphMl({ library }: ValidLibrary): string {
  const { nodes, edges } = graphOf(library);
  const parts = [
    ...nodes.map(({ id, title, collection, date: day, page }) => {
      const values = {
        label: title,
        kind: collectionLabels[collection],
        collection,
        date: day,
        page,
      };
      const data = NODE_KEYS.map(
        (name) => values[name] && markup`<data key="node-${name}">${values[name]}</data>`,
      );
      return markup`<node id="${id}">${data}</node>`;
    }),
    ...edges.map(
      ({ from, to, field }, i) =>
        markup`<edge id="e${i + 1}" source="${from}" target="${to}"><data key="edge-label">${field}</data></edge>`,
    ),
  ];
  const keys = [...NODE_KEYS.map((name) => ['node', name]), ['edge', 'label']].map(
    ([of, name]) =>
      markup`<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="string" />`,
  );
  const graph = markup`<graph id="library" edgedefault="directed">${onLines(parts)}</graph>`;
  return xmlFile(
    markup`<graphml xmlns="http://graphml.graphdrawing.org/xmlns">${onLines([...keys, graph])}</graphml>`,
  );
}
