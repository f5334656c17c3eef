/** The front page: its heading, its main document, what happened when. */
import { compareText } from '../../library/order.ts';
import type { Entry, Library } from '../../library/types.ts';
import { isDocument } from '../known-fields.ts';
import { counted, dateLabel, dateOrder } from '../wording/figures.ts';
import { collectionCounters } from '../wording/labels.ts';

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

export interface TimelineStop {
  /** With the year only where it changes: 2021年2月18日, 3月中旬. */
  label: string;
  /** Things of one date. */
  entries: Entry[];
}

/** With fewer dates there is no line, and with more it is no overview: lists are parted by year then. */
const FEWEST_STOPS = 3;
const MOST_STOPS = 12;

/** Documents issued and events held, as exactly as the sources say, in order of time. */
export function timeline(library: Library): TimelineStop[] {
  const dated = (['events', 'replies', 'policies'] as const)
    .flatMap((collection) => library.list(collection))
    // A year alone is no date of a line.
    .filter(({ date, fields }) => (date?.length ?? 0) > 4 && fields['status'] !== '计划举办')
    .toSorted((a, b) => compareText(dateOrder(a), dateOrder(b)));
  const stops = [...Map.groupBy(dated, dateOrder).values()];
  if (stops.length < FEWEST_STOPS || stops.length > MOST_STOPS) return [];
  return stops.map((entries, i) => {
    const year = entries[0]!.date!.slice(0, 4);
    const same = stops[i - 1]?.[0]!.date!.startsWith(year);
    const label = dateLabel(entries[0]!)!;
    return { label: same ? label.replace(`${year}年`, '') : label, entries };
  });
}
