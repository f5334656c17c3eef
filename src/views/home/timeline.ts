/** What happened when, as exactly as the sources say: documents issued and events held. */
import { compareText } from '../../library/order.ts';
import type { Entry, Library } from '../../library/types.ts';
import { listPages } from '../lists/lists.ts';
import { homePath, href, linkTo, listPath, sitePath, type Link } from '../urls.ts';
import { dateLabel, dateOrder } from '../wording/figures.ts';
import { collectionCounters, collectionLabels } from '../wording/labels.ts';

export interface TimelineStop {
  /** With the year only where it changes: 2021年2月18日, 3月中旬. */
  label: string;
  datetime: string;
  items: Link[];
  /** The stop that the library is about: a reply. */
  current: boolean;
}

/** A line of more stops than this is no overview: it then has a stop a year, and one for all before. */
const MOST_STOPS = 9;

const TIMELINE_COLLECTIONS = ['replies', 'policies', 'events'] as const;

/**
 * Stops in order of time, as the front page links them; things of one date stand together, and where there are many
 * dates, of one year.
 * @returns an empty list when there are too few to make a line
 */
export function timeline(library: Library): TimelineStop[] {
  const entries = TIMELINE_COLLECTIONS.flatMap((collection) => library.list(collection)).filter(
    ({ date, fields }) => date && fields['status'] !== '计划举办',
  );
  // A year alone is no date of a line.
  const dated = entries.filter(({ date }) => date!.length > 4);
  const byDate = Map.groupBy(
    dated.toSorted((a, b) => compareText(dateOrder(a), dateOrder(b))),
    dateOrder,
  );
  if (byDate.size < 3) return [];
  return byDate.size > MOST_STOPS ? yearStops(library, entries) : dateStops([...byDate.values()]);
}

const yearOf = (entry: Entry): string => entry.date!.slice(0, 4);

function dateStops(dates: Entry[][]): TimelineStop[] {
  return dates.map((entries, i) => {
    const first = entries[0]!;
    const before = dates[i - 1]?.[0];
    const repeated = before && yearOf(before) === yearOf(first) ? `${yearOf(first)}年` : '';
    const events = entries.filter(({ collection }) => collection === 'events');
    return {
      label: dateLabel(first)!.replace(repeated, ''),
      datetime: first.date!,
      items: [...new Set([...events, ...entries])].map((entry) => linkTo(homePath, entry)),
      current: entries.some((entry) => entry.collection === 'replies'),
    };
  });
}

/** A stop a year, with how much of each kind: the latest years one by one, those before them together. */
function yearStops(library: Library, entries: Entry[]): TimelineStop[] {
  const years = [...new Set(entries.map(yearOf))].sort();
  const late = years.length > MOST_STOPS ? years.slice(1 - MOST_STOPS) : years;
  const before = years[years.length - late.length - 1];
  const pages = new Set(listPages(library).map(({ group }) => group.path));
  const stop = (label: string, year: string, some: Entry[], parted: boolean): TimelineStop => ({
    label,
    datetime: year,
    items: TIMELINE_COLLECTIONS.flatMap((kind) => {
      const count = some.filter(({ collection }) => collection === kind).length;
      const ofYear = sitePath(`${kind}-${year}.html`);
      const list = parted && pages.has(ofYear) ? ofYear : listPath(kind);
      const text = `${collectionLabels[kind]}${count}${collectionCounters[kind]}`;
      return count > 0 ? [{ text, href: href(homePath, list) }] : [];
    }),
    current: false,
  });
  const ofYear = (year: string) => entries.filter((entry) => yearOf(entry) === year);
  const early = entries.filter((entry) => before && yearOf(entry) <= before);
  return [
    ...(before ? [stop(`${before}年及以前`, before, early, false)] : []),
    ...late.map((year) => stop(`${year}年`, year, ofYear(year), true)),
  ];
}
