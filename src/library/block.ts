/** What a document's text is made of: its leaves, and what is set apart in them. */
import type { EntryKey } from './entry.ts';

/** A stretch of a block's text that its author set apart, as offsets into the text. */
export interface Mark {
  start: number;
  /** A `break`, a line's end that the author set, has no length. */
  end: number;
  kind: 'strong' | 'emphasis' | 'delete' | 'sup' | 'sub' | 'code' | 'link' | 'break';
  /** For a link: its address as written, and its title. */
  url?: string;
  title?: string;
}

/** A leaf of a document's text: one paragraph, heading, list item or table cell. */
export interface Block {
  /** Anchor on the page: `p3`, `s1`. Stable as long as the text is. */
  id: string;
  kind: 'paragraph' | 'heading' | 'part';
  /** The number a reader cites (第3段); headings and official parts have none. */
  number?: number;
  /** For an official part: which, e.g. `Masthead`. */
  part?: string;
  /** Stands at the head of the document, as its title: names in it are not linked. */
  head?: boolean;
  /** For a heading: 2 to 6. */
  depth?: number;
  /** The text as printed, without marks of Markdown. */
  text: string;
  /** Line of the source file, from 1. */
  line: number;
  /** Explicit links in this block: where in `text`, and what to. */
  links: { start: number; end: number; key: EntryKey; line: number }[];
  /** What is set apart in it, outer ones first. */
  marks: Mark[];
}
