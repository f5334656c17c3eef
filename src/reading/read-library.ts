/** A content folder to a linked library: the one place where content is read. */
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linkLibrary } from '../library/graph.ts';
import { nearest } from '../library/nearest.ts';
import {
  COLLECTIONS,
  type Collection,
  type Entry,
  type EntryKey,
  type Library,
  type Problem,
} from '../library/types.ts';
import { librarySchema, type LibraryConfig } from '../schemas/library.ts';
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
  const problem = (line: number, message: string, hint: string): Problem => ({
    file: CONFIG_FILE,
    line,
    message,
    hint,
  });
  let source: string;
  try {
    source = decode(await readFile(join(folder, CONFIG_FILE)));
  } catch (error) {
    const message = error instanceof TypeError ? '文件不是 UTF-8 编码' : '找不到文件';
    const hint = '请在内容文件夹中写上 library.yaml：id、name、description、language';
    return { config: null, problems: [problem(1, message, hint)] };
  }
  const yaml = parseYaml(source);
  const syntax = yaml.errors.map((e) =>
    problem(e.line, `YAML 语法错误：${e.message}`, '请检查缩进、冒号后的空格和成对的引号'),
  );
  if (syntax.length) return { config: null, problems: syntax };
  const { data, faults } = checkSchema(librarySchema, yaml.data ?? {});
  const problems = faults.map((f) => problem(yaml.lineOf(f.path), f.message, f.hint));
  return { config: data, problems };
}

/** What may stand in a content folder beside the collections. */
const BESIDE = new Set([CONFIG_FILE, 'LICENSE.md', 'README.md', ORIGINALS]);

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
  const problems: Problem[] = [];
  for (const item of await itemsOf(folder)) {
    if (item.name.startsWith('.') || BESIDE.has(item.name)) continue;
    if (item.isDirectory() && (COLLECTIONS as readonly string[]).includes(item.name)) continue;
    if (!item.isDirectory()) {
      const hint = `请移入所属类别的文件夹：${COLLECTIONS.join('、')}`;
      problems.push({
        file: item.name,
        line: 1,
        message: '文件不在任何类别之中，不会被收录',
        hint,
      });
      continue;
    }
    problems.push({
      file: item.name,
      line: 1,
      message: `没有名为“${item.name}”的类别，其中的文件不会被收录`,
      hint: `最接近的是 ${nearest(item.name, COLLECTIONS) ?? COLLECTIONS.join('、')}`,
    });
  }
  return problems;
}

async function readCollection(
  folder: string,
  collection: Collection,
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
      const hint = '请改名为 .mdx 或 .md，或移出内容文件夹';
      problems.push({ file, line: 1, message: '不是 .mdx 或 .md 文件，不会被收录', hint });
      continue;
    }
    const read = readEntry(collection, file, await readFile(join(folder, file)));
    problems.push(...read.problems);
    if (!read.entry) {
      unreadable.push(`${collection}/${item.name.replace(/\.mdx?$/u, '')}`);
      continue;
    }
    const twin = seen.get(read.entry.id);
    if (twin) {
      const message = `与 ${twin} 的 id 相同`;
      problems.push({ file, line: 1, message, hint: '请改名，或删去其中一个' });
    } else entries.push(read.entry);
    seen.set(read.entry.id, file);
  }
  return { entries, unreadable, problems };
}

/**
 * Reads and links a whole library.
 * @param folder the content folder
 * @returns the library as far as it can be read, with all problems at once
 */
export async function readLibrary(folder: string): Promise<ReadLibrary> {
  const { config, problems } = await readConfig(folder);
  problems.push(...(await strays(folder)));
  const read = await Promise.all(COLLECTIONS.map((name) => readCollection(folder, name)));
  const linked = linkLibrary(
    read.flatMap((r) => r.entries),
    new Set(read.flatMap((r) => r.unreadable)),
  );
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
export async function readSoundLibrary(folder: string): Promise<SoundLibrary> {
  const { config, library, problems } = await readLibrary(folder);
  if (!config || problems.length) throw new ContentError(problems, folder);
  return { library, config };
}
