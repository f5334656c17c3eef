/**
 * `datapackage.json` lists every file of data with size and checksum, and every table with its columns, as Frictionless
 * Data has it (specs.frictionlessdata.io/data-package, version 1); it lies at the site's root, since a package may name no
 * file above itself.
 */
import { sha256 } from '../../content/read-entry.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { DATA_VERSION } from './records.ts';
import { LICENCE, type Table } from './tables.ts';

/** A file that is exported. */
export interface ExportedFile {
  path: string;
  /** What the page 数据 says of it; none for a file that only programs ask for by its name. */
  title?: string;
  mediaType: string;
  table?: Table;
  /** The path of its JSON Schema. */
  schema?: string;
  content: () => string | Uint8Array | Promise<string | Uint8Array>;
}

/** `policies/three-year-plan.json` → `policies.three-year-plan`: a resource's name has no slashes. */
const nameOf = ({ path, table }: ExportedFile): string =>
  table?.name ??
  path
    .replace(/^data\/|\.json$/gu, '')
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

async function resource(file: ExportedFile): Promise<string> {
  const content = await file.content();
  return JSON.stringify({
    name: nameOf(file),
    path: file.path,
    bytes: Buffer.byteLength(content),
    hash: `sha256:${sha256(content)}`,
    title: file.title,
    mediatype: file.mediaType,
    jsonSchema: file.schema,
    ...(file.table && tabular(file.table)),
  });
}

/** @returns the text of `datapackage.json`, one file a line */
export async function dataPackage(
  { config }: ValidLibrary,
  files: readonly ExportedFile[],
): Promise<string> {
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
  const lines = await Promise.all(files.map(resource));
  return `${JSON.stringify(whole).slice(0, -1)},"resources":[\n${lines.join(',\n')}\n]}\n`;
}
