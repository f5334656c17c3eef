/** What the engine must know before its first query. */

export const SETTINGS_FILE = 'library.json';

export interface CharacterFiles {
  folder: string;
  firsts: number[];
}

/** The chunk that Pagefind asks for in an archive: the words that are asked. */
export const ASKED = 'asked';

export interface Settings {
  /** Traditional → Simplified, packed. */
  fold: string;
  /** Path of the table of pages. */
  pages: string;
  /** Folder of the pieces of pages. */
  texts: string;
  /** In an archive: where the places of characters are, and the first code point in each file. */
  characters?: CharacterFiles;
}
