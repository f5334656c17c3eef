/**
 * What the index holds: a record of each page, which the builder takes, and the files that lie in `pagefind/` beside the words,
 * which are Pagefind's own. Each of ours is JSON; but for the settings it is packed as Pagefind packs its files, by gzip over a
 * signature, and written in UTF-16, by which Chinese packs a tenth smaller than in UTF-8.
 */
import { collectionLabels } from '../../views/wording/labels.ts';

/** Kinds of pages that a citation may name. */
export const DOCUMENT_KINDS: readonly string[] = [
  collectionLabels.replies,
  collectionLabels.policies,
];

/** A piece of a page that a hit can lead to: a paragraph, a title, a note. */
export interface Unit {
  /** Anchor on the page; empty where there is none. */
  id: string;
  /** What a reader calls it: 第3段, 摘要. */
  label: string;
  /** On one line. */
  text: string;
  /** Address of the annex that it stands in: `annex2`. */
  within?: string;
}

/** Words of another page that this one quotes: they are the other's, and found as such. */
export interface QuotedRange {
  /** Anchor of the quotation on the page that quotes; empty where it has facts from the unit and does not quote it. */
  anchor: string;
  /** The quoted page. */
  url: string;
  /** Anchor of the quoted unit there, and the range of its text. */
  unit: string;
  start: number;
  end: number;
}

/** What a list of results shows of a page. */
export interface PageHead {
  /** Path from the site's root: `replies/2021-46.html`. */
  url: string;
  title: string;
  kind: string;
  /** Number, date and validity, what replaces it, and what outside sources say of it, as far as they are known; or empty. */
  about: string;
}

/** What the index holds of one page, as readers are shown it: the original words, with nothing left out. */
export interface PageRecord extends PageHead {
  number?: string;
  /** `2021`, `2021-03` or `2021-05-20`. */
  date?: string;
  validity?: string;
  aliases: string[];
  /** Its own, or those of the documents that it was issued in. */
  levels: string[];
  years: string[];
  issuers: string[];
  clusters: string[];
  /** Whether the page holds an official text, not only words about one. */
  official: boolean;
  /** Its own words. The units of a text are read on, so that a hit may run from one into the next. */
  texts: Unit[][];
  /** What it quotes or, in its summary and figures, says again. */
  quotations: QuotedRange[];
}

/** The filters, in the order they are shown: their name in the address and on the page. */
export const FILTERS = [
  { name: 'kind', label: '类型', of: ({ kind }: PageRecord) => [kind] },
  { name: 'level', label: '层级', of: ({ levels }: PageRecord) => levels },
  { name: 'year', label: '年份', of: ({ years }: PageRecord) => years },
  { name: 'issuer', label: '机关', of: ({ issuers }: PageRecord) => issuers },
  { name: 'cluster', label: '集群', of: ({ clusters }: PageRecord) => clusters },
  { name: 'validity', label: '有效性', of: ({ validity }: PageRecord) => [validity ?? []].flat() },
] as const;

export type FilterName = (typeof FILTERS)[number]['name'];

/** The folder of the index in a site. */
export const INDEX_FOLDER = 'pagefind';
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

/** A page's number, as Pagefind names it: in base 36. */
export type PageId = string;

/** Words of a page that another quotes, or says again. */
export interface Quotation {
  of: PageId;
  by: PageId;
  /** Positions of the words. */
  from: number;
  to: number;
  /** Positions of the unit that they stand in. */
  unitFrom: number;
  unitTo: number;
  /** Anchor of the quotation on the page that quotes. */
  anchor: string;
}

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
  quotations: Quotation[];
}

/** Positions that a piece of a page's texts answers for: so a result loads the pieces of its hits and not the page. */
const PIECE = 4800;
/** No query is looked up by more characters. */
export const LONGEST_HIT = 32;

/** Units of one of the page's texts, one after another. */
export interface PieceText {
  /** Which text, and which of its units is the first. */
  text: number;
  firstUnit: number;
  /** Position of the first character that counts. */
  position: number;
  units: [id: string, label: string, text: string, within?: string][];
}

/** The units that begin at the positions of a piece. */
export interface Piece {
  page: PageHead;
  /** How the page begins, where the piece holds a name of it. */
  beginning?: string;
  /** How many pieces the page has. */
  of: number;
  texts: PieceText[];
}

/** The piece that a unit at this position is in. */
export const pieceAt = (position: number): number => Math.floor(position / PIECE);

/** @param page the folder of the pieces and the page's id */
export const pieceFile = (page: string, number: number): string => `${page}-${number}.pf_text`;
