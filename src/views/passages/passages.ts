/**
 * A passage parted into runs: the quoted words, those among them that matter most, the sentence around; and passages
 * that an author quoted one by one, joined where the text runs on.
 */
import { placesMeaning } from '../../library/names/mentions.ts';
import type { Entry, Library, Passage, Span } from '../../library/types.ts';

/** Context beyond this many characters on one side of the quoted words is cut. */
const CONTEXT = 48;
/** Where a sentence may be cut. */
const PAUSE = /[，：、。；]/u;
/** Quoted words that are more than this share of what is shown are not marked as a whole. */
const AS_GOOD_AS_ALL = 0.8;

export interface Run {
  text: string;
  /** `around`: the sentence about the quoted words; `marked`: the words that matter most. */
  kind: 'around' | 'quoted' | 'marked';
}

/** Cuts a sentence to its quoted words and the clauses next to them. */
function excerpt(text: string, sentence: Span, quoted: Span): Span {
  let { start, end } = sentence;
  if (quoted.start - start > CONTEXT) {
    const before = text.slice(quoted.start - CONTEXT, quoted.start).search(PAUSE);
    start = before < 0 ? quoted.start : quoted.start - CONTEXT + before + 1;
  }
  if (end - quoted.end > CONTEXT) {
    const after = text.slice(quoted.end).search(PAUSE);
    end = after < 0 || after > CONTEXT ? quoted.end : quoted.end + after;
  }
  return { start, end };
}

/**
 * Parts a passage into runs.
 * @param found the words to mark inside the quotation, as offsets into its block; where there are
 *   none, all of it is marked, unless it is as good as all that is shown
 */
export function passageRuns(passage: Passage, found: Span[]): Run[] {
  const { text } = passage.block;
  const quoted = { start: passage.start, end: passage.end };
  const sentence = { start: passage.sentenceStart, end: passage.sentenceEnd };
  const shown = excerpt(text, sentence, quoted);
  const whole = quoted.end - quoted.start > AS_GOOD_AS_ALL * (shown.end - shown.start);
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

/**
 * The places in a passage's quoted words that mean an entry.
 * @returns offsets into the passage's block, in order
 */
export const marksIn = (library: Library, passage: Passage, entry: Entry): Span[] =>
  placesMeaning(library, passage.block, entry).filter(
    ({ start, end }) => passage.start <= start && end <= passage.end,
  );

/** Whether one begins where the other ends, but for a mark between them, or within it. */
const touch = (a: Passage, b: Passage): boolean =>
  a.block === b.block && a.start - b.end <= 1 && b.start - a.end <= 1;

/**
 * Joins passages that follow on one another in a paragraph, but for a mark between them.
 * @param passages in the order of their author
 * @returns the joined ones; what the author put first stays first
 */
export const joinPassages = (passages: Passage[]): Passage[] =>
  passages.reduce<Passage[]>((joined, passage) => {
    const touching = joined.filter((one) => touch(one, passage));
    const all = [...touching, passage];
    const whole = {
      ...passage,
      start: Math.min(...all.map(({ start }) => start)),
      end: Math.max(...all.map(({ end }) => end)),
      sentenceStart: Math.min(...all.map(({ sentenceStart }) => sentenceStart)),
      sentenceEnd: Math.max(...all.map(({ sentenceEnd }) => sentenceEnd)),
    };
    const at = touching[0] ? joined.indexOf(touching[0]) : joined.length;
    return joined.toSpliced(at, 1, whole).filter((one) => !touching.includes(one));
  }, []);
