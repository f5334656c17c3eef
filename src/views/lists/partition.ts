/**
 * A long list on pages of its own: what is too much for one page is parted by year, by issuer and by the sound of
 * names, and what is still too much is parted again. A facet has a meaning of its own, so that a page that once had an
 * address keeps it and its meaning as documents are added.
 */
import { createHash } from 'node:crypto';
import { push } from '../../library/maps.ts';
import { compareText } from '../../library/order.ts';
import type { Entry, Library } from '../../library/types.ts';
import { listField } from '../known-fields.ts';
import { sitePath, type SitePath } from '../urls.ts';
import { UNKNOWN } from '../wording/labels.ts';
import { comparePinyin, DIGITS, filedAs, lettersOf, NO_LETTER } from '../wording/pinyin.ts';

/** Something that a list shows. */
export interface Item {
  /** The entry whose year, issuer and name it is filed by. */
  entry: Entry;
  /** About how many bytes it takes on a page. */
  weight: number;
}

/** Which entries a group holds. An empty year or issuer is one that nobody states. */
interface Facets {
  year?: string;
  /** The id of an organisation. */
  issuer?: string;
  /** Characters that the name begins with, marks and spaces aside. */
  prefix?: string;
  /** The letter of the character after these. */
  letter?: string;
}

type Axis = 'year' | 'issuer' | 'name';
type Parts<I> = [Facets, I[]][];

export interface Group<I extends Item> {
  facets: Facets;
  path: SitePath;
  items: I[];
  /** How it is parted; empty when it is shown on one page. */
  parts: { axis: Axis; groups: Group<I>[] }[];
  /** The group that it was first parted from. */
  above?: Group<I>;
}

/** What one page bears, uncompressed: some 600 titles, or 300 with their particulars; 10 to 30 KB on the line. */
export const PAGE_WEIGHT = 128_000;

const filed = new WeakMap<Entry, { characters: string[]; letters: string[] }>();

/** A name's characters and their letters. */
function filedName(entry: Entry): { characters: string[]; letters: string[] } {
  let name = filed.get(entry);
  if (!name) {
    const text = filedAs(entry.title);
    name = { characters: [...text], letters: lettersOf(text) };
    filed.set(entry, name);
  }
  return name;
}

const organisationName = (library: Library, id: string): string =>
  library.entries.get(`organisations/${id}`)?.title ?? id;

/** Parts by year, the latest first, or by issuer; `''`, where nobody is named, comes last. */
function byField<I extends Item>(
  library: Library,
  items: I[],
  facets: Facets,
  axis: 'year' | 'issuer',
): Parts<I> {
  const valuesOf = ({ date = '' }: Entry, issuers: string[]): Iterable<string> =>
    axis === 'year' ? [date.slice(0, 4)] : new Set(issuers.length > 0 ? issuers : ['']);
  const compare = (a: string, b: string): number =>
    axis === 'year'
      ? compareText(b, a)
      : Number(a === '') - Number(b === '') ||
        comparePinyin(organisationName(library, a), organisationName(library, b));
  const groups = new Map<string, I[]>();
  for (const item of items)
    for (const value of valuesOf(item.entry, listField(item.entry, 'issuers')))
      push(groups, value, item);
  return [...groups]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([value, members]) => [{ ...facets, [axis]: value }, members]);
}

const letterRank = (letter: string): string =>
  letter === DIGITS ? '0' : letter === NO_LETTER ? '~' : letter;

/**
 * Parts names by the letter of their next character, and these by the character itself. Where all go on
 * alike, as in 中华人民共和国……, the first place at which they differ counts.
 */
function byName<I extends Item>(items: I[], facets: Facets): Parts<I> {
  let prefix = facets.prefix ?? '';
  let { letter } = facets;
  for (;;) {
    const at = [...prefix].length;
    const next = ({ entry }: I): string => filedName(entry).characters[at] ?? '';
    const longer = items.filter((item) => next(item) !== '');
    if (longer.length === 0) return [];
    const characters = Map.groupBy(longer, next);
    if (characters.size === 1 && longer.length === items.length) {
      prefix += [...characters.keys()][0]!;
      letter = undefined;
    } else if (letter === undefined) {
      const letters = Map.groupBy(longer, ({ entry }) => filedName(entry).letters[at]!);
      if (letters.size > 1 || longer.length < items.length)
        return [...letters]
          .toSorted(([a], [b]) => compareText(letterRank(a), letterRank(b)))
          .map(([one, members]) => [{ ...facets, prefix, letter: one }, members]);
      letter = [...letters.keys()][0]!;
    } else {
      return [...characters]
        .toSorted(([a], [b]) => comparePinyin(a, b))
        .map(([one, members]) => [{ ...facets, prefix: prefix + one, letter: undefined }, members]);
    }
  }
}

/** The ways to part a group further, those that part it at all. */
function waysToPart<I extends Item>(
  library: Library,
  items: I[],
  facets: Facets,
): { axis: Axis; parts: Parts<I> }[] {
  const named = facets.prefix !== undefined || facets.letter !== undefined;
  const ways = (['year', 'issuer'] as const)
    .filter((axis) => !named && facets[axis] === undefined)
    .map((axis) => ({ axis, parts: byField(library, items, facets, axis) }))
    .filter(({ parts }) => parts.length > 1);
  const parts = byName(items, facets);
  return parts.length > 0 ? [...ways, { axis: 'name', parts }] : ways;
}

/** Beginnings longer than this are named by a digest: a file's name has an end. */
const SPELT = 8;

