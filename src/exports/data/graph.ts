/**
 * The graph of the library: what entries there are, and which stated relation leads from one to another. As JSON, and as GraphML
 * (graphml.graphdrawing.org), which Gephi, yEd, Cytoscape and NetworkX open.
 */
import { z } from 'zod';
import type { ValidLibrary } from '../../content/read-library.ts';
import { date, entryKey, text } from '../../content/schemas/values.ts';
import { COLLECTIONS, type EntryKey, type Library, type Quotation } from '../../library/types.ts';
import { pagePath } from '../../views/urls.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { markup, onLines, xmlFile, type Markup } from '../markup.ts';
import { DATA_VERSION, pageSchema, versionSchema } from './records.ts';

/** A relation that leads from the entry that states it; `field` is that of the frontmatter. */
interface Edge {
  from: EntryKey;
  to: EntryKey;
  field: string;
  quotation?: Quotation | undefined;
}

/** @returns an entry's relations that it states itself */
export const edgesOf = (library: Library, key: EntryKey): Edge[] =>
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
      edgesOf(library, key).map(({ from, to, field }) => ({ from, to, field })),
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

/** @returns one entry and one relation of the graph, as they stand in its JSON */
export function graphExample({ library }: ValidLibrary): string {
  const { nodes, edges } = graphOf(library);
  return [nodes[0], edges[0]].flatMap((item) => (item ? [JSON.stringify(item)] : [])).join('\n');
}

/** What of a graph, a node or an edge is told, and under which name. */
const KEYS = {
  graph: ['version'],
  node: ['label', 'kind', 'collection', 'date', 'page'],
  edge: ['label'],
} as const;

/** @param values as many as there are keys; those that are undefined are left out */
const dataOf = (part: keyof typeof KEYS, values: (string | undefined)[]): Markup[] =>
  KEYS[part].flatMap((name, i) =>
    values[i] === undefined ? [] : [markup`<data key="${part}-${name}">${values[i]}</data>`],
  );

/** @returns the file's text; every attribute has its type, every edge its number. Gephi takes `label` and `kind` for names and colours. */
export function graphMl({ library }: ValidLibrary): string {
  const { nodes, edges } = graphOf(library);
  const keys = (['graph', 'node', 'edge'] as const).flatMap((part) =>
    KEYS[part].map(
      (name) =>
        markup`<key id="${part}-${name}" for="${part}" attr.name="${name}" attr.type="string" />`,
    ),
  );
  const parts = [
    ...dataOf('graph', [DATA_VERSION]),
    ...nodes.map(({ id, title, collection, date: day, page }) => {
      const data = dataOf('node', [title, collectionLabels[collection], collection, day, page]);
      return markup`<node id="${id}">${data}</node>`;
    }),
    ...edges.map(({ from, to, field }, i) => {
      const data = dataOf('edge', [field]);
      return markup`<edge id="e${String(i + 1)}" source="${from}" target="${to}">${data}</edge>`;
    }),
  ];
  const graph = markup`<graph id="library" edgedefault="directed">${onLines(parts)}</graph>`;
  const xmlns = 'http://graphml.graphdrawing.org/xmlns';
  return xmlFile(markup`<graphml xmlns="${xmlns}">${onLines([...keys, graph])}</graphml>`);
}
