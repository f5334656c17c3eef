/** 部署与进展: how far a measure had come, as each document says at its date, beside what outside sources said later. */
import { compareText } from '../../library/order.ts';
import type { Entry, Library } from '../../library/types.ts';
import { elsewhereView, factsOn } from '../external-facts/external-facts.ts';
import { ancestorsOf, flatten, measuresBySource, type MeasureGroup } from '../measures/measures.ts';
import { quotationView, type PageContext } from '../passages/passage-view.ts';
import { href, linkTo, pagePath, type Link } from '../urls.ts';
import { dateLabel, dateOrder } from '../wording/figures.ts';
import { UNKNOWN, UNSTATED } from '../wording/labels.ts';

/** In the order in which a reader asks; the last is for measures of which nothing is said. */
export const STATES = ['已完成', '进行中', '将开展', UNSTATED];

/** What documents say of a measure, the latest first. */
function inTime(library: Library, measure: Entry) {
  return measure.statements
    .map((statement) => ({ statement, document: library.get(statement.in) }))
    .toSorted((a, b) => compareText(dateOrder(b.document), dateOrder(a.document)));
}

/** The state that the latest document gives a measure; undefined when none says anything. */
export const latestState = (library: Library, measure: Entry): string | undefined =>
  inTime(library, measure)[0]?.statement.state;

/** Whether the library says of any measure how far it had come. */
export const hasProgress = (library: Library): boolean =>
  library.list('measures').some(({ statements }) => statements.length > 0);

/** The statements on a measure as a page shows them, each with its document and its date, the latest first. */
export const statementViews = (context: PageContext, measure: Entry) =>
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

/**
 * Outside facts on a measure, or on what it acts on, whose source is later than the documents that it is quoted from,
 * the earliest first. What is told of a policy on its own page is what it provides, and no progress of the measure.
 */
function laterFacts(context: PageContext, measure: Entry) {
  const dates = [...measure.evidence, ...measure.statements].map(
    (quotation) => context.library.get(quotation.in).date ?? '',
  );
  const day = dates.toSorted(compareText).at(-1) ?? '';
  return factsOn(context.library, measure)
    .filter(({ entry }) => entry.collection !== 'policies')
    .flatMap((one) => {
      const { date } = one.fact.source;
      return date && date > day ? [{ ...elsewhereView(context, one), date }] : [];
    })
    .toSorted((a, b) => compareText(a.date, b.date));
}

const rowOf = (context: PageContext, measure: Entry) => ({
  measure: linkTo(context.page, measure),
  /** Index into `STATES`, of the latest statement. */
  state: STATES.indexOf(latestState(context.library, measure) ?? UNSTATED),
  statements: statementViews(context, measure),
  /** Measures after it of which the same words say the same. */
  also: [] as Link[],
  later: laterFacts(context, measure),
});

/** Rows in the order of the measures; what one sentence says of several stands with the first of them. */
function rowsOf(context: PageContext, measures: Entry[]) {
  const byWords = new Map<string, ReturnType<typeof rowOf>>();
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

export type ProgressGroup = ReturnType<typeof groupOf>;

/** A document's measures: those of which something is said, and those of which nothing is. */
function groupOf(context: PageContext, { source, roots }: MeasureGroup) {
  const rows = rowsOf(context, roots.flatMap(flatten));
  const hasWords = ({ statements, later }: (typeof rows)[number]): boolean =>
    statements.length + later.length > 0;
  return {
    document: source && linkTo(context.page, source),
    rows: rows.filter(hasWords),
    unstated: rows.filter((row) => !hasWords(row)).map(({ measure }) => measure),
  };
}

/** The model of the page 进展: measures by document, and how many of them have each of `STATES`. */
export function progressPage(context: PageContext) {
  const { library } = context;
  const states = library
    .list('measures')
    .map((measure) => latestState(library, measure) ?? UNSTATED);
  return {
    groups: measuresBySource(library).map((group) => groupOf(context, group)),
    counts: STATES.map((state) => states.filter((one) => one === state).length),
  };
}
