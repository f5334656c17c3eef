/** What the pages say of the archive, known before they are built: its name, and whether and where the site offers it. */
import type { ValidLibrary } from '../../content/read-library.ts';
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

/** The date of the newest document that has one, as exact as its source. */
export const newestDate = ({ library }: ValidLibrary): string | undefined =>
  [...library.list('replies'), ...library.list('policies')]
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);

/** `changzhou-clusters-2021-05-20`: names the zip and the one folder inside it. */
export const archiveName = (site: ValidLibrary): string =>
  `${site.config.id}-${newestDate(site) ?? 'undated'}`;
