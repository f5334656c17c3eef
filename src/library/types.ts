/** What the library's graph is made of. Nothing here knows HTML, Astro or the file system. */
import type { StructuralUnit } from '../text/structure/units.ts';
import type { Block, Collection, Entry, EntryKey, Quotation, Span } from './entry.ts';

export * from './entry.ts';
export type { Problem } from './problems/registry.ts';

/** One passage that a page shows: quoted words, or a name, found in a document. */
export interface Passage extends Span {
  document: EntryKey;
  block: Block;
  /** The sentence around it, as offsets into `block.text`. */
  sentenceStart: number;
  sentenceEnd: number;
}

/** A name found in a text. */
export interface Mention extends Span {
  key: EntryKey;
}

/** A citation found in a block's text. */
export interface Citation extends Mention {
  /** The cited 条、款、项, 章; null where a whole document is cited. */
  unit: StructuralUnit | null;
}

/** A mention or a citation seen from the entry it names. */
export interface Backlink {
  from: EntryKey;
  passage: Passage;
  /** The 条、款 or 项 of the entry that is cited, if one is. */
  unit?: StructuralUnit;
}

/** A relation seen from one of its two ends. */
export interface Related {
  entry: Entry;
  /** The frontmatter field that states it, on whichever end: `clusters`, `issuers`, `partOf`. */
  field: string;
  direction: 'out' | 'in';
  quotation?: Quotation;
}

/** A remark of the editors on words of a block. */
export interface PlacedNote extends Span {
  /** Its lasting id: `p3-note-1`. */
  id: string;
  /** Its place among the notes of the document, from 1. */
  number: number;
  /** What the editors say. */
  words: string;
}

/** The whole library, cross-linked. */
export interface Library {
  entries: Map<EntryKey, Entry>;
  /** Which entry each name means; a name is written without spaces, and belongs to one entry at most. */
  names: ReadonlyMap<string, EntryKey>;
  /** Entries of one collection in the order a list shows them. */
  list(collection: Collection): Entry[];
  get(key: EntryKey): Entry;
  /** Names that stand in a block of a document, once a paragraph, never its own page. */
  mentionsIn(document: Entry, block: Block): Mention[];
  /** Every place in a block where a name stands, longest first, whichever page it is on. */
  namesIn(block: Block): Mention[];
  /** Citations of places, in this text or another, that stand in a block of a document. */
  citationsIn(document: Entry, block: Block): Citation[];
  /** Passages anywhere that name or cite this entry. */
  backlinks(key: EntryKey): Backlink[];
  /** Relations in both directions, each once, in collection order. */
  related(key: EntryKey): Related[];
  /** The editors' notes on words of this block, in order of place. */
  notesOn(block: Block): PlacedNote[];
  /** Entries that rest on words of this block, in list order. */
  quoting(block: Block): Entry[];
  /** Where a quotation stands. Quotations were checked: throws only on a programming error. */
  locate(quotation: Quotation): Passage;
}
