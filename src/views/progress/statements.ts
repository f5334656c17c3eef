/** 承诺与进展: how far a measure had come, as each document says at its date. */
import type { Entry, Library } from '../../library/types.ts';
import { compareText } from '../../library/compare.ts';
import { dateLabel, dateOrder } from '../wording/dates.ts';
import { UNKNOWN } from '../wording/labels.ts';
import { ancestorsOf } from '../measures/measure-tree.ts';
import { quotationView, type PageContext, type PassageView } from '../passages/passage-view.ts';
import { href, pagePath, type Link } from '../urls.ts';

export interface StatementView {
  state: string;
  /** The date of the document that says so. */
  date: string;
  datetime?: string;
  document: Link;
  passage: PassageView;
}

/** What documents say of a measure, the latest first. */
function inTime(library: Library, measure: Entry) {
  return measure.statements
    .map((statement) => ({ statement, document: library.get(statement.in) }))
    .toSorted((a, b) => compareText(dateOrder(b.document), dateOrder(a.document)));
}

/** The state that the latest document gives a measure; undefined when none says anything. */
export const latestState = (library: Library, measure: Entry): string | undefined =>
  inTime(library, measure)[0]?.statement.state;

/** The statements on a measure as a page shows them, the latest first. */
export const statementViews = (context: PageContext, measure: Entry): StatementView[] =>
  inTime(context.library, measure).map(({ statement, document }) => ({
    state: statement.state,
    date: dateLabel(document) ?? `日期${UNKNOWN}`,
    datetime: document.date,
    document: { text: document.title, href: href(context.page, pagePath(document.key)) },
    passage: quotationView(context, statement, measure),
  }));

/**
 * The nearest measure above one of which nothing is said, with what is said of that: only that it is
 * still to come, for what is done as a whole may yet have parts to be done.
 */
export function stateAbove({ library, page }: PageContext, measure: Entry) {
  if (measure.statements.length > 0) return undefined;
  const above = ancestorsOf(library, measure)
    .toReversed()
    .find((one) => one.statements.length > 0);
  const state = above && latestState(library, above);
  if (!above || state !== '将开展') return undefined;
  return { text: above.title, href: href(page, pagePath(above.key), 'progress'), state };
}

/** Whether the library says of any measure how far it had come. */
export const hasProgress = (library: Library): boolean =>
  library.list('measures').some(({ statements }) => statements.length > 0);
