/**
 * A long list on pages of its own: what is too much for one page is parted by year, by issuer and by
 * the sound of names, and what is still too much is parted again. A page that once had an address keeps
 * it and its meaning as documents are added.
 */
import { push } from '../../library/maps.ts';
import type { Entry, Library } from '../../library/types.ts';
import { facetSlug, filedName, issuersOf, yearOf, type Axis, type Facets } from './facets.ts';
import { compareText } from '../../library/order.ts';
import { comparePinyin, DIGITS, NO_LETTER } from '../wording/pinyin.ts';
import { sitePath, type SitePath } from '../urls.ts';

/** Something that a list shows. */
export interface Item {
  /** The entry whose year, issuer and name it is filed by. */
  entry: Entry;
  /** About how many bytes it takes on a page. */
  weight: number;
}

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

type Parts<I> = [Facets, I[]][];

function byYear<I extends Item>(items: I[], facets: Facets): Parts<I> {
  const years = Map.groupBy(items, ({ entry }) => yearOf(entry));
  return [...years]
    .toSorted(([a], [b]) => compareText(b, a))
    .map(([year, members]) => [{ ...facets, year }, members]);
}

function byIssuer<I extends Item>(library: Library, items: I[], facets: Facets): Parts<I> {
  const issuers = new Map<string, I[]>();
  for (const item of items) for (const issuer of issuersOf(item.entry)) push(issuers, issuer, item);
  const name = (id: string): string => library.entries.get(`organisations/${id}`)?.title ?? id;
  return [...issuers]
    .toSorted(([a], [b]) => Number(a === '') - Number(b === '') || comparePinyin(name(a), name(b)))
    .map(([issuer, members]) => [{ ...facets, issuer }, members]);
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
export function waysToPart<I extends Item>(
  library: Library,
  items: I[],
  facets: Facets,
): { axis: Axis; parts: Parts<I> }[] {
  const named = facets.prefix !== undefined || facets.letter !== undefined;
  const parts: { axis: Axis; parts: Parts<I> }[] = [
    { axis: 'year', parts: named || facets.year !== undefined ? [] : byYear(items, facets) },
    {
      axis: 'issuer',
      parts: named || facets.issuer !== undefined ? [] : byIssuer(library, items, facets),
    },
    { axis: 'name', parts: byName(items, facets) },
  ];
  return parts.filter(
    (part) => part.parts.length > 1 || (part.axis === 'name' && part.parts.length),
  );
}

/** Those whose name ends where the others of a group go on, and so belong to none of its parts. */
export function itemsOutsideParts<I extends Item>({ items, parts }: Group<I>): I[] {
  const name = parts.find(({ axis }) => axis === 'name');
  if (!name) return parts.length > 0 ? [] : items;
  const within = new Set(name.groups.flatMap((group) => group.items));
  return items.filter((item) => !within.has(item));
}

/**
 * Parts a list until every page bears what it shows.
 * @param base the path of the list, without `.html`: `policies`, `policies/company-law--mentions`
 * @param items in the order in which a page shows them
 * @returns every group, the whole list first; alone when one page bears it
 */
export function catalogue<I extends Item>(library: Library, base: string, items: I[]): Group<I>[] {
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
