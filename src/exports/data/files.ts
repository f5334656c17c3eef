/** Which files of data a site has, and what each holds. */
import { createHash } from 'node:crypto';
import type { Entry, EntryKey } from '../../library/types.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import type { LibraryConfig } from '../../content/schemas/library.ts';
import { sitePath, type SitePath } from '../../views/urls.ts';
import { dataPackage, PACKAGE, type Resource } from './data-package.ts';
import { entryRecord, recordPath } from './entry-record.ts';
import { GRAPH_JSON_LD, graphJsonLd } from './graph-json-ld.ts';
import { graphMl } from './graph-ml.ts';
import { graphJson } from './graph.ts';
import { jsonSchemas, schemaName } from './json-schemas.ts';
import { csvOf, type Table } from './table.ts';
import { TABLES } from './tables.ts';
import { textResources } from './text-resources.ts';
import { textsFile, textsPath } from './texts.ts';

type Content = string | Uint8Array;

/** A file that speaks of the whole library. */
export interface DataFile {
  path: SitePath;
  title: string;
  mediaType: string;
  table?: Table;
  /** The name of its JSON Schema. */
  schema?: string;
  content: (site: ValidLibrary) => Content;
}

const ofTable = (table: Table): DataFile => ({
  path: sitePath(`data/${table.name}.csv`),
  title: table.title,
  mediaType: 'text/csv',
  table,
  content: ({ library }) => csvOf(table, library),
});

/** The tables, which every library has. */
export const TABLE_FILES = TABLES.map(ofTable);

/** The files of a library's data, in the order of their list. */
export const dataFilesOf = (config: LibraryConfig): DataFile[] => [
  ...TABLE_FILES,
  {
    path: sitePath('data/graph.json'),
    title: '全部条目和它们之间的关系',
    mediaType: 'application/json',
    schema: 'graph',
    content: ({ library }) => graphJson(library),
  },
  {
    path: GRAPH_JSON_LD,
    title: '同上，JSON-LD（schema.org 和 Dublin Core）',
    mediaType: 'application/ld+json',
    schema: 'graph-json-ld',
    content: graphJsonLd,
  },
  {
    path: sitePath('data/graph.graphml'),
    title: '同上，GraphML（Gephi、Cytoscape、yEd）',
    mediaType: 'application/graphml+xml',
    content: ({ library }) => graphMl(library),
  },
  {
    path: textsPath(config),
    title: `${config.compressedForms ? '答复和政策以外的条目的' : '全部'}正文，逐段，一行一个条目（JSON Lines，gzip 压缩）`,
    mediaType: 'application/gzip',
    schema: 'texts',
    content: textsFile,
  },
];

const recordText = ({ library }: ValidLibrary, entry: Entry): string =>
  `${JSON.stringify(entryRecord(library, entry), null, 1)}\n`;

function* describedFiles(
  site: ValidLibrary,
): Generator<[path: string, Content, Partial<Resource>]> {
  for (const { path, title, mediaType, table, schema, content } of dataFilesOf(site.config))
    yield [
      path,
      content(site),
      { title, mediatype: mediaType, table, ...(schema && { jsonSchema: schemaName(schema) }) },
    ];
  for (const [name, content] of jsonSchemas())
    yield [schemaName(name), content, { mediatype: 'application/schema+json' }];
  for (const entry of site.library.entries.values())
    yield [recordPath(entry.key), recordText(site, entry), { jsonSchema: schemaName('entry') }];
}

/**
 * @returns each file of data in turn, its path from the site's root and its content, made when it is asked for; the
 *   data package, which has the checksums of the others, is the last
 */
export function* dataFiles(site: ValidLibrary): Generator<[path: string, content: Content]> {
  const resources: Resource[] = [];
  for (const [path, content, about] of describedFiles(site)) {
    const hash = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    resources.push({ path, bytes: Buffer.byteLength(content), hash, ...about });
    yield [path, content];
  }
  yield [PACKAGE, dataPackage(site, [...resources, ...textResources(site)])];
}

/**
 * One file of data, and no other made for it but by the data package, which has the checksums of all.
 * @param path from the site's root
 * @returns nothing where there is none of that path
 */
export function dataFile(site: ValidLibrary, path: string): Content | undefined {
  const ofAll = dataFilesOf(site.config).find((file) => file.path === path);
  if (ofAll) return ofAll.content(site);
  const schema = jsonSchemas().find(([name]) => schemaName(name) === path);
  if (schema) return schema[1];
  const entry = site.library.entries.get(path.replace(/\.json$/u, '') as EntryKey);
  if (entry && recordPath(entry.key) === path) return recordText(site, entry);
  return path === PACKAGE ? [...dataFiles(site)].at(-1)![1] : undefined;
}
