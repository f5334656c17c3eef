/** What the rendering of one document needs to know. */
import type { Entry, EntryKey, Library } from '../../library/types.ts';
import type { WordsAt } from '../../text/unit-label.ts';
import { previewOf } from './previews.ts';
import { anchorWords } from './unit-anchors.ts';

/** A document while it is rendered: what it has shown already is not shown again. */
export class DocumentContext {
  readonly library: Library;
  readonly document: Entry;
  readonly wordsAt: WordsAt;
  readonly #previewed = new Set<EntryKey>();
  #notes = 0;

  constructor(library: Library, document: Entry) {
    this.library = library;
    this.document = document;
    this.wordsAt = anchorWords(document);
  }

  /** The preview of an entry, where its first link stands; nothing after that. */
  preview(entry: Entry): string {
    if (this.#previewed.has(entry.key)) return '';
    this.#previewed.add(entry.key);
    return previewOf(entry);
  }

  /** The number of the next note. */
  nextNote(): number {
    return ++this.#notes;
  }
}
