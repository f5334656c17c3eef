/** What a form of the library is: files that say the same as its pages, for other readers. */
import type { SiteFile } from '../content/write-files.ts';
import type { ValidLibrary } from '../content/read-library.ts';
import type { TextForm } from './documents.ts';

export interface Form {
  /** What it makes, for the build's log. */
  name: string;
  /** Whether it makes the file of this path, or did as gzip; asked in dev too, where nothing is written. */
  makes: (path: string) => boolean;
  /** Its files are the documents' texts again, in this form, and their names those of its plain files. */
  ofTexts?: TextForm;
  /** Its work is done by a thread of its own: it is begun with the pages, and waited for after them. */
  beside?: true;
  /**
   * Its files, one after another, so that a large library is never in memory twice.
   * @param say takes a line for the build's log
   */
  files: (
    site: ValidLibrary,
    say: (line: string) => void,
  ) => Iterable<SiteFile> | AsyncIterable<SiteFile>;
}
