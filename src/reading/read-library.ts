/** A content folder to a linked library: the one place where content is read. */
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ADDRESS_LIST, addressProblems } from '../library/addresses.ts';
import { linkLibrary } from '../library/graph.ts';
import { closestMatch } from '../library/closest-match.ts';
import {
  COLLECTIONS,
  type Collection,
  type Entry,
  type EntryKey,
  type Library,
  type Problem,
} from '../library/types.ts';
import { say, type Said } from '../problems/registry.ts';
import { librarySchema, type LibraryConfig } from '../schemas/library.ts';
import { readAddressList } from './address-list.ts';
import { decode } from './decode.ts';
import { parseYaml } from './frontmatter.ts';
import { ORIGINALS } from './content-folder.ts';
import { checkOriginals } from './originals.ts';
import { ContentError } from './print-problems.ts';
import { readEntry } from './read-entry.ts';
import { checkSchema } from './schema-faults.ts';

interface ReadLibrary {
  config: LibraryConfig | null;
  library: Library;
  /** Everything an author must mend, in the order of files and lines. */
  problems: Problem[];
}

const CONFIG_FILE = 'library.yaml';

async function readConfig(
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

/** What may stand in a content folder beside the collections. */
const BESIDE = new Set([CONFIG_FILE, ADDRESS_LIST, 'LICENSE.md', 'README.md', ORIGINALS]);

/** The items of a folder; none where there is no such folder. */
async function itemsOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Folders and files that no collection would read: they would silently be left out. */
async function strays(folder: string): Promise<Problem[]> {
  const collections = COLLECTIONS.join('、');
  const problems: Problem[] = [];
  for (const item of await itemsOf(folder)) {
    if (item.name.startsWith('.') || BESIDE.has(item.name)) continue;
    if (item.isDirectory() && (COLLECTIONS as readonly string[]).includes(item.name)) continue;
    if (!item.isDirectory()) {
      problems.push({ file: item.name, line: 1, ...say('file-outside', { collections }) });
      continue;
    }
    const values = {
      folder: item.name,
      suggestion: closestMatch(item.name, COLLECTIONS),
      collections,
    };
    problems.push({ file: item.name, line: 1, ...say('folder-unknown', values) });
  }
  return problems;
}

/** Files already read, by path: a file whose bytes are the same is not parsed again. */
export type ReadFiles = Map<string, { bytes: Buffer; read: ReturnType<typeof readEntry> }>;

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

async function readCollection(
  folder: string,
  collection: Collection,
  known: ReadFiles | undefined,
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
    problems.push(...read.problems);
    if (!read.entry) {
      unreadable.push(`${collection}/${item.name.replace(/\.mdx?$/u, '')}`);
      continue;
    }
    const twin = seen.get(read.entry.id);
    if (twin) {
      problems.push({ file, line: 1, ...say('id-twice', { file: twin }) });
    } else entries.push(read.entry);
    seen.set(read.entry.id, file);
  }
  return { entries, unreadable, problems };
}

/**
 * Reads and links a whole library.
 * @param folder the content folder
 * @param known files read before; what is read now is added
 * @returns the library as far as it can be read, with all problems at once
 */
export async function readLibrary(folder: string, known?: ReadFiles): Promise<ReadLibrary> {
  const { config, problems } = await readConfig(folder);
  problems.push(...(await strays(folder)));
  const read = await Promise.all(COLLECTIONS.map((name) => readCollection(folder, name, known)));
  const unreadable = new Set(read.flatMap((r) => r.unreadable));
  const linked = linkLibrary(
    read.flatMap((r) => r.entries),
    unreadable,
    { edited: known !== undefined },
  );
  problems.push(...addressProblems(linked.library, await readAddressList(folder), unreadable));
  const originals = await checkOriginals(folder, linked.library.entries.values());
  problems.push(...read.flatMap((r) => r.problems), ...linked.problems, ...originals);
  problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return { config, library: linked.library, problems };
}

/** A library without faults, and whose it is. */
export interface SoundLibrary {
  library: Library;
  config: LibraryConfig;
}

/**
 * Reads a library that is to be shown or kept.
 * @throws ContentError that lists everything an author must mend
 */
export async function readSoundLibrary(folder: string, known?: ReadFiles): Promise<SoundLibrary> {
  const { config, library, problems } = await readLibrary(folder, known);
  if (!config || problems.length) throw new ContentError(problems, folder);
  return { library, config };
}
