/** One file to one entry. */
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { z } from 'zod';
import { parseBody } from './body.ts';
import { decode } from './content-folder.ts';
import { parseFrontmatter, parseYaml } from './frontmatter.ts';
import { checkSchema } from './schema-faults.ts';
import { commonFields } from './schemas/common-fields.ts';
import { schemas } from './schemas/index.ts';
import { id as idSchema, LONGEST_ID } from './schemas/values.ts';
import { type Said, say } from '../library/problems/registry.ts';
import {
  type Collection,
  COLLECTIONS,
  type Entry,
  type EntryKey,
  type Problem,
  type Quotation,
  type Relation,
} from '../library/types.ts';
import { forbiddenCharacter, isDeviceName } from '../text/safe-text.ts';

type Data = Record<string, unknown>;

/** Figures and statements name their document only where it is neither the one of the evidence nor the entry itself. */
function figures<T>(data: Data, field: string, usual: EntryKey | ''): T[] {
  const items = [(data[field] as Data | Data[] | undefined) ?? []].flat();
  return items.map((item) => ({ in: usual, ...item }) as T);
}

/** Lists that an entry keeps beside its fields. */
const LISTED = ['awards', 'targets', 'notes', 'pageBreaks', 'subjects', 'laterValidity'];

function ownFields(data: Data, collection: Collection): Data {
  const shared = new Set([...Object.keys(commonFields), ...LISTED]);
  if (collection === 'measures') shared.add('status');
  return Object.fromEntries(Object.entries(data).filter(([name]) => !shared.has(name)));
}

/** The YAML last asked about: the faults of an entry come one after another. */
let last: { yaml: string; lineOf: Entry['lineOf'] } | undefined;

const lineFinder =
  (yaml: string): Entry['lineOf'] =>
  (path) => {
    if (last?.yaml !== yaml) last = { yaml, lineOf: parseYaml(yaml, 1).lineOf };
    return last.lineOf(path);
  };

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
  const hidden = forbiddenCharacter(source);
  if (hidden) return fail(hidden.line, say('character-forbidden', { character: hidden.character }));
  const id = basename(file, extname(file));
  if (isDeviceName(id)) fail(1, say('id-of-device', { id }));
  else if (id.length > LONGEST_ID) fail(1, say('id-too-long', { id, most: LONGEST_ID }));
  else if (!idSchema.safeParse(id).success) fail(1, say('id-not-ascii', { id }));
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
    laterValidity: data.laterValidity ?? [],
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

// The relations that an entry's frontmatter states, each with the field that states it.

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

/**
 * The relations that an entry states.
 * @param data its frontmatter, as the schema let it pass
 * @param usual the document that a quotation without `in` stands in; empty where there is none
 */
export function relationsOf(data: Data, usual: EntryKey | ''): Relation[] {
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
