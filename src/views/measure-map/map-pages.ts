/** The pages of 脉络: one, or, in a large library, one for each group of documents. */
import type { Library } from '../../library/types.ts';
import { catalogue, type Group } from '../long-lists/catalogue.ts';
import { measureItems, type MeasureItem } from '../measures/measure-items.ts';
import { mapPath, routeOf } from '../urls.ts';

/** About how many bytes a measure takes in the drawing and in its text. */
const A_MEASURE = 450;

/** @returns none where the library has no measures */
export function mapPages(library: Library): Group<MeasureItem>[] {
  const items = measureItems(library).map((item) => ({
    ...item,
    weight: A_MEASURE * item.measures.count,
  }));
  return items.length > 0 ? catalogue(library, routeOf(mapPath), items) : [];
}
