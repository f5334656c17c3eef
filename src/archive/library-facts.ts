/** What the archive says of the library it holds: from `library.yaml` and the dates of its documents. */
import type { Collection } from '../library/types.ts';
import { ContentError } from '../reading/print-problems.ts';
import { readLibrary } from '../reading/read-library.ts';
import type { LibraryConfig } from '../schemas/library.ts';

export interface LibraryFacts extends LibraryConfig {
  /** Date of the newest document, as exact as its source; none if no document has one. */
  newest?: string;
}

/** Collections whose entries are documents, with a date of their own. */
const DOCUMENTS: Collection[] = ['replies', 'policies'];

/**
 * Reads a content folder's facts.
 * @throws ContentError that lists what an author must mend
 */
export async function readLibraryFacts(content: string): Promise<LibraryFacts> {
  const { config, library, problems } = await readLibrary(content);
  if (!config || problems.length) throw new ContentError(problems, content);
  const dates = DOCUMENTS.flatMap((name) => library.list(name).map((entry) => entry.date));
  const newest = dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
  return { ...config, ...(newest && { newest }) };
}

/** `changzhou-clusters-2021-05-20`: names the zip and the one folder inside it. */
export function archiveName({ id, newest }: Pick<LibraryFacts, 'id' | 'newest'>): string {
  return `${id}-${newest ?? 'undated'}`;
}
