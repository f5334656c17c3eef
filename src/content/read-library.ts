/** A content folder to a linked library: the one place where content is read. */
import { addressProblems } from '../library/checks/addresses.ts';
import { linkLibrary } from '../library/graph.ts';
import { COLLECTIONS, type Library, type Problem } from '../library/types.ts';
import type { LibraryConfig } from './schemas/library.ts';
import { readAddressList } from './address-list.ts';
import { linkProblems, strayFiles } from './content-items.ts';
import { checkOriginals } from './originals.ts';
import { ContentError } from './print-problems.ts';
import { readCollection, type CollectionOptions } from './read-collection.ts';
import { readConfig } from './read-config.ts';

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
