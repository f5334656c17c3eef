/**
 * What a long list is parted by: the year of a document, the body that issued it, the sound of its
 * name. A facet has a meaning of its own, so that its address means the same however long the list grows.
 */
import { createHash } from 'node:crypto';
import type { Entry, Library } from '../../library/types.ts';
import { listField } from '../known-fields.ts';
import { DIGITS, filedAs, lettersOf, NO_LETTER } from '../wording/pinyin.ts';
import { UNKNOWN } from '../wording/labels.ts';

/** Which entries a group holds. An empty year or issuer is one that nobody states. */
export interface Facets {
  year?: string;
  /** The id of an organisation. */
  issuer?: string;
  /** Characters that the name begins with, marks and spaces aside. */
  prefix?: string;
  /** The letter of the character after these. */
  letter?: string;
}

export type Axis = 'year' | 'issuer' | 'name';

export const axisLabels: Record<Axis, string> = {
  year: '按年份',
  issuer: '按发文机关',
  name: '按名称读音',
};

interface FiledName {
  characters: string[];
  letters: string[];
}
const filed = new WeakMap<Entry, FiledName>();

/** A name's characters and their letters. */
export function filedName(entry: Entry): FiledName {
  let name = filed.get(entry);
  if (!name) {
    const text = filedAs(entry.title);
    name = { characters: [...text], letters: lettersOf(text) };
    filed.set(entry, name);
  }
  return name;
}

export const yearOf = (entry: Entry): string => entry.date?.slice(0, 4) ?? '';

/** The bodies that issued a document, each once; `''` where nobody is named. */
export function issuersOf(entry: Entry): string[] {
  const issuers = new Set(listField(entry, 'issuers'));
  return issuers.size > 0 ? [...issuers] : [''];
}

/** A letter in an address. */
const LETTERS: Record<string, string> = { [DIGITS]: '0', [NO_LETTER]: 'other' };
const letterSlug = (letter: string): string => LETTERS[letter] ?? letter.toLowerCase();

/** Beginnings longer than this are named by a digest: a file's name has an end. */
const SPELT = 8;

function prefixSlug(prefix: string): string {
  const codes = [...prefix].map((character) => character.codePointAt(0)!.toString(16));
  if (codes.length <= SPELT) return codes.join('-');
  return `${codes.length}x${createHash('sha256').update(prefix).digest('hex').slice(0, 12)}`;
}

/**
 * A group in an address: `2020`, `2020--by-csiib`, `initial-s`, `title-4e0a-6d77--next-s`. Parts are joined
 * by two hyphens, which no id holds.
 */
export function facetSlug({ year, issuer, prefix, letter }: Facets): string {
  const parts = [
    year !== undefined && (year || 'undated'),
    issuer !== undefined && (issuer ? `by-${issuer}` : 'issuer-unknown'),
    prefix && `title-${prefixSlug(prefix)}`,
    letter !== undefined && `${prefix ? 'next' : 'initial'}-${letterSlug(letter)}`,
  ];
  return parts.filter(Boolean).join('--');
}

const letterLabel = (letter: string): string => {
  if (letter === DIGITS) return '数字开头';
  return letter === NO_LETTER ? '其他' : `读音${letter}`;
};

/** What a reader calls the group: 2020年, 市工信局, 读音S, “上海市”开头. */
export function facetLabels(library: Library, { year, issuer, prefix, letter }: Facets): string[] {
  const organisation = issuer && library.entries.get(`organisations/${issuer}`);
  const labels = [
    year !== undefined && (year ? `${year}年` : `年份${UNKNOWN}`),
    issuer !== undefined &&
      (issuer ? (organisation ? organisation.title : issuer) : `发文机关${UNKNOWN}`),
    prefix && `“${prefix}”${letter === undefined ? '开头' : `之后${letter}`}`,
    !prefix && letter && letterLabel(letter),
  ];
  return labels.filter((label): label is string => Boolean(label));
}
