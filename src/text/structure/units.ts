/**
 * What the structure of an official text is made of, and the address and the name of each unit. An address is made of what
 * the text itself numbers, never of a count of paragraphs, so that it stays where it is when the text around it is set
 * otherwise:
 *
 * | unit                      | address                    |
 * | ------------------------- | -------------------------- |
 * | 第一编、第二分编、第三部分 | `book1`, `book1-sub2`, `division3` |
 * | 第三章、第二节             | `chapter3`, `chapter3-section2`; in a book `book1-chapter3` |
 * | 第十二条、第十二条之一     | `a12`, `a12-1`             |
 * | 第二款、第（三）项、第1目  | `a12-k2`, `a12-k2-x3`, `a12-k2-x3-m1` |
 * | 一、（二）3.               | `n1`, `n1-2`, `n1-2-3`     |
 * | 附件2 and its 第三条       | `annex2`, `annex2-a3`      |
 * | a second text, unmarked    | `text2`, `text2-a3`        |
 *
 * 第十二条 has the same address whichever chapter it is in: chapters are renumbered, articles seldom.
 */
import { printNumeral } from '../numerals.ts';

/** What is read of a block for the structure of its text. */
export interface TextBlock {
  /** Anchor on the page: `p3`, `s1`. Stable as long as the text is. */
  id: string;
  kind: 'paragraph' | 'heading' | 'part';
  /** The text as printed, without marks of Markdown. */
  text: string;
  /** For an official part: which, e.g. `Masthead`. */
  part?: string | undefined;
  /** For a heading: 2 to 6. */
  depth?: number | undefined;
}

/**
 * The kinds of units, each with the word of its address: 编、分编、部分、章、节、条、款、项、目; levels are 一、（一）1.（1）
 * outside articles; a heading is one without a number; a text is a second text with articles of its own that follows
 * without the word 附件.
 */
const WORDS = {
  book: 'book',
  subbook: 'sub',
  division: 'division',
  chapter: 'chapter',
  section: 'section',
  heading: '',
  article: 'a',
  clause: 'k',
  item: 'x',
  subitem: 'm',
  level: 'n',
  annex: 'annex',
  text: 'text',
};
export type UnitKind = keyof typeof WORDS;

/** One unit of a text's structure. */
export interface StructuralUnit {
  kind: UnitKind;
  /** `[12]`, and `[12, 1]` for 第十二条之一; empty for headings. */
  number: number[];
  /** As printed: `第十二条`, `（二）`, `一、`, `附件1`; empty where nothing is printed, as for a 款. */
  label: string;
  /** The words of its heading: `总则`; empty for units that have none, such as articles. */
  heading: string;
  /** As a citation names it: `第十二条第二款第（三）项`. */
  name: string;
  /** Its address in the document, unique and safe in HTML and CSS: `a12`, `a12-1`, `annex1-a3`. */
  id: string;
  /** The block that it begins in, by place and id, and the offset in its text. */
  start: { index: number; block: string; offset: number };
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
  /** By the id of a block: the innermost unit that it stands in, and those that begin in it, in order. */
  innermost: ReadonlyMap<string, StructuralUnit>;
  beginning: ReadonlyMap<string, StructuralUnit[]>;
}

/** The unit itself, or the innermost around it, that is of one of some kinds. */
export function enclosing(
  unit: StructuralUnit | null,
  ...kinds: UnitKind[]
): StructuralUnit | null {
  while (unit && !kinds.includes(unit.kind)) unit = unit.parent;
  return unit;
}

/** The annex, or the second text, that a unit stands in. */
export const attachedTo = (unit: StructuralUnit | null): StructuralUnit | null =>
  enclosing(unit, 'annex', 'text');

const ANNEXES: Record<string, string> = { 附录: 'appendix', 附表: 'schedule', 附图: 'figure' };

/** @returns the address that a unit asks for; it is free for another only where a text numbers twice */
export function addressOf(
  kind: UnitKind,
  number: readonly number[],
  label: string,
  parent: StructuralUnit | null,
): string {
  const outermost = kind === 'annex' || kind === 'text';
  const around = kind === 'article' ? attachedTo(parent) : parent;
  let word = WORDS[kind];
  if (kind === 'annex') word = ANNEXES[label.slice(0, 2)] ?? word;
  if (kind === 'level' && parent?.kind === 'level') word = '';
  return `${around && !outermost ? `${around.id}-` : ''}${word}${number.join('-')}`;
}

/** @returns the anchor of a unit on a page: 第一款 begins where its article does, and has its address */
export const anchorOf = ({ kind, number, id, parent }: StructuralUnit): string =>
  kind === 'clause' && number[0] === 1 ? parent!.id : id;

/** `（三）` stays as it is, `3.` is 3. */
const inOrder = (label: string): string =>
  /^[（(]/u.test(label) ? label : label.replace(/[、.．）)]$/u, '');

/** @returns what a citation calls a unit; asked when the whole text is read, outer units first */
export function nameOf({ kind, number, label, heading, parent }: StructuralUnit): string {
  const around = kind === 'article' ? attachedTo(parent) : parent;
  const before = around && around.kind !== 'heading' ? around.name : '';
  if (kind === 'heading') return heading;
  if (kind === 'annex') return label;
  if (kind === 'text') return '';
  if (kind === 'item') return `${before}第${inOrder(label)}项`;
  if (kind === 'subitem') return `${before}第${inOrder(label)}目`;
  if (kind !== 'clause') return `${before}${label}`;
  const only = parent!.children.filter((child) => child.kind === 'clause').length < 2;
  return only ? before : `${before}第${printNumeral(number[0]!)}款`;
}
