/** A group of a long list as its page shows it: its name, the way back, its parts with their counts. */
import type { Library } from '../../library/types.ts';
import { itemsOutsideParts, waysToPart, type Group, type Item } from './catalogue.ts';
import { axisLabels, facetLabels, type Axis, type Facets } from './facets.ts';
import { comparePinyin } from '../wording/pinyin.ts';
import { href, type Link } from '../urls.ts';

export interface PartLink extends Link {
  count: number;
}

export interface GroupView {
  /** 2020年、市工信局; empty for the whole list. */
  name: string;
  count: number;
  /** From the whole list down to the group above. */
  above: Link[];
  /** The way to the group's parts, by year, by issuer, by name. */
  ways: { axis: Axis; label: string; links: PartLink[] }[];
}

export interface Section<I> {
  label?: string;
  id?: string;
  items: I[];
}

const nameOf = (library: Library, facets: Facets): string =>
  facetLabels(library, facets).join('、');

/** What a part adds to the group that it is a part of. */
function partLabel(library: Library, axis: Axis, { year, issuer, prefix, letter }: Facets): string {
  if (axis === 'year') return nameOf(library, { year });
  if (axis === 'issuer') return nameOf(library, { issuer });
  return letter ?? `${prefix}……`;
}

/** How a group is parted by name: by the letter of the first character, of a later one, or by characters. */
function wayLabel(axis: Axis, first: Facets | undefined): string {
  if (axis !== 'name' || !first?.prefix) return axisLabels[axis];
  return first.letter === undefined ? '按名称开头' : `按“${first.prefix}”之后的读音`;
}

/**
 * @param whole what the whole list is called: 政策
 */
export function groupView<I extends Item>(
  library: Library,
  group: Group<I>,
  whole: string,
): GroupView {
  const above: Link[] = [];
  for (let one = group.above; one; one = one.above)
    above.unshift({
      text: one.above ? nameOf(library, one.facets) : whole,
      href: href(group.path, one.path),
    });
  return {
    name: nameOf(library, group.facets),
    count: group.items.length,
    above,
    ways: group.parts.map(({ axis, groups }) => ({
      axis,
      label: wayLabel(axis, groups[0]?.facets),
      links: groups.map((part) => ({
        text: partLabel(library, axis, part.facets),
        href: href(group.path, part.path),
        count: part.items.length,
      })),
    })),
  };
}

/** More names than one looks through without a field to type in. */
const MANY = 100;

/** Whether a list is one to look things up in: on pages of its own, or long on one. */
export const isLong = <I extends Item>({ items, parts }: Group<I>): boolean =>
  parts.length > 0 || items.length > MANY;

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
  const named = letter !== undefined || prefix !== undefined;
  const byName = (some: I[]): I[] =>
    some.toSorted((a, b) => comparePinyin(a.entry.title, b.entry.title));
  const [way] = waysToPart(library, items, group.facets);
  const headed =
    prefix === undefined &&
    items.length > FEW &&
    way &&
    items.length >= FEW_A_PART * way.parts.length
      ? way
      : undefined;
  if (!headed) return items.length > 0 ? [{ items: named ? byName(items) : items }] : [];
  return headed.parts.map(([facets, some], i) => ({
    label: partLabel(library, headed.axis, facets),
    id: `part-${i + 1}`,
    items: headed.axis === 'name' ? byName(some) : some,
  }));
}
