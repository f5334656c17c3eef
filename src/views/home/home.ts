/** The front page: its heading, its main document, words to search for, what happened when. */
import { compareText } from '../../library/order.ts';
import type { Entry, Library } from '../../library/types.ts';
import { isDocument } from '../known-fields.ts';
import { listPages } from '../lists/lists.ts';
import { homePath, href, linkTo, listPath, sitePath, type Link } from '../urls.ts';
import { awardAmount, counted, dateLabel, dateOrder } from '../wording/figures.ts';
import { collectionCounters, collectionLabels } from '../wording/labels.ts';

/** The document that stands for the library: its latest reply, else nothing. */
export const mainDocument = (library: Library): Entry | undefined =>
  library
    .list('replies')
    .filter(isDocument)
    .toSorted((a, b) => compareText(b.date ?? '', a.date ?? ''))[0];

/**
 * What the library is, in lines.
 * @param name the library's name: the heading where no one document is the heart of it
 */
export function headingOf(library: Library, name: string): string[] {
  const replies = library.list('replies').length;
  return mainDocument(library) && library.entries.size > replies
    ? [`${counted(replies, collectionCounters.replies)}答复，`, '和它提到的每一件事']
    : [name];
}

/** Words worth trying: short names that texts use, a document's number, an amount of money. */
export function sampleQueries(library: Library): string[] {
  const usesOf = (term: Entry): number => library.backlinks(term.key).length;
  const terms = library
    .list('terms')
    .filter((term) => usesOf(term) > 0 && term.title.length <= 4)
    .toSorted((a, b) => usesOf(b) - usesOf(a));
  const number = library.list('policies').find((policy) => policy.fields['number']);
  const [largest] = [...library.entries.values()]
    .flatMap((entry) => entry.awards)
    .toSorted((a, b) => b.amount - a.amount);
  return [
    ...terms.slice(0, 3).map(({ title }) => title),
    ...(number ? [String(number.fields['number'])] : []),
    ...(largest ? [awardAmount({ ...largest, ceiling: false })] : []),
  ];
}

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
 * Documents issued and events held, as exactly as the sources say, in order of time: things of one date stand together,
 * and where there are many dates, of one year.
 * @returns an empty list when there are too few to make a line
 */
export function timeline(library: Library): TimelineStop[] {
  const entries = TIMELINE_COLLECTIONS.flatMap((collection) => library.list(collection))
    .filter(({ date, fields }) => date && fields['status'] !== '计划举办')
    .toSorted((a, b) => compareText(dateOrder(a), dateOrder(b)));
  // A year alone is no date of a line.
  const byDate = Map.groupBy(
    entries.filter(({ date }) => date!.length > 4),
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
  const years = [...new Set(entries.map(yearOf))];
  const early = years.length > MOST_STOPS ? years.length - MOST_STOPS + 1 : 0;
  const pages = new Set(listPages(library).map(({ group }) => group.path));
  const stops = Map.groupBy(entries, (entry) => Math.max(early - 1, years.indexOf(yearOf(entry))));
  return [...stops].map(([at, some]) => {
    const year = years[at]!;
    const together = at < early;
    return {
      label: together ? `${year}年及以前` : `${year}年`,
      datetime: year,
      items: TIMELINE_COLLECTIONS.flatMap((kind) => {
        const count = some.filter(({ collection }) => collection === kind).length;
        const ofYear = sitePath(`${kind}-${year}.html`);
        const list = !together && pages.has(ofYear) ? ofYear : listPath(kind);
        const text = `${collectionLabels[kind]}${count}${collectionCounters[kind]}`;
        return count > 0 ? [{ text, href: href(homePath, list) }] : [];
      }),
      current: false,
    };
  });
}
