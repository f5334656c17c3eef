/** The pages of overviews, 奖补 and 脉络: one each, or, in a large library, one for each group of documents. */
import type { Library } from '../../library/types.ts';
import { documentsWithAwards } from '../awards/award-table.ts';
import { catalogue, type Group, type Item } from './catalogue.ts';
import { measureItems, type MeasureItem } from '../measures/measure-items.ts';
import { awardsPath, mapPath, routeOf } from '../urls.ts';

export type OverviewPage =
  { overview: 'awards'; group: Group<Item> } | { overview: 'map'; group: Group<MeasureItem> };

/** About what a row of the table takes, and a measure in the drawing and in its text. */
const AN_AWARD = 900;
const A_MEASURE = 450;

const awardItems = (library: Library): Item[] =>
  documentsWithAwards(library).map((entry) => ({ entry, weight: AN_AWARD * entry.awards.length }));

const mapItems = (library: Library): MeasureItem[] =>
  measureItems(library).map((item) => ({ ...item, weight: A_MEASURE * item.measures.count }));

/** Overviews exist only where the library has what they show. */
export function overviewPages(library: Library): OverviewPage[] {
  const awards = awardItems(library);
  const map = mapItems(library);
  const groups = <I extends Item>(path: typeof mapPath, items: I[]): Group<I>[] =>
    items.length > 0 ? catalogue(library, routeOf(path), items) : [];
  return [
    ...groups(awardsPath, awards).map((group): OverviewPage => ({ overview: 'awards', group })),
    ...groups(mapPath, map).map((group): OverviewPage => ({ overview: 'map', group })),
  ];
}
