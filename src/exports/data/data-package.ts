/**
 * `datapackage.json`: every file of the data with its size and checksum, every table with its columns, as Frictionless
 * Data has it (specs.frictionlessdata.io/data-package, version 1). It lies at the site's root, since a package may name
 * no file above itself, and the JSON of an entry lies beside its page.
 */
import type { ValidLibrary } from '../../content/read-library.ts';
import { sitePath } from '../../views/urls.ts';
import type { Table } from './table.ts';
import { DATA_VERSION } from './version.ts';

export const PACKAGE = sitePath('datapackage.json');

export const LICENCE = {
  name: 'CC-BY-4.0',
  title: '知识共享 署名 4.0 国际（CC BY 4.0）',
  path: 'https://creativecommons.org/licenses/by/4.0/',
};

/** A file of the package. */
export interface Resource {
  /** Of one file, or of many that are one after another. */
  path: string | string[];
  /** Where it has no name of its own, its path says it. */
  name?: string;
  bytes?: number;
  /** `sha256:` and the sum in hex. */
  hash?: string;
  title?: string;
  mediatype?: string;
  encoding?: string;
  /** As Frictionless Data's pattern for compressed resources has it. */
  compression?: 'gz';
  table?: Table | undefined;
  /** Path of the JSON Schema that it keeps to. */
  jsonSchema?: string;
}

/** `policies/three-year-plan.json` → `policies.three-year-plan`: a resource's name has no slashes. */
const nameOf = ({ path, table }: Resource): string =>
  table?.name ??
  String(path)
    .replace(/^data\//u, '')
    .replace(/\.json$/u, '')
    .replaceAll('/', '.')
    .toLowerCase();

const fieldOf = (column: Table['columns'][number]) => ({
  ...column,
  ...(column.type === 'boolean' && { trueValues: ['是'], falseValues: ['否'] }),
});

const tabular = ({ columns, foreignKeys }: Table) => ({
  profile: 'tabular-data-resource',
  format: 'csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', lineTerminator: '\r\n', doubleQuote: true, header: true },
  schema: { fields: columns.map(fieldOf), missingValues: [''], foreignKeys },
});

function described(resource: Resource): object {
  const { name = nameOf(resource), path, table, ...about } = resource;
  return { name, path, ...about, ...(table && tabular(table)) };
}

/** @param resources in the order in which they are listed */
export function dataPackage({ config }: ValidLibrary, resources: readonly Resource[]): string {
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
  const head = JSON.stringify(whole).slice(0, -1);
  const lines = resources.map((resource) => JSON.stringify(described(resource)));
  return `${head},"resources":[\n${lines.join(',\n')}\n]}\n`;
}
