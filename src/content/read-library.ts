/** A content folder to a linked library: the one place where content is read. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CONFIG_FILE,
  decode,
  itemsOf,
  linkProblems,
  ORIGINALS,
  readAddressList,
  strayFiles,
} from './content-folder.ts';
import { parseYaml } from './frontmatter.ts';
import { ContentError } from './print-problems.ts';
import { readEntry } from './read-entry.ts';
import { checkSchema } from './schema-faults.ts';
import { type LibraryConfig, librarySchema } from './schemas/library.ts';
import { addressProblems } from '../library/checks/addresses.ts';
import { linkLibrary } from '../library/graph.ts';
import { type Said, say } from '../library/problems/registry.ts';
import {
  type Collection,
  COLLECTIONS,
  type Entry,
  type EntryKey,
  type Library,
  type Problem,
} from '../library/types.ts';

interface ReadLibrary {
  config: LibraryConfig | null;
  library: Library;
  /** Everything an author must mend, in the order of files and lines. */
  problems: Problem[];
}

/** How a library is read. */
export interface ReadingOptions extends CollectionOptions {
  /** Whether a few pages are shown of it before it is read anew, as in `npm run dev`. */
  dev?: boolean;
}

/**
 * Reads and links a whole library.
 * @param folder the content folder
 * @returns the library as far as it can be read, with all problems at once
 */
export async function readLibrary(
  folder: string,
  { dev, ...files }: ReadingOptions = {},
): Promise<ReadLibrary> {
  const links = await linkProblems(folder);
  if (links.length) return { config: null, library: linkLibrary([]).library, problems: links };
  const { config, problems } = await readConfig(folder);
  problems.push(...(await strayFiles(folder)));
  const read = await Promise.all(COLLECTIONS.map((name) => readCollection(folder, name, files)));
  const unreadable = new Set(read.flatMap((r) => r.unreadable));
  const linked = linkLibrary(
    read.flatMap((r) => r.entries),
    unreadable,
    { dev, officialHosts: config?.officialHosts },
  );
  problems.push(...addressProblems(linked.library, await readAddressList(folder), unreadable));
  const originals = await checkOriginals(folder, linked.library.entries.values());
  problems.push(...read.flatMap((r) => r.problems), ...linked.problems, ...originals);
  problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return { config, library: linked.library, problems };
}

/** A library without faults, and whose it is. */
export interface ValidLibrary {
  library: Library;
  config: LibraryConfig;
}

/**
 * Reads a library that is to be shown or kept.
 * @throws ContentError that lists everything an author must mend
 */
export async function readValidLibrary(
  folder: string,
  options?: ReadingOptions,
): Promise<ValidLibrary> {
  const { config, library, problems } = await readLibrary(folder, options);
  if (!config || problems.length) throw new ContentError(problems, folder);
  return { library, config };
}

// The files of one collection to its entries.

/** Files already read, by path: a file whose bytes are the same is not parsed again. */
export type ReadFiles = Map<string, { bytes: Buffer; read: ReturnType<typeof readEntry> }>;

export interface CollectionOptions {
  /** Files read before, of a library that is read more than once: what is read now is added. */
  known?: ReadFiles;
  /** Is told of each file that is read. */
  onFile?: () => void;
}

async function readFileOnce(
  folder: string,
  collection: Collection,
  file: string,
  known: ReadFiles | undefined,
): Promise<ReturnType<typeof readEntry>> {
  const bytes = await readFile(join(folder, file));
  const before = known?.get(file);
  if (before?.bytes.equals(bytes)) return before.read;
  const read = readEntry(collection, file, bytes);
  known?.set(file, { bytes, read });
  return read;
}

/**
 * @param folder the content folder
 * @returns the entries that could be read, the keys of those that could not, and what is wrong with them
 */
export async function readCollection(
  folder: string,
  collection: Collection,
  { known, onFile }: CollectionOptions = {},
): Promise<{ entries: Entry[]; unreadable: EntryKey[]; problems: Problem[] }> {
  const entries: Entry[] = [];
  const unreadable: EntryKey[] = [];
  const problems: Problem[] = [];
  const items = await itemsOf(join(folder, collection));
  const seen = new Map<string, string>();
  for (const item of items.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = `${collection}/${item.name}`;
    if (item.name.startsWith('.')) continue;
    if (!item.isFile() || !/\.mdx?$/u.test(item.name)) {
      problems.push({ file, line: 1, ...say('file-ending') });
      continue;
    }
    const read = await readFileOnce(folder, collection, file, known);
    onFile?.();
    problems.push(...read.problems);
    if (!read.entry) {
      unreadable.push(`${collection}/${item.name.replace(/\.mdx?$/u, '')}`);
      continue;
    }
    const other = seen.get(read.entry.id);
    if (other) {
      problems.push({ file, line: 1, ...say('id-twice', { file: other }) });
    } else entries.push(read.entry);
    seen.set(read.entry.id, file);
  }
  return { entries, unreadable, problems };
}

// library.yaml: whose library it is.

/** @returns null in place of what cannot be read, with everything that is wrong with it */
export async function readConfig(
  folder: string,
): Promise<{ config: LibraryConfig | null; problems: Problem[] }> {
  const problem = (line: number, said: Said): Problem => ({ file: CONFIG_FILE, line, ...said });
  let source: string;
  try {
    source = decode(await readFile(join(folder, CONFIG_FILE)));
  } catch (error) {
    const said = say(error instanceof TypeError ? 'not-utf8' : 'config-missing');
    return { config: null, problems: [problem(1, said)] };
  }
  const yaml = parseYaml(source);
  const syntax = yaml.errors.map((e) => problem(e.line, say('yaml-syntax', { reason: e.message })));
  if (syntax.length) return { config: null, problems: syntax };
  const { data, faults } = checkSchema(librarySchema, yaml.data ?? {});
  const problems = faults.map(({ path, ...said }) => problem(yaml.lineOf(path), said));
  return { config: data, problems };
}

// The received files that entries were taken from: each is there, and not a byte of it has changed.

/** @returns the SHA-256 of bytes, in lower-case hexadecimal figures */
export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The original that an entry names, or undefined. */
const originalOf = (entry: Entry): { file: string; sha256: string } | undefined =>
  entry.fields['original'] as { file: string; sha256: string } | undefined;

/**
 * Holds every entry to the received file that it names.
 * @param folder the content folder
 * @returns a problem for each that is missing or changed
 */
export async function checkOriginals(folder: string, entries: Iterable<Entry>): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const entry of entries) {
    const original = originalOf(entry);
    if (!original) continue;
    const at = (field: 'file' | 'sha256') => ({
      file: entry.file,
      line: entry.lineOf(['original', field]),
    });
    const bytes = await readFile(join(folder, ORIGINALS, original.file)).catch(() => null);
    if (!bytes)
      problems.push({
        ...at('file'),
        ...say('original-missing', { file: `${ORIGINALS}/${original.file}` }),
      });
    else if (sha256(bytes) !== original.sha256)
      problems.push({
        ...at('sha256'),
        ...say('original-changed', {
          file: `${ORIGINALS}/${original.file}`,
          sha256: sha256(bytes),
        }),
      });
  }
  return problems;
}
