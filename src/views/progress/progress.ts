/** 部署与进展: how far a measure had come, as each document says at its date. */
import type { Entry, Library } from '../../library/types.ts';
import { compareText } from '../../library/compare.ts';
import { dateLabel, dateOrder } from '../wording/figures.ts';
import { UNKNOWN, UNSTATED } from '../wording/labels.ts';
import { ancestorsOf, flatten, type MeasureNode, measuresBySource } from '../measures/measures.ts';
import { quotationView, type PageContext, type PassageView } from '../passages/passage-view.ts';
import { href, pagePath, type Link, linkTo } from '../urls.ts';
import { elsewhereView, factsOn, type ElsewhereView } from '../external-facts/external-facts.ts';

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
    document: linkTo(context.page, document),
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

/** In the order in which a reader asks; the last is for measures of which nothing is said. */
export const STATES = ['已完成', '进行中', '将开展', UNSTATED];

export interface ProgressRow {
  measure: Link;
  /** Index into `STATES`, of the latest statement. */
  state: number;
  statements: StatementView[];
  /** Measures after it of which the same words say the same. */
  also: Link[];
  /** What outside sources said after the document. */
  later: (ElsewhereView & { date: string })[];
}

export interface ProgressGroup {
  document?: Link;
  rows: ProgressRow[];
  /** Measures of which nothing is said. */
  unstated: Link[];
  more: number;
}

export interface ProgressPage {
  groups: ProgressGroup[];
  /** How many measures have each of `STATES`. */
  counts: number[];
}

/** A document's measures of which nothing is said are named up to this many. */
const MOST_UNSTATED = 60;

/** The dates of the documents that a measure is quoted from, the latest last. */
const datesOf = (library: Library, { evidence, statements }: Entry): string[] =>
  [...evidence, ...statements]
    .map((quotation) => library.get(quotation.in).date ?? '')
    .toSorted(compareText);

/** Outside facts on a measure whose source is later than its documents, the earliest first; what a rule grants is no progress. */
function laterFacts(context: PageContext, measure: Entry): ProgressRow['later'] {
  const day = datesOf(context.library, measure).at(-1) ?? '';
  return factsOn(context.library, measure)
    .flatMap((one) => {
      const { date } = one.fact.source;
      return date && date > day && !one.fact.amounts
        ? [{ ...elsewhereView(context, one), date }]
        : [];
    })
    .toSorted((a, b) => compareText(a.date, b.date));
}

function rowOf(context: PageContext, measure: Entry): ProgressRow {
  const { library, page } = context;
  return {
    measure: linkTo(page, measure),
    state: STATES.indexOf(latestState(library, measure) ?? UNSTATED),
    statements: statementViews(context, measure),
    also: [],
    later: laterFacts(context, measure),
  };
}

/** Rows in the order of the measures; what one sentence says of several stands with the first of them. */
function rowsOf(context: PageContext, measures: Entry[]): ProgressRow[] {
  const byWords = new Map<string, ProgressRow>();
  return measures.flatMap((measure) => {
    const row = rowOf(context, measure);
    const words = JSON.stringify(measure.statements);
    const first = byWords.get(words);
    if (measure.statements.length > 0 && row.later.length === 0 && first) {
      first.also.push(row.measure);
      return [];
    }
    if (!first) byWords.set(words, row);
    return [row];
  });
}

function groupOf(context: PageContext, source: Entry | undefined, roots: MeasureNode[]) {
  const rows = rowsOf(context, roots.flatMap(flatten));
  const told = rows.filter(({ statements, later }) => statements.length + later.length > 0);
  const silent = rows.filter((row) => !told.includes(row)).map(({ measure }) => measure);
  return {
    document: source && linkTo(context.page, source),
    rows: told,
    unstated: silent.slice(0, MOST_UNSTATED),
    more: Math.max(0, silent.length - MOST_UNSTATED),
  };
}

/** The model of the page. */
export function progressPage(context: PageContext): ProgressPage {
  const measures = context.library.list('measures');
  const states = measures.map((measure) => latestState(context.library, measure) ?? UNSTATED);
  return {
    groups: measuresBySource(context.library).map(({ source, roots }) =>
      groupOf(context, source, roots),
    ),
    counts: STATES.map((state) => states.filter((one) => one === state).length),
  };
}
