/** What the pages say of the archive, known before they are built: its name, and whether and where the site offers it. */
import type { ValidLibrary } from '../../content/read-library.ts';
import type { LibraryConfig } from '../../library/schemas/library.ts';
import { sitePath } from '../../views/urls.ts';

/** The page that tells the archive's size and checksum, written when the zip is packed; in the archive, that it is inside. */
export const OFFER_PAGE = sitePath('downloads/archive.html');

/** Of its texts, in characters: a library that has no more offers its archive, some 10 MB, unasked. */
const MOST = 2_000_000;

/** `npm run archive` sets `ARCHIVE=yes`: then it is packed and offered, however large. */
export function offersArchive({ library }: ValidLibrary): boolean {
  if (process.env['ARCHIVE'] === 'yes') return true;
  let characters = 0;
  for (const { blocks } of library.entries.values())
    for (const { text } of blocks) characters += text.length;
  return characters <= MOST;
}

/** What the archive says of its library; `newest` is the date of the newest document that has one, as exact as its source. */
export type LibraryFacts = LibraryConfig & { newest?: string };

/** @returns what `library.yaml` says, and the dates of its documents */
export function libraryFacts({ config, library }: ValidLibrary): LibraryFacts {
  const documents = [...library.list('replies'), ...library.list('policies')];
  const newest = documents
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
  return { ...config, ...(newest && { newest }) };
}

/** `changzhou-clusters-2021-05-20`: names the zip and the one folder inside it. */
export const archiveName = ({ id, newest }: Pick<LibraryFacts, 'id' | 'newest'>): string =>
  `${id}-${newest ?? 'undated'}`;
