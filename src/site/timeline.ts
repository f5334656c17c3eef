/** What happened when, as exactly as the sources say: documents issued and events held. */
import type { Entry, Library } from '../library/types.ts';
import { compareText } from './compare.ts';
import { dateLabel, dateOrder } from './dates.ts';
import { href, pagePath, type Href, type SitePath } from './urls.ts';

export interface TimelineStop {
  /** With the year only where it changes: 2021年2月18日, 3月中旬. */
  label: string;
  datetime: string;
  items: { text: string; href: Href }[];
  /** The stop that the library is about: a reply. */
  current: boolean;
}

/** A line longer than this is no overview. */
const MOST_STOPS = 9;

const happened = (entry: Entry): boolean =>
  (entry.date?.length ?? 0) >= 7 && entry.fields['status'] !== '计划举办';

/**
 * Stops in order of time; things of one date stand together.
 * @returns an empty list when there are too few to make a line, or too many to be read as one
 */
export function timeline(library: Library, page: SitePath): TimelineStop[] {
  const dated = (['replies', 'policies', 'events'] as const)
    .flatMap((collection) => library.list(collection))
    .filter(happened)
    .toSorted((a, b) => compareText(dateOrder(a), dateOrder(b)));
  const byDate = Map.groupBy(dated, dateOrder);
  if (byDate.size < 3 || byDate.size > MOST_STOPS) return [];
  let year = '';
  return [...byDate.values()].map((entries) => {
    const first = entries[0]!;
    const full = dateLabel(first)!;
    const thisYear = first.date!.slice(0, 4);
    const label = thisYear === year ? full.replace(`${thisYear}年`, '') : full;
    year = thisYear;
    return {
      label,
      datetime: first.date!,
      items: entries
        .toSorted((a, b) => eventsFirst(a) - eventsFirst(b))
        .map((entry) => ({ text: entry.title, href: href(page, pagePath(entry.key)) })),
      current: entries.some((entry) => entry.collection === 'replies'),
    };
  });
}

const eventsFirst = (entry: Entry): number => (entry.collection === 'events' ? 0 : 1);
