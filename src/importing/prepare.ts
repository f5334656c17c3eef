/** One received file to everything that will be written for it, checked; nothing is written here. */
import { linkLibrary } from '../library/graph.ts';
import { compact } from '../library/names/names.ts';
import type { Entry, EntryKey, Problem } from '../library/types.ts';
import { readEntry, sha256 } from '../content/read-entry.ts';
import { checkEntry, checkReading } from './check.ts';
import { citationsOf, type Lacking } from './citations.ts';
import {
  bodyOf,
  collectionOf,
  fieldsOf,
  frontmatterOf,
  idOf,
  originalName,
  type DocumentCollection,
} from './entry-source.ts';
import { readReceived } from './formats/read.ts';
import { ImportFault } from './limits.ts';
import { partTexts, type Draft, type Received } from './received.ts';
import { recognise, withoutFrames } from './recognise/recognise.ts';

export interface ImportOptions {
  /** Instead of the proposed one. */
  id?: string;
  collection?: DocumentCollection;
  encoding?: string;
}

export interface Prepared {
  key: EntryKey;
  /** Path of the entry relative to the content folder. */
  path: string;
  source: string;
  original: { file: string; bytes: Uint8Array };
  received: Received;
  draft: Draft;
  /** Line in the written file of each block of the draft. */
  lines: number[];
  fields: Record<string, unknown>;
  named: EntryKey[];
  lacking: Lacking[];
  remarks: string[];
  /** Why the entry may not be written: words lost or added, or what an author would be told of it. */
  faults: string[];
}

const say = ({ file, line, message, hint }: Problem): string =>
  `${file}:${line} ${message}。${hint}`;

/**
 * Reads, recognises and checks one file.
 * @param name the file's name; `others` the entries of the library that it comes into
 * @throws ImportFault where it cannot be read at all, or has no id
 */
export async function prepare(
  bytes: Uint8Array,
  name: string,
  others: readonly Entry[],
  options: ImportOptions = {},
): Promise<Prepared> {
  const received = await readReceived(bytes, name, options.encoding);
  const reading = checkReading(received);
  received.blocks = withoutFrames(received.blocks);
  const draft = recognise(received.blocks);
  const collection = options.collection ?? collectionOf(draft);
  const id = options.id ?? idOf(draft, name);
  if (id === null)
    throw new ImportFault(
      '文件没有发文字号和成文日期，文件名也不能用作 id：请用 --id 写明，如 --id cluster-opinions。',
    );
  const key: EntryKey = `${collection}/${id}`;
  const stem = name.replace(/\.[^.]*$/u, '');
  const mastheads = partTexts(draft.blocks, 'Masthead');
  const bodies = mastheads.map((text) => text.replace(/\s*文\s*件$/u, ''));
  const issuing = [...partTexts(draft.blocks, 'Signature'), ...bodies].map(compact);
  const issuers = others
    .filter((other) => other.collection === 'organisations')
    .filter(({ title, aliases }) =>
      [title, ...aliases].some((one) => issuing.includes(compact(one))),
    )
    .map((other) => other.id);
  const file = originalName(id, collection, name);
  const original = { file, sha256: sha256(bytes) };
  const names = others.flatMap(({ title, aliases }) => [title, ...aliases]);
  const taken = new Set(names.map(compact));
  const fields = fieldsOf(draft, { collection, title: stem, issuers, original, taken });
  const head = `${frontmatterOf(fields)}\n`;
  const { body, lines } = bodyOf(draft);
  const written = new TextEncoder().encode(head + body);
  const { entry, problems } = readEntry(collection, `${key}.mdx`, written);
  const prepared: Prepared = {
    key,
    path: `${key}.mdx`,
    source: head + body,
    original: { file, bytes },
    received,
    draft,
    fields,
    faults: [...(received.faults ?? []), ...reading.faults, ...problems.map(say)],
    lines: lines.map((line) => line + head.split('\n').length),
    named: [],
    lacking: [],
    remarks: [...received.remarks, ...reading.remarks],
  };
  if (!draft.title) prepared.remarks.push(`没有认出标题，暂以文件名“${stem}”为 title：请改正。`);
  if (!entry) return prepared;
  Object.assign(prepared, citationsOf(entry, others));
  prepared.faults.push(...checkEntry(received, entry), ...linkingFaults(entry, others));
  return prepared;
}

/** What an author would be told once the entry is in the library, of it or of entries that are there already. */
function linkingFaults(entry: Entry, others: readonly Entry[]): string[] {
  const { problems } = linkLibrary([...others.filter(({ key }) => key !== entry.key), entry]);
  // What was wrong before stays so, whatever is nearest to it now.
  const place = ({ file, line, message }: Problem): string => `${file}:${line} ${message}`;
  const known = new Set(problems.length ? linkLibrary([...others]).problems.map(place) : []);
  return problems.filter((problem) => !known.has(place(problem))).map(say);
}
