/** A received file once read, whatever its format: what stands in it, in reading order. Pure. */

/** A paragraph, or in a fixed layout such as PDF what its lines were joined to. */
export interface ReceivedParagraph {
  kind: 'paragraph';
  text: string;
  /** How it is set, where the format says so. */
  align?: 'left' | 'center' | 'right';
  /** Whether its first line is set in, where the format says so: a new paragraph, never the rest of one. */
  indented?: boolean;
  /** It is marked as a heading of this depth, in formats that mark them. */
  heading?: number;
  /** The reader joined lines that a page cut here: offsets into `text`. */
  cuts?: number[];
  /** Parts of `text`, in order, that the word processor makes as it shows the file: list numbers, note marks. */
  generated?: string[];
  /** What an editor should look at in it, a sentence each. */
  doubts?: string[];
}

export interface ReceivedTable {
  kind: 'table';
  /** Cells by row; a merged cell's words stand in its first place, the others are empty. */
  rows: string[][];
  /** How many cells are merged ones. */
  merged: number;
  generated?: string[];
  doubts?: string[];
}

/**
 * Around words of a text that are raised, lowered, struck out or emphasised, where Unicode has no such signs: what begins them,
 * and LEVEL, which ends each. Private characters that no document uses.
 */
export const MARKS = {
  sup: '\ue8f2',
  sub: '\ue8f3',
  del: '\ue8f4',
  strong: '\ue8f6',
  emphasis: '\ue8f7',
} as const;
export const LEVEL = '\ue8f5';
export type Setting = keyof typeof MARKS;

/** @returns the words alone, without how they are set */
export const plainWords = (text: string): string => text.replace(/[\ue8f2-\ue8f7]/gu, '');

/** What stands in the file and is left out of the entry. */
export interface Dropped {
  kind: 'dropped';
  text: string;
  /** 页码、页眉、导航… */
  reason: string;
  /** 第3页, where the format knows. */
  where?: string;
}

export type ReceivedBlock = ReceivedParagraph | ReceivedTable | Dropped;

export interface Received {
  /** What a reader calls the format: Word 文档（.docx）. */
  format: string;
  /** Which encoding was read, for a text. */
  encoding?: string;
  blocks: ReceivedBlock[];
  /** All text of the file by a second, simpler reading that knows no structure. */
  whole: string;
  /** Why the file may not be imported though its text was read, a sentence each. */
  faults?: string[];
  /** The file has no order of its own: blocks stand as they are seen on the page. */
  placed?: true;
  /** What an editor should know of how it was read, a sentence each. */
  remarks: string[];
}

/** A paragraph of a draft: an official part, by its name in src/text/parts.ts, or a heading of this depth, or plain text. */
export interface DraftParagraph extends ReceivedParagraph {
  part?: string | undefined;
  depth?: number;
}
export type DraftBlock = DraftParagraph | ReceivedTable;

/** What a received document is made of, once its parts are recognised. */
export interface Draft {
  /** What the document is called: its title, or of an order that only publishes a regulation the regulation's. */
  title?: string | undefined;
  blocks: DraftBlock[];
}

/** @returns the words of every part of that name */
export const partTexts = (blocks: readonly DraftBlock[], name: string): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' && block.part === name ? block.text : []));

/** @returns the text without any white space, and without marks that have no width */
export const solid = (text: string): string =>
  plainWords(text).replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/gu, '');

/** Joins what a line or a page cut: a space only between Latin words; nothing else is put in. */
export const joinCut = (before: string, after: string): string =>
  /[A-Za-z]$/u.test(before) && /^[A-Za-z]/u.test(after) ? `${before} ${after}` : before + after;

/** @returns the words of a block, cell after cell for a table */
export const textOf = (block: ReceivedBlock): string =>
  block.kind === 'table' ? block.rows.flat().join('') : block.text;

/** Takes out of a text the strings that stand in it in that order. */
export function without(text: string, strings: readonly string[]): string {
  let [kept, end] = ['', 0];
  for (const string of strings) {
    const at = text.indexOf(string, end);
    if (at < 0) continue;
    kept += text.slice(end, at);
    end = at + string.length;
  }
  return kept + text.slice(end);
}

/** Characters, each with the sign that Unicode has for it where it is raised, or lowered. */
const pairs = (text: string): Map<string, string> =>
  new Map(text.match(/../gu)!.map((pair) => [...pair] as [string, string]));
const SIGNS = {
  sup: pairs(
    '0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻–⁻=⁼(⁽)⁾（⁽）⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ',
  ),
  sub: pairs('0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋–₋=₌(₍)₎（₍）₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓ'),
};

/** @returns words set so: as signs of Unicode where it has all of them, else between marks */
export function setWords(text: string, setting: Setting): string {
  if (!text.trim()) return text;
  const signs = setting === 'sup' || setting === 'sub' ? SIGNS[setting] : undefined;
  const chars = [...text].map((char) => (/\s/u.test(char) ? char : signs?.get(char)));
  return chars.includes(undefined) ? MARKS[setting] + text + LEVEL : chars.join('');
}

const PLAIN = new Map(
  [...SIGNS.sup, ...SIGNS.sub].flatMap(([char, sign]) =>
    [char, sign].map((one) => [one, char.normalize('NFKC')]),
  ),
);
for (const hyphen of '−–－⁻₋') PLAIN.set(hyphen, '-');

/** @returns the text with raised and lowered signs as plain ones, as a reading without settings has them */
export const levelled = (text: string): string =>
  [...text].map((char) => PLAIN.get(char) ?? char).join('');
