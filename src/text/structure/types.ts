/** What the structure of an official text is made of. */

/** What is read of a block: `Block` of the library has all of it. */
export interface TextBlock {
  id: string;
  kind: 'paragraph' | 'heading' | 'part';
  text: string;
  /** For an official part: which, e.g. `Masthead`. */
  part?: string | undefined;
  /** For a heading: 2 to 6. */
  depth?: number | undefined;
}

/**
 * 编 book, 分编 subbook, 部分 division, 章 chapter, 节 section, 条 article, 款 clause, 项 item, 目 subitem;
 * 一、（一）1.（1） outside articles are levels; heading is one without a number; text is a second text
 * with articles of its own that follows without the word 附件.
 */
export type UnitKind =
  | 'book'
  | 'subbook'
  | 'division'
  | 'chapter'
  | 'section'
  | 'heading'
  | 'article'
  | 'clause'
  | 'item'
  | 'subitem'
  | 'level'
  | 'annex'
  | 'text'
  | 'table';

/** A point in a text: an offset in a block. */
export interface Point {
  /** Index in the list of blocks. */
  index: number;
  /** Id of the block. */
  block: string;
  offset: number;
}

/** One unit of a text's structure. */
export interface StructuralUnit {
  kind: UnitKind;
  /** `[12]`, and `[12, 1]` for 第十二条之一; empty for headings. */
  number: number[];
  /** As printed: `第十二条`, `（二）`, `一、`, `附件1`; empty where nothing is printed (款, tables). */
  label: string;
  /** The words of its heading: `总则`; empty for units that have none, such as articles. */
  heading: string;
  /** As a citation names it: `第十二条第二款第（三）项`. */
  name: string;
  /** Its address in the document, unique and safe in HTML and CSS: `a12`, `a12-1`, `annex1-a3`. */
  id: string;
  start: Point;
  /** The last block that belongs to it. */
  end: { index: number; block: string };
  parent: StructuralUnit | null;
  children: StructuralUnit[];
}

/** The structure of one text. */
export interface TextStructure {
  /** The outermost units, in order. */
  roots: StructuralUnit[];
  /** Every unit, in order of the text. */
  units: StructuralUnit[];
  byId: ReadonlyMap<string, StructuralUnit>;
}
