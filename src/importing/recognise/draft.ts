/** What a received document is made of, once its parts are recognised. Pure. */

export type DraftBlock =
  /** An official part, by its name in src/text/parts.ts. */
  | { kind: 'part'; part: string; text: string }
  | { kind: 'heading'; depth: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'table'; rows: string[][]; merged: number };

/** Something that an editor should look at. */
export interface Doubt {
  /** Which block of the draft, from 0; the report makes a line of it. */
  at: number;
  message: string;
}

export interface Draft {
  /** What the document is called: its title, or of an order that only publishes a regulation the regulation's. */
  title?: string;
  blocks: DraftBlock[];
  doubts: Doubt[];
  /** Paragraphs that a page cut and that were joined: the words around each place. */
  joins: { at: number; words: string }[];
}

export const part = (name: string, text: string): DraftBlock => ({
  kind: 'part',
  part: name,
  text,
});
export const paragraph = (text: string): DraftBlock => ({ kind: 'paragraph', text });

/** @returns the words of every part of that name */
export const partTexts = (draft: Pick<Draft, 'blocks'>, name: string): string[] =>
  draft.blocks.flatMap((block) =>
    block.kind === 'part' && block.part === name ? [block.text] : [],
  );

/** @returns the words of the first part of that name */
export const partText = (draft: Pick<Draft, 'blocks'>, name: string): string | undefined =>
  partTexts(draft, name)[0];
