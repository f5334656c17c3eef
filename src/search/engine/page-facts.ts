/** What is known of all pages before any is read: filters, dates, which quote which; and the counts beside the filters. */
import {
  DOCUMENT_KINDS,
  FILTERS,
  type FilterName,
  type PageId,
  type PageTable,
  type Quotation,
} from '../format/index-files.ts';
import type { Chosen, Facet } from '../format/types.ts';

const numberOf = (id: PageId): number => Number.parseInt(id, 36);

export class PageFacts {
  private readonly table: PageTable;
  private readonly age: number[] = [];
  private readonly quoted = new Map<PageId, Quotation[]>();

  constructor(table: PageTable) {
    this.table = table;
    const order = table.dates.map((_, page) => page);
    order.sort((one, other) => table.dates[other]! - table.dates[one]! || other - one);
    order.forEach((page, at) => (this.age[page] = at));
    for (const quotation of table.quotations) {
      const known = this.quoted.get(quotation.of);
      if (known) known.push(quotation);
      else this.quoted.set(quotation.of, [quotation]);
    }
  }

  get size(): number {
    return this.table.dates.length;
  }

  /** Smaller is later; the undated come last. */
  ageOf(id: PageId): number {
    return this.age[numberOf(id)] ?? this.size;
  }

  isOfficial(id: PageId): boolean {
    return this.table.official[numberOf(id)] === 1;
  }

  /** Whether a position of a page is in its title, summary or figures. */
  isRestated(id: PageId, position: number): boolean {
    return position < (this.table.restated[numberOf(id)] ?? 0);
  }

  /** Whether a citation may mean the page: a reply or a policy, with or without its text. */
  isCitable(id: PageId): boolean {
    return this.valuesOf(id, 'kind').some((kind) => DOCUMENT_KINDS.includes(kind));
  }

  /** What others quote of a page. */
  quotationsOf(id: PageId): Quotation[] {
    return this.quoted.get(id) ?? [];
  }

  private valuesOf(id: PageId, name: FilterName): string[] {
    const { values, pages } = this.table.filters[name];
    return (pages[numberOf(id)] ?? []).map((number) => values[number]!);
  }

  /** Whether a page passes what is chosen: one of the values of each filter. */
  admits(id: PageId, chosen: Chosen, but?: FilterName): boolean {
    return FILTERS.every(({ name }) => {
      const wanted = chosen[name];
      if (name === but || !wanted || wanted.length === 0) return true;
      return this.valuesOf(id, name).some((value) => wanted.includes(value));
    });
  }

  /** What each value would leave of these pages, given what is chosen in the other filters. */
  facets(ids: PageId[], chosen: Chosen): Facet[] {
    return FILTERS.map(({ name, label }): Facet => {
      const known = new Set(this.table.filters[name].values);
      const wanted = chosen[name] ?? [];
      const counts = new Map(wanted.filter((value) => known.has(value)).map((value) => [value, 0]));
      for (const id of ids.filter((one) => this.admits(one, chosen, name)))
        for (const value of this.valuesOf(id, name))
          counts.set(value, (counts.get(value) ?? 0) + 1);
      const byValue = (one: { value: string }, other: { value: string }) =>
        one.value < other.value ? -1 : 1;
      const values = [...counts]
        .map(([value, count]) => ({ value, count, chosen: wanted.includes(value) }))
        .sort((one, other) =>
          name === 'year' ? byValue(other, one) : other.count - one.count || byValue(one, other),
        );
      return { name, label, values };
    }).filter((facet) => facet.values.length > 0);
  }
}
