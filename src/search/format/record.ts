/** What the index holds of one page, as readers are shown it: the original words, with nothing left out. */

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

/** Units that are read on as one text, so that a hit may run from one into the next. */
export type Stretch = Unit[];

/** Words of another page that this one quotes: they are the other's, and found as such. */
export interface QuotedRange {
  /** Anchor of the quotation on the page that quotes. */
  anchor: string;
  /** The quoted page. */
  url: string;
  /** Anchor of the quoted unit there, and the range of its text. */
  unit: string;
  start: number;
  end: number;
}

/** A unit of a document that an entry has its facts from. */
export interface EvidenceUnit {
  url: string;
  unit: string;
}

/** What a list of results shows of a page. */
export interface PageHead {
  /** Path from the site's root: `replies/2021-46.html`. */
  url: string;
  title: string;
  kind: string;
  number?: string;
  /** `2021`, `2021-03` or `2021-05-20`. */
  date?: string;
  dateText?: string;
  validity?: string;
  /** The titles of the documents that take its place. */
  replacedBy?: string[];
  /** What later sources say of its validity: 据外部资料，已有新版（待核实）. */
  laterValidity?: string;
}

export interface PageRecord extends PageHead {
  aliases: string[];
  /** Its own, or those of the documents that it was issued in. */
  levels: string[];
  years: string[];
  issuers: string[];
  clusters: string[];
  /** Whether the page holds an official text, not only words about one. */
  official: boolean;
  /** Its own words. */
  stretches: Stretch[];
  quotations: QuotedRange[];
  /** Where the facts of its summary and figures stand, whether the page quotes them or not. */
  evidence: EvidenceUnit[];
}

/** The filters, in the order they are shown: their name in the address and on the page. */
export const FILTERS = [
  { name: 'kind', label: '类型', of: (record: PageRecord) => [record.kind] },
  { name: 'level', label: '层级', of: (record: PageRecord) => record.levels },
  { name: 'year', label: '年份', of: (record: PageRecord) => record.years },
  { name: 'issuer', label: '机关', of: (record: PageRecord) => record.issuers },
  { name: 'cluster', label: '集群', of: (record: PageRecord) => record.clusters },
  { name: 'validity', label: '有效性', of: (record: PageRecord) => listed(record.validity) },
] as const;

export type FilterName = (typeof FILTERS)[number]['name'];

function listed(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}
