/** The document that the front page lifts out: the heart of the library. */
import { compareText } from '../../library/compare.ts';
import type { Entry, Library } from '../../library/types.ts';
import { issuerNames } from '../citation/citation.ts';
import { isDocument, knownField } from '../known-fields.ts';
import { homePath, href, pagePath, type Href } from '../urls.ts';
import { dateLabel } from '../wording/dates.ts';

/** The main document, as the front page lifts it. */
export interface Sheet {
  href: Href;
  /** 发文机关标志 */
  masthead?: string;
  title: string;
  number?: string;
  date?: string;
  datetime?: string;
  /** 抄送, the first line of its 版记. */
  copies?: string;
}

/** The document that stands for the library: its latest reply, else nothing. */
export function mainDocument(library: Library): Entry | undefined {
  return library.list('replies').filter(isDocument).toSorted(byLatest)[0];
}

const byLatest = (a: Entry, b: Entry): number => compareText(b.date ?? '', a.date ?? '');

/** How the front page shows it. */
export function sheetOf(library: Library, entry: Entry): Sheet {
  return {
    href: href(homePath, pagePath(entry.key)),
    masthead: knownField(entry, 'masthead')?.text ?? issuerNames(library, entry)[0],
    title: entry.title,
    number: knownField(entry, 'number')?.text,
    date: dateLabel(entry),
    datetime: entry.date,
    copies: knownField(entry, 'copies')?.text,
  };
}
