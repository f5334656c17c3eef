/** One file to one entry. */
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { z } from 'zod';
import { parseBody } from './body.ts';
import { decode } from './content-folder.ts';
import { parseFrontmatter } from './frontmatter.ts';
import { checkSchema } from './schema-faults.ts';
import { ownFields, schemas } from '../library/schemas/index.ts';
import { id as idSchema, LONGEST_ID } from '../library/schemas/values.ts';
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

/** @returns the SHA-256 of bytes, or of a text in UTF-8, in lower-case hexadecimal figures */
export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/**
 * Reads one entry.
 * @param file path relative to the content folder, `measures/open-supply-chain.mdx`
 * @param bytes the file's content
 * @returns the entry, or every problem in this file alone
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
  const source = decode(bytes);
  if (source === null) return fail(1, say('not-utf8'));
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
  const body = parseBody(head.body, extname(file) === '.mdx' ? 'mdx' : 'md');
  for (const { line, ...said } of body.faults) fail(line, said);
  if (problems.length) return { entry: null, problems };

  const checked = checkSchema(schemas[collection] as z.ZodType<Data>, head.data ?? {});
  for (const { path, ...said } of checked.faults) fail(head.lineOf(path), said);
  if (!checked.data) return { entry: null, problems };
  const { blocks, tree } = body;
  const key: EntryKey = `${collection}/${id}`;
  const particulars = particularsOf(checked.data, collection, blocks.length ? key : '');
  const read = { key, collection, id, file, digest: sha256(bytes), blocks, ...(tree && { tree }) };
  return { entry: { ...read, ...particulars, lineOf: head.lineOf } as Entry, problems };
}

/**
 * What the frontmatter says of an entry.
 * @param own its key where it is a document, which a quotation without `in` may stand in
 */
function particularsOf(data: Data, collection: Collection, own: EntryKey | '') {
  const evidence = (data.evidence as Quotation[] | undefined) ?? [];
  const usual = evidence[0]?.in ?? own;
  const pick = (names: string[]): Data =>
    Object.fromEntries(names.flatMap((name) => (name in data ? [[name, data[name]]] : [])));
  const list = (field: string): unknown => data[field] ?? [];
  // Figures and statements name their document only where it is neither that of the evidence nor the entry itself.
  const figures = (field: string): never[] => {
    const items = [(data[field] as Data | Data[] | undefined) ?? []].flat();
    return items.map((item) => ({ in: usual, ...item }) as never);
  };
  return {
    ...pick(['summary', 'date', 'dateText', 'order']),
    title: data.title,
    aliases: list('aliases'),
    relations: relationsOf(data, usual),
    evidence,
    external: list('external'),
    laterValidity: list('laterValidity'),
    awards: figures('awards'),
    targets: figures('targets'),
    statements: collection === 'measures' ? figures('status') : [],
    notes: list('notes'),
    pageBreaks: list('pageBreaks'),
    fields: pick(ownFields(collection)),
    data,
  };
}

type RelationItem = string | { id: string; quote: string; in?: EntryKey };

/** The fields that state relations, each with the collection that it leads to; those that say more come first. */
const RELATIONS: [field: string, to: Collection][] = [
  ['replaces', 'policies'],
  ['replacedBy', 'policies'],
  ...COLLECTIONS.map((name): [string, Collection] => [name, name]),
  ['issuers', 'organisations'],
  ['partOf', 'measures'],
  ['subjects', 'terms'],
];

/**
 * The relations that an entry's frontmatter states, each with the field that states it.
 * @param usual the document that a quotation without `in` stands in; empty where there is none
 */
const relationsOf = (data: Data, usual: EntryKey | ''): Relation[] =>
  RELATIONS.flatMap(([field, collection]) => {
    const value = data[field] as RelationItem | RelationItem[] | undefined;
    return [value ?? []].flat().map((item, i): Relation => {
      const path = Array.isArray(value) ? [field, i] : [field];
      if (typeof item === 'string') return { to: `${collection}/${item}`, field, path };
      const quotation = { in: item.in ?? (usual as EntryKey), quote: item.quote };
      return { to: `${collection}/${item.id}`, field, path, quotation };
    });
  });
