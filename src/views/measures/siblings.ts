/** A measure among its siblings: what it is the next of, and what comes before and after. */
import type { Entry, Library } from '../../library/types.ts';
import { measuresBySource } from './measures-by-source.ts';
import { ancestorsOf, measureNode } from './measure-tree.ts';
import { href, pagePath, type Link, type SitePath } from '../urls.ts';

export interface Siblings {
  /** What they are the parts of: a measure, or the document that states them. */
  whole: Link;
  /** The place among them, from 1. */
  place: number;
  count: number;
  /** All of them where they are few; else the one before, this one and the one after. */
  shown: (Link & { place: number; current: boolean })[];
}

/** More than these are not listed one by one. */
const MOST = 12;

/** The whole that a measure is listed under, and the measures listed there. */
function family(library: Library, measure: Entry): { whole: Entry; members: Entry[] } | undefined {
  const above = ancestorsOf(library, measure).at(-1);
  const node = above && measureNode(library, above);
  if (node) return { whole: above, members: node.parts.map(({ entry }) => entry) };
  const group = measuresBySource(library).find(({ roots }) =>
    roots.some(({ entry }) => entry === measure),
  );
  return group?.source && { whole: group.source, members: group.roots.map(({ entry }) => entry) };
}

/**
 * The siblings of a measure.
 * @returns undefined for what is no measure, and for a measure that has none
 */
export function siblingsOf(library: Library, page: SitePath, entry: Entry): Siblings | undefined {
  const found = entry.collection === 'measures' ? family(library, entry) : undefined;
  if (!found || found.members.length < 2) return undefined;
  const { whole, members } = found;
  const at = members.indexOf(entry);
  const link = ({ title, key }: Entry): Link => ({ text: title, href: href(page, pagePath(key)) });
  const all = members.map((member, i) => ({
    ...link(member),
    place: i + 1,
    current: member === entry,
  }));
  return {
    whole: link(whole),
    place: at + 1,
    count: members.length,
    shown: members.length > MOST ? all.slice(Math.max(0, at - 1), at + 2) : all,
  };
}
