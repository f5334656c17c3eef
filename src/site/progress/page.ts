/** The page 进展: measures by document, with what is said of each, beside what outside sources said later. */
import type { Entry, Library } from '../../library/types.ts';
import { compareText } from '../compare.ts';
import { elsewhereView, factsOn, type ElsewhereView } from '../external-elsewhere.ts';
import { UNSTATED } from '../labels.ts';
import { flatten, type MeasureNode } from '../measure-tree.ts';
import { measuresBySource } from '../measures-by-source.ts';
import type { PageContext } from '../passages.ts';
import { href, pagePath, type Link } from '../urls.ts';
import { latestState, statementViews, type StatementView } from './statements.ts';

/** In the order in which a reader asks; the last is for measures of which nothing is said. */
export const STATES = ['已完成', '进行中', '将开展', UNSTATED];

export interface ProgressRow {
  measure: Link;
  /** Index into `STATES`, of the latest statement. */
  state: number;
  statements: StatementView[];
  /** The words are those that were shown for the row before. */
  sameWords: boolean;
  /** What outside sources said after the document. */
  later: (ElsewhereView & { date: string })[];
}

export interface ProgressGroup {
  document?: Link;
  rows: ProgressRow[];
  /** Measures of which nothing is said. */
  unstated: Link[];
  more: number;
  /** What outside sources later said of the document itself. */
  later: ProgressRow['later'];
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

/** Outside facts whose source appeared after a day, the earliest first. */
function laterThan(context: PageContext, entry: Entry, day: string): ProgressRow['later'] {
  return factsOn(context.library, entry)
    .flatMap((placed) => {
      const { date } = placed.fact.source;
      return date && date > day ? [{ ...elsewhereView(context, placed), date }] : [];
    })
    .toSorted((a, b) => compareText(a.date, b.date));
}

function rowsOf(context: PageContext, measures: Entry[]): ProgressRow[] {
  const { library, page } = context;
  let words = '';
  return measures.map((measure) => {
    const said = measure.statements.map(({ in: document, quote }) => document + quote).join('\n');
    const sameWords = said === words && said !== '';
    words = said;
    return {
      measure: { text: measure.title, href: href(page, pagePath(measure.key)) },
      state: STATES.indexOf(latestState(library, measure) ?? UNSTATED),
      statements: statementViews(context, measure),
      sameWords,
      later: laterThan(context, measure, datesOf(library, measure).at(-1) ?? ''),
    };
  });
}

function groupOf(context: PageContext, source: Entry | undefined, roots: MeasureNode[]) {
  const { library, page } = context;
  const measures = roots.flatMap(flatten);
  const rows = rowsOf(context, measures);
  const told = rows.filter(({ statements, later }) => statements.length + later.length > 0);
  const silent = rows.filter((row) => !told.includes(row)).map(({ measure }) => measure);
  const day = measures
    .flatMap((measure) => datesOf(library, measure))
    .toSorted(compareText)
    .at(-1);
  return {
    document: source && { text: source.title, href: href(page, pagePath(source.key)) },
    rows: told,
    unstated: silent.slice(0, MOST_UNSTATED),
    more: Math.max(0, silent.length - MOST_UNSTATED),
    later: source ? laterThan(context, source, day ?? '') : [],
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
