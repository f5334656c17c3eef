/** The pages that list collections: one each, and where one page would be too long, its groups'. */
import { COLLECTIONS, type Collection, type Library } from '../../library/types.ts';
import { catalogue, type Group, type Item } from '../long-lists/catalogue.ts';
import { listWeight } from './list-item.ts';
import { measureItems, type MeasureItem } from '../measures/measure-items.ts';
import { memoizeByLibrary } from '../../library/memoize.ts';

/** What a list of a collection holds; measures stand under their documents. */
export type ListedItem = Item & Partial<MeasureItem>;

export interface ListPage {
  collection: Collection;
  group: Group<ListedItem>;
}

function itemsOf(library: Library, collection: Collection): ListedItem[] {
  if (collection === 'measures') return measureItems(library);
  return library.list(collection).map((entry) => ({ entry, weight: listWeight(library, entry) }));
}

/** Every list of the library, each collection's own page before those of its groups. */
export const listPages = memoizeByLibrary((library): ListPage[] =>
  COLLECTIONS.filter((collection) => library.list(collection).length > 0).flatMap((collection) =>
    catalogue(library, collection, itemsOf(library, collection)).map((group) => ({
      collection,
      group,
    })),
  ),
);

/** The page that lists a collection's entries of one year, where its list is parted by year. */
export const yearPage = (library: Library, collection: Collection, year: string) =>
  listPages(library).find(
    ({ collection: name, group: { facets } }) =>
      name === collection &&
      facets.year === year &&
      facets.issuer === undefined &&
      facets.letter === undefined &&
      facets.prefix === undefined,
  )?.group.path;
