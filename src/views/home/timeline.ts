/** What happened when, as exactly as the sources say: documents issued and events held. */
import type { Collection, Entry, Library } from '../../library/types.ts';
import { compareText } from '../../library/order.ts';
import { dateLabel, dateOrder } from '../wording/figures.ts';
import { collectionCounters, collectionLabels } from '../wording/labels.ts';
import { yearPage } from '../lists/lists.ts';
import { href, listPath, type Href, type SitePath, linkTo } from '../urls.ts';

export interface TimelineStop {
  /** With the year only where it changes: 2021年2月18日, 3月中旬. */
  label: string;
  datetime: string;
  items: { text: string; href: Href }[];
  /** The stop that the library is about: a reply. */
  current: boolean;
}

/** A line of more stops than this is no overview: it then has a stop a year, and one for all before. */
const MOST_STOPS = 9;

const TIMELINE_COLLECTIONS = ['replies', 'policies', 'events'] as const;

const planned = (entry: Entry): boolean => entry.fields['status'] === '计划举办';

const isDated = (entry: Entry): boolean => (entry.date?.length ?? 0) >= 7;

/**
 * Stops in order of time; things of one date stand together, and where there are many dates, of one year.
 * @returns an empty list when there are too few to make a line
 */
export function timeline(library: Library, page: SitePath): TimelineStop[] {
  const entries = TIMELINE_COLLECTIONS.flatMap((collection) => library.list(collection)).filter(
    (entry) => entry.date && !planned(entry),
  );
  const dated = entries.filter(isDated).toSorted((a, b) => compareText(dateOrder(a), dateOrder(b)));
  const byDate = Map.groupBy(dated, dateOrder);
  if (byDate.size < 3) return [];
  return byDate.size > MOST_STOPS
    ? yearStops(library, page, entries)
    : dateStops(page, [...byDate.values()]);
}

function dateStops(page: SitePath, dates: Entry[][]): TimelineStop[] {
  let year = '';
  return dates.map((entries) => {
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
        .map((entry) => linkTo(page, entry)),
      current: entries.some((entry) => entry.collection === 'replies'),
    };
  });
}

const eventsFirst = (entry: Entry): number => (entry.collection === 'events' ? 0 : 1);

/** A stop a year, with how much of each kind: the latest years one by one, those before them together. */
function yearStops(library: Library, page: SitePath, entries: Entry[]): TimelineStop[] {
  const years = [...Map.groupBy(entries, (entry) => entry.date!.slice(0, 4))].toSorted(([a], [b]) =>
    compareText(a, b),
  );
  const late = years.length > MOST_STOPS ? years.slice(1 - MOST_STOPS) : years;
  const early = years.slice(0, years.length - late.length);
  const counts = (some: Entry[], pageOf: (kind: Collection) => SitePath): TimelineStop['items'] =>
    TIMELINE_COLLECTIONS.map(
      (kind) => [kind, some.filter(({ collection }) => collection === kind).length] as const,
    )
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => ({
        text: `${collectionLabels[kind]}${count}${collectionCounters[kind]}`,
        href: href(page, pageOf(kind)),
      }));
  const before = early.at(-1)?.[0];
  return [
    ...(before
      ? [
          {
            label: `${before}年及以前`,
            datetime: before,
            items: counts(
              early.flatMap(([, some]) => some),
              listPath,
            ),
            current: false,
          },
        ]
      : []),
    ...late.map(([year, some]) => ({
      label: `${year}年`,
      datetime: year,
      items: counts(some, (kind) => yearPage(library, kind, year) ?? listPath(kind)),
      current: false,
    })),
  ];
}
