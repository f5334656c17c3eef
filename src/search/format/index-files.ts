/**
 * What lies in `pagefind/` beside the words, which are Pagefind's own files: settings, the table of pages, and the texts of
 * pages in pieces of a few kilobytes, so that a result loads the piece that its hit stands in and not the page. Each is JSON;
 * but for the settings it is packed as Pagefind packs its files, by gzip over a signature.
 */
import type { FilterName, PageHead } from './record.ts';

/** What every packed file of a Pagefind index begins with, under its gzip. */
export const SIGNATURE = 'pagefind_dcd';
/** The WebAssembly that reads an index without a language. */
export const WASM_FILE = 'wasm.unknown.pagefind';
export const SETTINGS_FILE = 'library.json';

/** What the engine must know before its first query. */
export interface Settings {
  /** Traditional → Simplified, packed. */
  fold: string;
  /** Tokens of pairs that stand in very many places, the most frequent first. */
  frequent: string[];
  /** Path of the table of pages. */
  pages: string;
  /** Folder of the pieces of pages. */
  texts: string;
}

/**
 * A quotation: the quoted page, the positions of the words there, the page that quotes, the anchors there and of the quoted
 * unit, and how far the unit reaches before and after the words.
 */
export type QuotationRow = [
  quoted: number,
  from: number,
  to: number,
  quoting: number,
  anchor: string,
  unit: string,
  before: number,
  after: number,
];

/** What a search must know of all pages before it has read any. Columns have a cell a page, in the order of the pages' numbers. */
export interface PageTable {
  /** The values of each filter, and of each page the numbers of its own. */
  filters: Record<FilterName, { values: string[]; pages: number[][] }>;
  /** As a number to sort by: 20210520, 20210300; 0 where none is known. */
  dates: number[];
  /** 1 where the page holds an official text. */
  official: number[];
  /** Of a page that quotes: up to which position its title, summary and figures reach, which say again what it quotes. */
  restated: number[];
  quotations: QuotationRow[];
}

/** Positions that a piece answers for. */
export const PIECE = 3200;
/** A hit that begins in a piece is in it to this many characters: no query is looked up by more. */
export const LONGEST_HIT = 32;

/** A part of one text of a page. */
export interface PieceText {
  /** Which of the page's texts. */
  stretch: number;
  /** Position of its first character that counts. */
  position: number;
  /** Where it begins in the whole text. */
  offset: number;
  /** A line a unit; the first and the last may be cut. */
  text: string;
  /** Of each line the anchor on the page, what a reader calls it, and the address of the annex that it stands in. */
  units: [id: string, label: string, within?: string][];
  /** Whether the sentence that it begins or ends with was cut. */
  cut?: { before?: true; after?: true };
}

export interface Piece {
  page: PageHead;
  /** How the page begins, where the piece holds a name of it. */
  beginning?: string;
  /** How many pieces the page has. */
  of: number;
  texts: PieceText[];
}

/** The piece that answers for a position. */
export const pieceAt = (position: number): number => Math.floor(position / PIECE);

/** @param page the folder of the pieces and the page's id */
export const pieceFile = (page: string, number: number): string => `${page}-${number}.pf_text`;
