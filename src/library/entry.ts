/** What an entry is: the shape of everything that can be read from one file of the content. */
import type { BlockNode } from '../text/blocks.ts';
import type { TextBlock } from '../text/structure/units.ts';

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

/** What another source says, and the words that say it. */
export interface OutsideStatement {
  /** One sentence, true by itself wherever it is shown. */
  fact: string;
  quote: string;
  source: {
    title: string;
    kind: 'official' | 'institution' | 'news' | 'repost' | 'mirror';
    url?: string;
    date?: string;
  };
  confidence: 'high' | 'medium' | 'low';
  /** What only the reader of its own page needs. */
  note?: string;
}

/** `100` `万元` of what is called so. */
interface Amount {
  name: string;
  amount: number;
  unit: string;
}

/** An amount that an outside fact tells. */
export interface OutsideAmount extends Amount {
  ceiling?: boolean;
  condition?: string;
  /** The year of the rule that says so. */
  year?: number;
}

export interface ExternalFact extends OutsideStatement {
  provides?: Record<string, string>;
  amounts?: OutsideAmount[];
  /** Other entries that link to this fact. */
  concerns?: EntryKey[];
}

/** What a later source says became of a policy. */
export interface LaterValidity extends OutsideStatement {
  state: '已废止' | '已被取代' | '已修订' | '已有新版' | '另有新文件';
  /** The later document: the id of a policy of the library, or its title and number. */
  by?: string | { title: string; number?: string };
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  from?: string;
}

/** How far a measure had come, as one document says. */
export interface Statement extends Quotation {
  state: '已完成' | '进行中' | '将开展';
}

export interface Award extends Amount, Quotation {
  ceiling?: boolean;
  condition?: string;
  channel?: string;
  validUntil?: string;
}

export interface Target extends Amount, Quotation {
  bound?: string;
  by?: number;
  progress?: boolean;
}

export interface EditorialNote {
  on: string;
  within?: string;
  note: string;
}

/** A page of the original that ended in the midst of a paragraph: after `on`, in the words `within`. */
export type PageBreak = Omit<EditorialNote, 'note'>;

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
