/** A quotation as a page shows it: its sentence, the quoted words marked, its paragraph, its citation. */
import type { Entry, EntryKey, Library, Passage, Quotation } from '../library/types.ts';
import { blockLabel, citation } from './citation.ts';
import { collectionLabels } from './labels.ts';
import { href, pagePath, type Href, type SitePath } from './urls.ts';

/** Context beyond this many characters on one side of the quoted words is cut. */
const CONTEXT = 48;

export interface Run {
  text: string;
  /** `around`: the sentence about the quoted words; `marked`: the words that matter most. */
  kind: 'around' | 'quoted' | 'marked';
}

export interface PassageView {
  runs: Run[];
  document: EntryKey;
  /** 答复·第4段 */
  place: string;
  /** 第4段 */
  shortPlace: string;
  href: Href;
  citation: string;
}

interface Span {
  start: number;
  end: number;
}

/** Where names stand in a text; spaces in the text do not count. */
function nameSpans(text: string, names: string[], within: Span): Span[] {
  const spans: Span[] = [];
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  for (const name of longestFirst) {
    const letters = [...name.replace(/\s/g, '')].map((c) =>
      c.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
    );
    if (letters.length < 2) continue;
    for (const match of text.matchAll(new RegExp(letters.join('\\s*'), 'gu'))) {
      const span = { start: match.index, end: match.index + match[0].length };
      const taken = spans.some((other) => span.start < other.end && other.start < span.end);
      if (!taken && span.start >= within.start && span.end <= within.end) spans.push(span);
    }
  }
  return spans.toSorted((a, b) => a.start - b.start);
}

/** Cuts a sentence to its quoted words and the clauses next to them. */
function excerpt(text: string, sentence: Span, quoted: Span): Span {
  let { start, end } = sentence;
  if (quoted.start - start > CONTEXT) {
    const before = text.slice(quoted.start - CONTEXT, quoted.start).search(/[，：、。；]/u);
    start = before < 0 ? quoted.start : quoted.start - CONTEXT + before + 1;
  }
  if (end - quoted.end > CONTEXT) {
    const after = text.slice(quoted.end).search(/[，：、。；]/u);
    end = after < 0 || after > CONTEXT ? quoted.end : quoted.end + after;
  }
  return { start, end };
}

/**
 * Parts a passage into runs.
 * @param names words to mark inside the quotation; where none of them stands, all of it is marked,
 *   unless it is as good as all that is shown
 */
export function passageRuns(passage: Passage, names: string[]): Run[] {
  const { text } = passage.block;
  const quoted = { start: passage.start, end: passage.end };
  const sentence = { start: passage.sentenceStart, end: passage.sentenceEnd };
  const shown = excerpt(text, sentence, quoted);
  const found = nameSpans(text, names, quoted);
  const whole = quoted.end - quoted.start > 0.8 * (shown.end - shown.start);
  const marks = found.length > 0 ? found : whole ? [] : [quoted];
  const runs: Run[] = [];
  const add = (kind: Run['kind'], start: number, end: number): void => {
    if (end > start) runs.push({ kind, text: text.slice(start, end) });
  };
  if (shown.start > sentence.start) runs.push({ kind: 'around', text: '……' });
  add('around', shown.start, quoted.start);
  let at = quoted.start;
  for (const mark of marks) {
    add('quoted', at, mark.start);
    add('marked', mark.start, mark.end);
    at = mark.end;
  }
  add('quoted', at, quoted.end);
  add('around', quoted.end, shown.end);
  if (shown.end < sentence.end) runs.push({ kind: 'around', text: '……' });
  return runs;
}

/** What passages need to know of the page they stand on. */
export interface PageContext {
  library: Library;
  /** The page that shows them. */
  page: SitePath;
  /** The library's public address, when it has one. */
  address?: string;
}

/**
 * Joins passages that follow on one another in a paragraph, but for a mark between them. What the
 * author put first stays first.
 */
export function joinPassages(passages: Passage[]): Passage[] {
  const joined: { passage: Passage; rank: number }[] = [];
  for (const passage of passages.toSorted(byPlace)) {
    const last = joined.at(-1);
    const rank = passages.indexOf(passage);
    const follows = last?.passage.block === passage.block && passage.start - last.passage.end <= 1;
    if (!last || !follows) joined.push({ passage: { ...passage }, rank });
    else {
      last.rank = Math.min(last.rank, rank);
      last.passage.end = Math.max(last.passage.end, passage.end);
      last.passage.sentenceEnd = Math.max(last.passage.sentenceEnd, passage.sentenceEnd);
    }
  }
  return joined.toSorted((a, b) => a.rank - b.rank).map(({ passage }) => passage);
}

/** By document, then in the order of the text. */
const byPlace = (a: Passage, b: Passage): number =>
  a.document !== b.document ? 0 : a.block.line - b.block.line || a.start - b.start;

/** A passage made ready for a page. */
export function passageView(
  context: PageContext,
  passage: Passage,
  names: string[] = [],
): PassageView {
  const document = context.library.get(passage.document);
  const label = blockLabel(passage.block);
  return {
    runs: passageRuns(passage, names),
    document: passage.document,
    place: `${collectionLabels[document.collection]}·${label}`,
    shortPlace: label,
    href: href(context.page, pagePath(passage.document), passage.block.id),
    citation: citation(context.library, document, passage.block, context.address),
  };
}

/** A quotation made ready for a page; its entry's names are what is marked in it. */
export const quotationView = (
  context: PageContext,
  quotation: Quotation,
  entry?: Entry,
): PassageView =>
  passageView(
    context,
    context.library.locate(quotation),
    entry ? [entry.title, ...entry.aliases] : [],
  );