function prefixSlug(prefix: string): string {
  const codes = [...prefix].map((character) => character.codePointAt(0)!.toString(16));
  if (codes.length <= SPELT) return codes.join('-');
  return `${codes.length}x${createHash('sha256').update(prefix).digest('hex').slice(0, 12)}`;
}

/** A letter in an address. */
const letterSlug = (letter: string): string =>
  letter === DIGITS ? '0' : letter === NO_LETTER ? 'other' : letter.toLowerCase();

/**
 * A group in an address: `2020`, `2020--by-csiib`, `initial-s`, `title-4e0a-6d77--next-s`. Parts are joined
 * by two hyphens, which no id holds.
 */
function facetSlug({ year, issuer, prefix, letter }: Facets): string {
  const parts = [
    year !== undefined && (year || 'undated'),
    issuer !== undefined && (issuer ? `by-${issuer}` : 'issuer-unknown'),
    prefix && `title-${prefixSlug(prefix)}`,
    letter !== undefined && `${prefix ? 'next' : 'initial'}-${letterSlug(letter)}`,
  ];
  return parts.filter(Boolean).join('--');
}

/**
 * Parts a list until every page bears what it shows.
 * @param base the path of the list, without `.html`: `policies`, `policies/company-law--mentions`
 * @param items in the order in which a page shows them
 * @returns every group, the whole list first; alone when one page bears it
 */
export function partition<I extends Item>(library: Library, base: string, items: I[]): Group<I>[] {
  const groups = new Map<SitePath, Group<I>>();
  const grow = (members: I[], facets: Facets, above?: Group<I>): Group<I> => {
    const slug = facetSlug(facets);
    const joint = base.includes('--') ? '--' : '-';
    const path = sitePath(`${base}${slug && joint + slug}.html`);
    const known = groups.get(path);
    if (known) return known;
    const group: Group<I> = { facets, path, items: members, parts: [], above };
    groups.set(path, group);
    const weight = members.reduce((sum, item) => sum + item.weight, 0);
    if (weight > PAGE_WEIGHT)
      group.parts = waysToPart(library, members, facets).map(({ axis, parts }) => ({
        axis,
        groups: parts.map(([one, some]) => grow(some, one, group)),
      }));
    return group;
  };
  grow(items, {});
  return [...groups.values()];
}

/** What a reader calls a group: 2020年、市工信局, 读音S, “上海市”开头; empty for the whole list. */
export function groupName(library: Library, { year, issuer, prefix, letter }: Facets): string {
  const sound =
    letter === DIGITS ? '数字开头' : letter === NO_LETTER ? '其他' : letter && `读音${letter}`;
  const labels = [
    year !== undefined && (year ? `${year}年` : `年份${UNKNOWN}`),
    issuer !== undefined && (issuer ? organisationName(library, issuer) : `发文机关${UNKNOWN}`),
    prefix ? `“${prefix}”${letter === undefined ? '开头' : `之后${letter}`}` : sound,
  ];
  return labels.filter(Boolean).join('、');
}

/** What a part adds to the group that it is a part of. */
export function partLabel(library: Library, axis: Axis, facets: Facets): string {
  if (axis === 'name') return facets.letter ?? `${facets.prefix}……`;
  return groupName(library, { [axis]: facets[axis] });
}

/** How a group is parted; by name, by the letter of the first character, of a later one, or by characters. */
export function axisLabel<I extends Item>({ axis, groups }: Group<I>['parts'][number]): string {
  if (axis !== 'name') return axis === 'year' ? '按年份' : '按发文机关';
  const { prefix, letter } = groups[0]!.facets;
  if (!prefix) return '按名称读音';
  return letter === undefined ? '按名称开头' : `按“${prefix}”之后的读音`;
}

/** Those whose name ends where the others of a group go on, and so belong to none of its parts. */
export function itemsOutsideParts<I extends Item>({ items, parts }: Group<I>): I[] {
  const name = parts.find(({ axis }) => axis === 'name');
  if (!name) return parts.length > 0 ? [] : items;
  const within = new Set(name.groups.flatMap((group) => group.items));
  return items.filter((item) => !within.has(item));
}

export interface Section<I> {
  label?: string;
  items: I[];
}

const inOrder = <I extends Item>(items: I[]): I[] =>
  items.toSorted((a, b) => comparePinyin(a.entry.title, b.entry.title));

/** Names under the letter that each is read with first, or under what they go on with. */
export const sectionsByName = <I extends Item>(items: I[], facets: Facets = {}): Section<I>[] =>
  byName(items, facets).map(([{ letter, prefix }, some]) => ({
    label: letter ?? `${prefix}……`,
    items: inOrder(some),
  }));

/** A page with fewer names needs no headings; nor do parts of one or two names. */
const FEW = 40;
const FEW_A_PART = 3;

/**
 * What a group shows itself, under headings where it is long: by year, else by issuer, else by name. Names that
 * begin alike stand under none.
 */
export function sections<I extends Item>(library: Library, group: Group<I>): Section<I>[] {
  const items = itemsOutsideParts(group);
  const { letter, prefix } = group.facets;
  const [way] = waysToPart(library, items, group.facets);
  const parted = prefix === undefined && items.length > FEW && way;
  if (!parted || items.length < FEW_A_PART * way.parts.length)
    return [{ items: letter !== undefined || prefix !== undefined ? inOrder(items) : items }];
  if (way.axis === 'name') return sectionsByName(items, group.facets);
  return way.parts.map(([facets, some]) => ({
    label: partLabel(library, way.axis, facets),
    items: some,
  }));
}
