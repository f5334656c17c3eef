/** 部署与进展: how far a measure had come, as each document says at its date, beside what outside sources said later. */
import { compareText } from '../../library/order.ts';
import type { Entry, Library } from '../../library/types.ts';
import { factsOn, type PlacedFact } from '../external-facts/external-facts.ts';
import { flatten, type MeasureNode } from '../measures/measures.ts';
import { dateOrder } from '../wording/figures.ts';
import { UNSTATED } from '../wording/labels.ts';

/** In the order in which a reader asks; the last is for measures of which nothing is said. */
export const STATES = ['已完成', '进行中', '将开展', UNSTATED];

/** What documents say of a measure, the latest first. */
export const statementsOn = (library: Library, measure: Entry) =>
  measure.statements
    .map((statement) => ({ statement, document: library.get(statement.in) }))
    .toSorted((a, b) => compareText(dateOrder(b.document), dateOrder(a.document)));

/** The state that the latest document gives a measure; undefined when none says anything. */
export const latestState = (library: Library, measure: Entry): string | undefined =>
  statementsOn(library, measure)[0]?.statement.state;

/** Whether the library says of any measure how far it had come. */
export const hasProgress = (library: Library): boolean =>
  library.list('measures').some(({ statements }) => statements.length > 0);

/**
 * Outside facts on a measure, or on what it acts on, whose source is later than the documents that it is quoted from,
 * the earliest first. What is told of a policy on its own page is what it provides, and no progress of the measure.
 */
function laterFacts(library: Library, measure: Entry): PlacedFact[] {
  const dates = [...measure.evidence, ...measure.statements].map(
    (quotation) => library.get(quotation.in).date ?? '',
  );
  const day = dates.toSorted(compareText).at(-1) ?? '';
  const dateOf = ({ fact }: PlacedFact): string => fact.source.date ?? '';
  return factsOn(library, measure)
    .filter((one) => one.entry.collection !== 'policies' && dateOf(one) > day)
    .toSorted((a, b) => compareText(dateOf(a), dateOf(b)));
}

export interface ProgressRow {
  measure: Entry;
  /** Measures after it of which the same words say the same. */
  also: Entry[];
  later: PlacedFact[];
}

/**
 * A document's measures: those of which something is said, and those of which nothing is, in order; what the same words
 * say of several stands with the first of them.
 */
export function progressOf(library: Library, roots: MeasureNode[]) {
  const rows: ProgressRow[] = [];
  const unstated: Entry[] = [];
  const byWords = new Map<string, ProgressRow>();
  for (const measure of roots.flatMap(flatten)) {
    const later = laterFacts(library, measure);
    const words = measure.statements.length > 0 ? JSON.stringify(measure.statements) : undefined;
    const first = words && byWords.get(words);
    const row = { measure, also: [], later };
    if (words && !first) byWords.set(words, row);
    if (first && later.length === 0) first.also.push(measure);
    else if (words || later.length > 0) rows.push(row);
    else unstated.push(measure);
  }
  return { rows, unstated };
}

/** How many measures have each of `STATES`. */
export function stateCounts(library: Library): number[] {
  const states = library
    .list('measures')
    .map((measure) => latestState(library, measure) ?? UNSTATED);
  return STATES.map((state) => states.filter((one) => one === state).length);
}
