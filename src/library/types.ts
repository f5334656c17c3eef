/** What the library is made of: entries, as read from their files, and the graph. Nothing here knows HTML, Astro or the file system. */
import type { z } from 'zod';
import type { BlockNode } from '../text/blocks.ts';
import type { StructuralUnit, TextBlock } from '../text/structure/units.ts';
import type { externalFact, laterValidity } from './schemas/common-fields.ts';
import type { award, editorialNote, pageBreak, statement, target } from './schemas/document.ts';

export type { Problem } from './problems/registry.ts';

/** The collections, and what one entry of each is called: in a link `[七个一](term:seven-ones)`, and in `npm run new`. */
export const LINK_KINDS = {
  replies: 'reply',
  policies: 'policy',
  measures: 'measure',
  clusters: 'cluster',
  chains: 'chain',
  events: 'event',
  organisations: 'organisation',
  terms: 'term',
} as const;

/** A collection's name, plural, as its folder is called. */
export type Collection = keyof typeof LINK_KINDS;
export const COLLECTIONS = Object.keys(LINK_KINDS) as Collection[];

/** `replies/2021-46`: names an entry in the whole library. */
export type EntryKey = `${Collection}/${string}`;

/**
 * @param url a link's address as written
 * @returns the entry it means, or null for an ordinary address
 */
export function entryOfLink(url: string): EntryKey | null {
  const [, kind, id] = /^([a-z]+):([^/].*)$/u.exec(url) ?? [];
  const collection = COLLECTIONS.find((name) => LINK_KINDS[name] === kind);
  return collection ? `${collection}/${id}` : null;
}

export interface Quotation {
  in: EntryKey;
  quote: string;
}

export interface Relation {
  to: EntryKey;
  /** The frontmatter field that states it: `clusters`, `issuers`, `partOf`. */
  field: string;
  /** Where in the frontmatter, for error messages. */
  path: Path;
  /** The words that the author gave for it; without them, the entry's evidence that names the other. */
  quotation?: Quotation;
}

// What an author writes of these, their schemas say; the document of a quotation, where it is left out, reading adds.

export type ExternalFact = Omit<z.infer<typeof externalFact>, 'concerns'> & {
  concerns?: EntryKey[];
};
export type OutsideAmount = NonNullable<ExternalFact['amounts']>[number];
export type LaterValidity = z.infer<typeof laterValidity>;
/** What another source says, and the words that say it. */
export type OutsideStatement = Omit<ExternalFact, 'provides' | 'amounts' | 'concerns'>;
export type Award = z.infer<typeof award> & Quotation;
export type Target = z.infer<typeof target> & Quotation;
/** How far a measure had come, as one document says. */
export type Statement = z.infer<typeof statement> & Quotation;
export type EditorialNote = z.infer<typeof editorialNote>;
/** A page of the original that ended in the midst of a paragraph: after `on`, in the words `within`. */
export type PageBreak = z.infer<typeof pageBreak>;

/** An entry as read from its file: what every collection has, and what some have. */
export interface Entry {
  key: EntryKey;
  collection: Collection;
  id: string;
  /** Path of the source file, relative to the content folder. */
  file: string;
  title: string;
  aliases: string[];
  summary?: string;
  date?: string;
  dateText?: string;
  order?: number;
  relations: Relation[];
  evidence: Quotation[];
  external: ExternalFact[];
  /** What later sources say became of it; policies alone. */
  laterValidity: LaterValidity[];
  awards: Award[];
  targets: Target[];
  /** What documents say of a measure's progress, in the author's order. */
  statements: Statement[];
  notes: EditorialNote[];
  pageBreaks: PageBreak[];
  /** Fields of one collection only, e.g. `tier`, `issuers`, `validity`, `partOf`. */
  fields: Record<string, unknown>;
  /** The frontmatter as its schema read it. */
  data: Record<string, unknown>;
  blocks: Block[];
  /** Its blocks with the lists, quotations and tables that they stand in; none for a text of paragraphs alone. */
  tree?: BlockNode[];
  /** SHA-256 of the file, in hex. */
  digest: string;
  /** Line of a frontmatter path such as `evidence.0.quote`, for error messages. */
  lineOf: (path: Path) => number;
}

/** Where in a frontmatter: `['evidence', 0, 'quote']`. */
export type Path = (string | number)[];

// What a document's text is made of: its leaves, and what is set apart in them.

/** Words of a block, as offsets into its text. */
export interface Span {
  start: number;
  end: number;
}

/** Words that the author set apart; a `break`, a line's end that the author set, has no length. */
export interface Mark extends Span {
  kind: 'strong' | 'emphasis' | 'delete' | 'sup' | 'sub' | 'code' | 'link' | 'break';
  /** For a link: its address as written, and its title. */
  url?: string;
  title?: string;
}

/** A leaf of a document's text: one paragraph, heading, list item or table cell. */
export interface Block extends TextBlock {
  /** The number a reader cites (第3段); headings and official parts have none. */
  number?: number;
  /** Stands at the head of the document, as its title: names in it are not linked. */
  head?: boolean;
  /** Line of the source file, from 1. */
  line: number;
  /** Explicit links to entries in this block, each with its line. */
  links: (Span & { key: EntryKey; line: number })[];
  /** What is set apart in it, outer ones first. */
  marks: Mark[];
}

// The graph.

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
