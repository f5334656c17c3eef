/** The pages of 奖补: one, or, in a large library, one for each group of documents. */
import type { Library } from '../../library/types.ts';
import { catalogue, type Group, type Item } from '../long-lists/catalogue.ts';
import { awardsPath, routeOf } from '../urls.ts';
import { documentsWithAwards } from './award-table.ts';

/** About how many bytes a row of the table takes. */
const AN_AWARD = 900;

/** @returns none where the library states no award */
export function awardPages(library: Library): Group<Item>[] {
  const items = documentsWithAwards(library).map((entry) => ({
    entry,
    weight: AN_AWARD * entry.awards.length,
  }));
  return items.length > 0 ? catalogue(library, routeOf(awardsPath), items) : [];
}
