/** The graph alone: what entries there are, and which stated relation leads from one to another. */
import type { Collection, Entry, EntryKey, Library } from '../../library/types.ts';
import { pagePath, type SitePath } from '../../views/urls.ts';
import { DATA_VERSION } from './version.ts';

export interface GraphNode {
  id: EntryKey;
  collection: Collection;
  title: string;
  date?: string | undefined;
  page: SitePath;
}

/** A relation that leads from the entry that states it. */
export interface GraphEdge {
  from: EntryKey;
  to: EntryKey;
  /** The frontmatter field that states it. */
  field: string;
}

const nodeOf = ({ key, collection, title, date }: Entry): GraphNode => ({
  id: key,
  collection,
  title,
  date,
  page: pagePath(key),
});

/** @returns an entry's relations that it states itself */
export const edgesOf = (library: Library, key: EntryKey): GraphEdge[] =>
  library
    .related(key)
    .filter(({ direction }) => direction === 'out')
    .map(({ entry, field }) => ({ from: key, to: entry.key, field }));

/** @returns the whole graph, in the order of the lists */
export function graphOf(library: Library): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const entries = [...library.entries.values()];
  return {
    nodes: entries.map(nodeOf),
    edges: entries.flatMap(({ key }) => edgesOf(library, key)),
  };
}

/** @returns JSON of `nodes` and `edges`, one a line, so that a change of one entry shows as one line */
export function graphJson(library: Library): string {
  const { nodes, edges } = graphOf(library);
  return `{"version":"${DATA_VERSION}","nodes":[\n${lines(nodes)}\n],"edges":[\n${lines(edges)}\n]}\n`;
}

const lines = (items: object[]): string => items.map((item) => JSON.stringify(item)).join(',\n');
