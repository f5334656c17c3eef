/** What the engine must know before its first query. */

export const SETTINGS_FILE = 'library.json';

export interface Settings {
  /** Traditional → Simplified, packed. */
  fold: string;
  /** Path of the table of pages. */
  pages: string;
  /** Folder of the pieces of pages. */
  texts: string;
}
