/** What the archive says of the library it holds: from `library.yaml` and the dates of its documents. */
import type { Collection } from '../../library/types.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import type { LibraryConfig } from '../../content/schemas/library.ts';

export interface LibraryFacts extends LibraryConfig {
  /** Date of the newest document, as exact as its source; none if no document has one. */
  newest?: string;
}

/** Collections whose entries are documents, with a date of their own. */
const DOCUMENTS: Collection[] = ['replies', 'policies'];

/** A library's facts. */
export function libraryFacts({ config, library }: ValidLibrary): LibraryFacts {
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
