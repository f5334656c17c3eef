/** The citations of a library, each block's found when it is first asked for. */
import type { Block, Entry, EntryKey } from '../types.ts';
import { CitationFinder, type Citation } from './find.ts';

const NONE: Citation[] = [];

export class Citations {
  readonly #entries: ReadonlyMap<EntryKey, Entry>;
  readonly #found = new WeakMap<Block, Citation[]>();
  #finder: CitationFinder | null = null;

  constructor(entries: ReadonlyMap<EntryKey, Entry>) {
    this.#entries = entries;
  }

  /** @returns the citations in a block of a document, in order of place */
  in(document: Entry, block: Block): Citation[] {
    if (!/[条章号]/u.test(block.text)) return NONE;
    let found = this.#found.get(block);
    if (!found) this.#found.set(block, (found = this.#finderOf().find(document, block)));
    return found;
  }

  /** @returns what every text that cites an entry holds; null where nothing can cite it */
  citedAs(key: EntryKey): RegExp | null {
    return this.#finderOf().citedAs(key);
  }

  #finderOf(): CitationFinder {
    return (this.#finder ??= new CitationFinder(this.#entries));
  }
}
