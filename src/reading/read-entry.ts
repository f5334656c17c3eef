/** One file to one entry. */
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { z } from 'zod';
import {
  COLLECTIONS,
  type Collection,
  type Entry,
  type EntryKey,
  type Problem,
  type Quotation,
  type Relation,
} from '../library/types.ts';
import { say, type Said } from '../problems/registry.ts';
import { schemas } from '../schemas/index.ts';
import { commonFields, id as idSchema } from '../schemas/shared.ts';
import { parseBody } from './body.ts';
import { decode } from './decode.ts';
import { parseFrontmatter, parseYaml } from './frontmatter.ts';
import { checkSchema } from './schema-faults.ts';

type Data = Record<string, unknown>;
type RelationItem = string | { id: string; quote: string; in?: EntryKey };

/** Relations that say more than that there is one: read before the collections' own. */
const SUCCESSION: [string, Collection][] = [
  ['replaces', 'policies'],
  ['replacedBy', 'policies'],
];

/** Relations that fields other than the collections' own names state. */
const OTHER_RELATIONS: Record<string, Collection> = {
  issuers: 'organisations',
  partOf: 'measures',
  subjects: 'terms',
};

function relationsOf(data: Data, usual: EntryKey | ''): Relation[] {
  const read = (
    field: string,
    collection: Collection,
    item: RelationItem,
    path: Relation['path'],
  ) => {
    const to: EntryKey = `${collection}/${typeof item === 'string' ? item : item.id}`;
    if (typeof item === 'string') return { to, field, path };
    const quotation = { in: item.in ?? (usual as EntryKey), quote: item.quote };
    return { to, field, path, quotation };
  };
  const stated: [string, Collection][] = [
    ...SUCCESSION,
    ...COLLECTIONS.map((name): [string, Collection] => [name, name]),
    ...Object.entries(OTHER_RELATIONS),
  ];
  return stated.flatMap(([field, collection]) => {
    const value = data[field] as RelationItem | RelationItem[] | undefined;
    if (value === undefined) return [];
    if (!Array.isArray(value)) return [read(field, collection, value, [field])];
    return value.map((item, i) => read(field, collection, item, [field, i]));
  });
}

/** Figures and statements name their document only where it is neither the one of the evidence nor the entry itself. */
function figures<T>(data: Data, field: string, usual: EntryKey | ''): T[] {
  const items = [(data[field] as Data | Data[] | undefined) ?? []].flat();
  return items.map((item) => ({ in: usual, ...item }) as T);
}

/** Lists that an entry keeps beside its fields. */
const LISTED = ['awards', 'targets', 'notes', 'pageBreaks', 'subjects'];

function ownFields(data: Data, collection: Collection): Data {
  const shared = new Set([...Object.keys(commonFields), ...LISTED]);
  if (collection === 'measures') shared.add('status');
  return Object.fromEntries(Object.entries(data).filter(([name]) => !shared.has(name)));
}

const lineFinder =
  (yaml: string): Entry['lineOf'] =>
  (path) =>
    parseYaml(yaml, 1).lineOf(path);

/**
 * Reads one entry.
 * @param file path relative to the content folder, `measures/open-supply-chain.mdx`
 * @param bytes the file's content
 * @returns the entry as far as it could be read, and every problem in this file alone
 */
export function readEntry(
  collection: Collection,
  file: string,
  bytes: Uint8Array,
): { entry: Entry | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const fail = (line: number, said: Said) => {
    problems.push({ file, line, ...said });
    return { entry: null, problems };
  };
  let source: string;
  try {
    source = decode(bytes);
  } catch {
    return fail(1, say('not-utf8'));
  }
  const id = basename(file, extname(file));
  if (!idSchema.safeParse(id).success) fail(1, say('id-not-ascii', { id }));
  if (!source.trim()) return fail(1, say('file-empty'));
  const head = parseFrontmatter(source);
  if (!head) return fail(1, say('frontmatter-missing'));
  for (const error of head.errors) fail(error.line, say('yaml-syntax', { reason: error.message }));
  const { blocks, containers, faults } = parseBody(
    head.body,
    extname(file) === '.mdx' ? 'mdx' : 'md',
  );
  for (const fault of faults) problems.push({ file, ...fault });
  if (problems.length) return { entry: null, problems };

  const checked = checkSchema(schemas[collection] as z.ZodType<Data>, head.data ?? {});
  for (const { path, ...said } of checked.faults) fail(head.lineOf(path), said);
  const { data } = checked;
  if (!data) return { entry: null, problems };

  const evidence = (data.evidence as Quotation[] | undefined) ?? [];
  const own: EntryKey | '' = blocks.length ? `${collection}/${id}` : '';
  const usual = evidence[0]?.in ?? own;
  const optional = ['summary', 'date', 'dateText', 'order'].filter(
    (name) => data[name] !== undefined,
  );
  const entry = {
    ...Object.fromEntries(optional.map((name) => [name, data[name]])),
    key: `${collection}/${id}`,
    collection,
    id,
    file,
    title: data.title,
    aliases: data.aliases ?? [],
    relations: relationsOf(data, usual),
    evidence,
    external: data.external ?? [],
    awards: figures(data, 'awards', usual),
    targets: figures(data, 'targets', usual),
    statements: collection === 'measures' ? figures(data, 'status', usual) : [],
    notes: data.notes ?? [],
    pageBreaks: data.pageBreaks ?? [],
    fields: ownFields(data, collection),
    data,
    blocks,
    containers,
    digest: createHash('sha256').update(bytes).digest('hex'),
    // Asked for faults alone: the YAML's tree, larger than all else of a short entry, is not kept for it.
    lineOf: lineFinder(head.yaml),
  } as Entry;
  return { entry, problems };
}
