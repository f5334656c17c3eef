/**
 * The files that hold the library as data: the whole of it in `data/`, each with its JSON Schema where it has one, and a JSON
 * beside every page. `datapackage.json` lists them all with size and checksum, and every table with its columns, as Frictionless
 * Data has it (specs.frictionlessdata.io/data-package, version 1); it lies at the site's root, since a package may name no
 * file above itself.
 */
import { createHash } from 'node:crypto';
import type { ValidLibrary } from '../../content/read-library.ts';
import { sitePath, type SitePath } from '../../views/urls.ts';
import { pathBeside } from '../documents.ts';
import { DATA_VERSION, recordText } from './entry-record.ts';
import { graphJson, GRAPH_JSON_LD, graphJsonLd, graphMl } from './graph.ts';
import { jsonSchemas, schemaPath } from './json-schemas.ts';
import { csvOf, LICENCE, tablePath, TABLES, type Table } from './tables.ts';
import { textsFile } from './texts.ts';

type Content = string | Uint8Array;

export interface DataFile {
  path: SitePath;
  /** What the page 数据 says of it; none for a file that stands there otherwise. */
  title?: string;
  mediaType: string;
  table?: Table;
  /** The path of its JSON Schema. */
  schema?: SitePath;
  content: (site: ValidLibrary) => Content | Promise<Content>;
}

/** The files that speak of the whole library, in the order of their list. */
export const LIBRARY_DATA: readonly DataFile[] = [
  ...TABLES.map((table) => ({
    path: tablePath(table.name),
    title: table.title,
    mediaType: 'text/csv',
    table,
    content: ({ library }: ValidLibrary) => csvOf(table, library),
  })),
  {
    path: sitePath('data/graph.json'),
    title: '全部条目和它们之间的关系',
    mediaType: 'application/json',
    schema: schemaPath('graph'),
    content: graphJson,
  },
  {
    path: GRAPH_JSON_LD,
    title: '同上，JSON-LD（schema.org 和 Dublin Core）',
    mediaType: 'application/ld+json',
    schema: schemaPath('graph-json-ld'),
    content: graphJsonLd,
  },
  {
    path: sitePath('data/graph.graphml'),
    title: '同上，GraphML（Gephi、Cytoscape、yEd）',
    mediaType: 'application/graphml+xml',
    content: graphMl,
  },
  {
    path: sitePath('data/texts.jsonl.gz'),
    title: '全部正文，逐段，一行一个条目（JSON Lines，gzip 压缩）',
    mediaType: 'application/gzip',
    schema: schemaPath('texts'),
    content: textsFile,
  },
];

const SCHEMAS: readonly DataFile[] = jsonSchemas().map(([path, text]) => ({
  path,
  mediaType: 'application/schema+json',
  content: () => text,
}));

/** The files in the folder `data/`. */
export const DATA_FOLDER: readonly DataFile[] = [...LIBRARY_DATA, ...SCHEMAS];

const records = ({ library }: ValidLibrary): DataFile[] =>
  [...library.entries.values()].map((entry) => ({
    path: pathBeside(entry, 'json'),
    mediaType: 'application/json',
    schema: schemaPath('entry'),
    content: () => recordText(library, entry),
  }));

/** `policies/three-year-plan.json` → `policies.three-year-plan`: a resource's name has no slashes. */
const nameOf = ({ path, table }: DataFile): string =>
  table?.name ??
  path
    .replace(/^data\//u, '')
    .replace(/\.json$/u, '')
    .replaceAll('/', '.')
    .toLowerCase();

const tabular = ({ columns, foreignKeys }: Table) => ({
  profile: 'tabular-data-resource',
  format: 'csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', lineTerminator: '\r\n', doubleQuote: true, header: true },
  schema: {
    fields: columns.map((column) => ({
      ...column,
      ...(column.type === 'boolean' && { trueValues: ['是'], falseValues: ['否'] }),
    })),
    missingValues: [''],
    foreignKeys,
  },
});

/** A file as the package names it. */
async function resource(site: ValidLibrary, file: DataFile): Promise<string> {
  const content = await file.content(site);
  const hash = createHash('sha256').update(content).digest('hex');
  return JSON.stringify({
    name: nameOf(file),
    path: file.path,
    bytes: Buffer.byteLength(content),
    hash: `sha256:${hash}`,
    title: file.title,
    mediatype: file.mediaType,
    jsonSchema: file.schema,
    ...(file.table && tabular(file.table)),
  });
}

/** @returns the text of `datapackage.json`, one file a line */
export async function dataPackage(site: ValidLibrary): Promise<string> {
  const { config } = site;
  const whole = {
    profile: 'data-package',
    name: config.id,
    title: config.name,
    description: config.description,
    version: DATA_VERSION,
    homepage: config.address,
    licenses: [LICENCE],
    contributors: [{ title: config.publisher ?? config.name, role: 'publisher' }],
  };
  const lines: string[] = [];
  for (const file of [...DATA_FOLDER, ...records(site)]) lines.push(await resource(site, file));
  return `${JSON.stringify(whole).slice(0, -1)},"resources":[\n${lines.join(',\n')}\n]}\n`;
}
