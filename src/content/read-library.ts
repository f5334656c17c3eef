/** A content folder to a linked library: the one place where content is read. */
import { join } from 'node:path';
import { CONFIG_FILE, decode, listContent, ORIGINALS, readIfThere } from './content-folder.ts';
import { parseYaml } from './frontmatter.ts';
import { ContentError } from './print-problems.ts';
import { readEntry, sha256 } from './read-entry.ts';
import { checkSchema } from './schema-faults.ts';
import { type LibraryConfig, librarySchema } from '../library/schemas/library.ts';
import { ADDRESS_LIST, addressProblems } from '../library/checks/addresses.ts';
import { linkLibrary } from '../library/graph.ts';
import { type Said, say } from '../library/problems/registry.ts';
import type { Collection, Entry, EntryKey, Library, Problem } from '../library/types.ts';

/** A library without faults, and whose it is. */
export interface ValidLibrary {
  library: Library;
  config: LibraryConfig;
}

/** Files already read, by path: while a library is edited, a file whose bytes are the same is not parsed again. */
const known = new Map<string, { digest: string; read: ReturnType<typeof readEntry> }>();

/**
 * Reads and links a whole library.
 * @param folder the content folder
 * @returns the library as far as it can be read, with everything an author must mend, in the order of files and lines
 */
export async function readLibrary(
  folder: string,
): Promise<{ config: LibraryConfig | null; library: Library; problems: Problem[] }> {
  const { files, problems } = await listContent(folder);
  if (!files) return { config: null, library: linkLibrary([]).library, problems };
  const config = await readConfig(folder, problems);
  const { entries, unreadable } = await readEntries(folder, files, problems);
  const { officialHosts } = config ?? {};
  const linked = linkLibrary(entries, unreadable, officialHosts);
  const addresses = (await readIfThere(join(folder, ADDRESS_LIST)))?.toString() ?? null;
  problems.push(
    ...linked.problems,
    ...addressProblems(linked.library, addresses, unreadable),
    ...(await originalProblems(folder, entries)),
  );
  problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return { config, library: linked.library, problems };
}

/**
 * Reads a library that is to be shown or kept; parameters as of `readLibrary`.
 * @throws ContentError that lists everything an author must mend
 */
export async function readValidLibrary(folder: string): Promise<ValidLibrary> {
  const { config, library, problems } = await readLibrary(folder);
  if (!config || problems.length) throw new ContentError(problems, folder);
  return { library, config };
}

/** The entries of files, and the keys of those that could not be read. Adds what is wrong to `problems`. */
async function readEntries(
  folder: string,
  files: string[],
  problems: Problem[],
): Promise<{ entries: Entry[]; unreadable: Set<EntryKey> }> {
  const entries = new Map<EntryKey, Entry>();
  const unreadable = new Set<EntryKey>();
  for (const file of files) {
    const path = join(folder, file);
    const bytes = (await readIfThere(path)) ?? Buffer.of();
    const digest = sha256(bytes);
    const before = known.get(path);
    const collection = file.split('/')[0] as Collection;
    const read = before?.digest === digest ? before.read : readEntry(collection, file, bytes);
    known.set(path, { digest, read });
    problems.push(...read.problems);
    const other = read.entry && entries.get(read.entry.key);
    if (other) problems.push({ file, line: 1, ...say('id-twice', { file: other.file }) });
    else if (read.entry) entries.set(read.entry.key, read.entry);
    else unreadable.add(file.replace(/\.mdx?$/u, '') as EntryKey);
  }
  return { entries: [...entries.values()], unreadable };
}

/** Reads library.yaml; null where it cannot be. Adds what is wrong to `problems`. */
async function readConfig(folder: string, problems: Problem[]): Promise<LibraryConfig | null> {
  const fail = (line: number, said: Said): null => {
    problems.push({ file: CONFIG_FILE, line, ...said });
    return null;
  };
  const bytes = await readIfThere(join(folder, CONFIG_FILE)).catch(() => null);
  if (!bytes) return fail(1, say('config-missing'));
  const source = decode(bytes);
  if (source === null) return fail(1, say('not-utf8'));
  const yaml = parseYaml(source);
  for (const { line, message } of yaml.errors) fail(line, say('yaml-syntax', { reason: message }));
  if (yaml.errors.length) return null;
  const { data, faults } = checkSchema(librarySchema, yaml.data ?? {});
  for (const { path, ...said } of faults) fail(yaml.lineOf(path), said);
  return data;
}

/** Holds every entry to the received file that it names: it is there, and not a byte of it has changed. */
async function originalProblems(folder: string, entries: Entry[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { file, fields, lineOf } of entries) {
    const original = fields['original'] as { file: string; sha256: string } | undefined;
    if (!original) continue;
    const path = `${ORIGINALS}/${original.file}`;
    const bytes = await readIfThere(join(folder, path)).catch(() => null);
    const sum = bytes && sha256(bytes);
    if (sum === original.sha256) continue;
    const said = sum
      ? say('original-changed', { file: path, sha256: sum })
      : say('original-missing', { file: path });
    problems.push({ file, line: lineOf(['original', sum ? 'sha256' : 'file']), ...said });
  }
  return problems;
}
