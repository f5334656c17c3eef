/**
 * The graph of the library: what entries there are, and which stated relation leads from one to another. As JSON; as JSON-LD,
 * in schema.org's terms and, for relations, those of Dublin Core (dublincore.org), since schema.org has no relation between
 * any two things; and as GraphML (graphml.graphdrawing.org), which Gephi, yEd, Cytoscape and NetworkX open.
 */
import type { ValidLibrary } from '../../content/read-library.ts';
import type { Collection, Entry, EntryKey, Library } from '../../library/types.ts';
import { descriptionOf } from '../../views/entry/evidence.ts';
import { pagePath, sitePath, type SitePath } from '../../views/urls.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { addressFor, typedEntry, type Thing } from '../head/structured-data.ts';
import { onLines, x, xmlFile, type XmlChild } from '../xml.ts';
import { DATA_VERSION } from './entry-record.ts';

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
export function graphJson({ library }: ValidLibrary): string {
  const { nodes, edges } = graphOf(library);
  return `{"version":"${DATA_VERSION}","nodes":[\n${lines(nodes)}\n],"edges":[\n${lines(edges)}\n]}\n`;
}

const lines = (items: object[]): string => items.map((item) => JSON.stringify(item)).join(',\n');

/** Where the JSON-LD lies: without a public address, its ids are relative to this. */
export const GRAPH_JSON_LD = sitePath('data/graph.jsonld');

const CONTEXT = {
  '@vocab': 'https://schema.org/',
  dcterms: 'http://purl.org/dc/terms/',
  url: { '@type': '@id' },
  legislationLegalForce: { '@type': '@id' },
};

/** Relations that say more than that there is one. */
const RELATIONS: Record<string, string> = {
  partOf: 'dcterms:isPartOf',
  replaces: 'dcterms:replaces',
  replacedBy: 'dcterms:isReplacedBy',
  subjects: 'dcterms:subject',
};

function relationsOf(site: ValidLibrary, key: EntryKey, isLegislation: boolean): Thing {
  const relations: Record<string, { '@id': string }[]> = {};
  for (const { to, field } of edgesOf(site.library, key)) {
    const issued = field === 'issuers' && isLegislation;
    const name = issued ? 'legislationPassedBy' : (RELATIONS[field] ?? 'dcterms:relation');
    (relations[name] ??= []).push({ '@id': idOf(site, to) });
  }
  return relations;
}

const idOf = ({ config }: ValidLibrary, key: EntryKey): string =>
  addressFor(config.address, GRAPH_JSON_LD, pagePath(key));

/** @returns JSON-LD, one entry a line; its context is in it, so that it is read without a network */
export function graphJsonLd(site: ValidLibrary): string {
  const things = [...site.library.entries.values()].map((entry) => {
    const thing = typedEntry(site, entry);
    return JSON.stringify({
      '@id': idOf(site, entry.key),
      ...thing,
      name: entry.title,
      alternateName: entry.aliases.length > 0 ? entry.aliases : undefined,
      description: descriptionOf(entry),
      url: idOf(site, entry.key),
      ...relationsOf(site, entry.key, thing['@type'] === 'Legislation'),
    });
  });
  const head = `{"@context":${JSON.stringify(CONTEXT)},"dcterms:hasVersion":"${DATA_VERSION}"`;
  return `${head},"@graph":[\n${things.join(',\n')}\n]}\n`;
}

const NODE_KEYS = ['label', 'kind', 'collection', 'date', 'page'];

type GraphPart = 'graph' | 'node' | 'edge';

const keys = (part: GraphPart, names: readonly string[]): XmlChild[] =>
  names.map((name) =>
    x('key', { id: `${part}-${name}`, for: part, 'attr.name': name, 'attr.type': 'string' }),
  );

const datum = (part: GraphPart, name: string, value: string | undefined): XmlChild[] =>
  value === undefined ? [] : [x('data', { key: `${part}-${name}` }, value)];

/** @returns the file's text; every attribute has its type, every edge its number. Gephi takes `label` and `kind` for names and colours. */
export function graphMl({ library }: ValidLibrary): string {
  const { nodes, edges } = graphOf(library);
  const parts = [
    ...datum('graph', 'version', DATA_VERSION),
    ...nodes.map(({ id, title, collection, date, page }) => {
      const values = [title, collectionLabels[collection], collection, date, page];
      return x(
        'node',
        { id },
        NODE_KEYS.flatMap((name, i) => datum('node', name, values[i])),
      );
    }),
    ...edges.map(({ from, to, field }, i) =>
      x('edge', { id: `e${i + 1}`, source: from, target: to }, datum('edge', 'label', field)),
    ),
  ];
  const children = [
    ...keys('graph', ['version']),
    ...keys('node', NODE_KEYS),
    ...keys('edge', ['label']),
    x('graph', { id: 'library', edgedefault: 'directed' }, onLines(parts)),
  ];
  const xmlns = 'http://graphml.graphdrawing.org/xmlns';
  return xmlFile(x('graphml', { xmlns }, onLines(children)));
}
