/** What is known of all pages before any is read: filters, dates, which quote which; and the counts beside the filters. */
import type { PageTable } from '../format/index-files.ts';
import { DOCUMENT_KINDS, FILTERS, type FilterName } from '../format/record.ts';
import type { Chosen, Facet } from '../format/types.ts';

/** A page's number, as Pagefind names it: in base 36. */
export type PageId = string;

/** Words of a page that another quotes. */
export interface Quotation {
  /** Positions of the words. */
  from: number;
  to: number;
  /** Positions of the unit that they stand in. */
  unitFrom: number;
  unitTo: number;
  by: PageId;
  /** Anchor of the quotation on the page that quotes, and of the quoted unit. */
  anchor: string;
  unit: string;
}

const idOf = (number: number): PageId => number.toString(36);
const numberOf = (id: PageId): number => Number.parseInt(id, 36);

export class PageTableReader {
  private readonly table: PageTable;
  private readonly age: number[] = [];
  private readonly quoted = new Map<PageId, Quotation[]>();

  constructor(table: PageTable) {
    this.table = table;
    const order = table.dates.map((_, page) => page);
    order.sort((one, other) => table.dates[other]! - table.dates[one]! || other - one);
    order.forEach((page, at) => (this.age[page] = at));
    for (const row of table.quotations) {
      const [quoted, from, to, quoting, anchor, unit, before, after] = row;
      const [unitFrom, unitTo] = [from - before, to + after];
      const id = idOf(quoted);
      const list = this.quoted.get(id) ?? [];
      list.push({ from, to, unitFrom, unitTo, by: idOf(quoting), anchor, unit });
      this.quoted.set(id, list);
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
  facets(ids: Iterable<PageId>, chosen: Chosen): Facet[] {
    const all = [...ids];
    return FILTERS.map(({ name, label }): Facet => {
      const counts = new Map((chosen[name] ?? []).map((value) => [value, 0]));
      for (const id of all) {
        if (!this.admits(id, chosen, name)) continue;
        for (const value of this.valuesOf(id, name))
          counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const known = new Set(this.table.filters[name].values);
      const values = [...counts]
        .filter(([value]) => known.has(value))
        .map(([value, count]) => ({
          value,
          count,
          chosen: chosen[name]?.includes(value) ?? false,
        }));
      const byValue = (one: { value: string }, other: { value: string }) =>
        one.value < other.value ? -1 : 1;
      values.sort((one, other) =>
        name === 'year' ? byValue(other, one) : other.count - one.count || byValue(one, other),
      );
      return { name, label, values };
    }).filter((facet) => facet.values.length > 0);
  }
}
