/** The filters of the whole library, and the counts that a reader sees beside them. */
import { FILTERS, type FilterName } from '../record.ts';
import type { OpenIndex, PageId } from './pagefind.ts';
import type { Chosen, Facet } from './types.ts';

/** Which pages each value of each filter keeps, and the pages’ order by date. */
export class Library {
  private readonly keep: Map<string, Map<string, Set<PageId>>>;
  private readonly age: Map<PageId, number>;

  private constructor(keep: Map<string, Map<string, Set<PageId>>>, age: Map<PageId, number>) {
    this.keep = keep;
    this.age = age;
  }

  /** Reads filters and dates from the index. Throws SearchUnavailable. */
  static async read(index: OpenIndex): Promise<Library> {
    const [filters, dates] = await Promise.all([index.filters(), index.byDate()]);
    const keep = new Map<string, Map<string, Set<PageId>>>();
    for (const [filter, values] of Object.entries(filters)) {
      const ids = Object.keys(values).map(
        async (value) => [value, new Set(await index.filtered(filter, value))] as const,
      );
      keep.set(filter, new Map(await Promise.all(ids)));
    }
    const age = new Map(dates.map((id, at) => [id, at]));
    return new Library(keep, age);
  }

  /** Smaller is later; the undated come last. */
  ageOf(id: PageId): number {
    return this.age.get(id) ?? this.age.size;
  }

  get size(): number {
    return this.age.size;
  }

  isOfficial(id: PageId): boolean {
    return this.keep.get('official')?.get('yes')?.has(id) ?? false;
  }

  private passes(id: PageId, name: FilterName, values: string[] | undefined): boolean {
    if (!values || values.length === 0) return true;
    const sets = this.keep.get(name);
    return values.some((value) => sets?.get(value)?.has(id));
  }

  /** Whether a page passes what is chosen: one of the values of each filter. */
  admits(id: PageId, chosen: Chosen, but?: FilterName): boolean {
    return FILTERS.every(({ name }) => name === but || this.passes(id, name, chosen[name]));
  }

  /** What each value would leave of these pages, given what is chosen in the other filters. */
  facets(ids: Iterable<PageId>, chosen: Chosen): Facet[] {
    const all = [...ids];
    return FILTERS.map(({ name, label }): Facet => {
      const reachable = all.filter((id) => this.admits(id, chosen, name));
      const values = [...(this.keep.get(name) ?? [])].map(([value, set]) => ({
        value,
        count: reachable.filter((id) => set.has(id)).length,
        chosen: chosen[name]?.includes(value) ?? false,
      }));
      const order =
        name === 'year'
          ? (one: { value: string }, other: { value: string }) => (one.value < other.value ? 1 : -1)
          : undefined;
      const present = values.filter((value) => value.count > 0 || value.chosen);
      present.sort(
        order ?? ((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)),
      );
      return { name, label, values: present };
    }).filter((facet) => facet.values.length > 0);
  }
}
