/** What stands before the items of a list where a form has no lists of its own, but characters alone. */
import type { Container, Entry } from '../../library/types.ts';

export interface ListItem {
  /** The block that it begins with. */
  from: number;
  /** `3.` in a numbered list, as the page counts; else `-`. */
  mark: string;
}

const holds = (outer: Container, { from, to }: Container): boolean =>
  outer.from <= from && outer.to >= to;

/**
 * @param at a block of the document
 * @returns the items that the block stands in, the outermost first
 */
export function itemsAround({ containers }: Entry, at: number): ListItem[] {
  return containers
    .filter(({ kind, from, to }) => kind === 'item' && from <= at && to > at)
    .toSorted((a, b) => a.depth - b.depth)
    .map((item) => {
      const list = containers.find(
        (one) => one.kind === 'list' && one.depth === item.depth - 1 && holds(one, item),
      );
      if (list?.start === undefined) return { from: item.from, mark: '-' };
      const before = containers.filter(
        (one) =>
          one.kind === 'item' &&
          one.depth === item.depth &&
          one.from < item.from &&
          holds(list, one),
      );
      return { from: item.from, mark: `${list.start + before.length}.` };
    });
}
