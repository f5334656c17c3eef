/** What the rendering of a document needs to know. */
import type { Entry, Library } from '../library/types.ts';
import type { LibraryConfig } from '../schemas/library.ts';

export interface DocumentContext {
  library: Library;
  config: LibraryConfig;
  document: Entry;
}
