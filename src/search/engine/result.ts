/** A page and where it holds the terms → what a reader is shown of it: sentences with the hits marked, and where they stand. */
import { CLOSING, SENTENCE_END, sentenceAround } from '../../text/sentences.ts';
import type { PageId } from '../format/index-files.ts';
import { fold, wellFormed } from '../format/normalise.ts';
import { placeInTitle } from '../format/tokens.ts';
import type { Excerpt, Result } from '../format/types.ts';
import type { Term, TermMatch, TermMatches } from './lookup.ts';
import type { OpenIndex } from './open-index.ts';
import { positionOf, readHits, type Hit, type ReadText } from './read-page.ts';

/** Sentences shown of a page. */
const SENTENCES = 3;
const LEFT_OUT = { text: '……', hit: false };
/** Characters shown of a sentence, unless its hits are longer. */
const MOST = 76;
/** A sentence that is hardly longer is shown whole. */
const TOLERATED = 84;
/** Places shown of one sentence. */
const PLACES = 4;
/** What is left out between two places is at least this. */
const LEAST_LEFT_OUT = 4;

/** A sentence with its hits, as offsets into the text that it stands in. */
interface Sentence {
  within: ReadText;
  from: number;
  to: number;
  hits: Hit[];
}

/** The sentences that hold these hits, in the order of the hits, each with all of its own. */
function sentencesWith(hits: Hit[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const hit of hits) {
    const last = sentences.at(-1);
    const same = last?.within === hit.within ? last : undefined;
    if (same && hit.end <= same.to) {
      same.hits.push(hit);
      continue;
    }
    const { start, end: to } = sentenceAround(hit.within.text, hit.start, hit.end);
    const from = same ? Math.max(start, Math.min(same.to, hit.start)) : start;
    sentences.push({ within: hit.within, from, to, hits: [hit] });
  }
  return sentences;
}

/** Two sentences with the same words are one to a reader. */
const normalisedText = ({ within, from, to }: Sentence): string =>
  fold(within.text.slice(from, to)).text;

const termsIn = ({ hits }: Sentence) => new Set(hits.map(({ term }) => term));

/**
 * The sentences to show first, best first: each in turn the one with the most terms that the ones before
 * lack, then with the most terms, then the earlier on the page. So a reader sees every term early, and of
 * a single term the page's own order.
 */
function foremost(sentences: Sentence[], most: number): Sentence[] {
  const left = [...sentences];
  const seen = new Set<number>();
  const chosen: Sentence[] = [];
  while (left.length > 0 && chosen.length < most) {
    const values = left.map(termsIn).map((terms) => {
      return [...terms].filter((term) => !seen.has(term)).length * 100 + terms.size;
    });
    const [best] = left.splice(values.indexOf(Math.max(...values)), 1);
    chosen.push(best!);
    for (const term of termsIn(best!)) seen.add(term);
  }
  return chosen;
}

/** The first hit of each term, in order. */
const firstOfEach = (hits: Hit[]): Hit[] =>
  hits.filter((hit) => hit === hits.find(({ term }) => term === hit.term));

type Window = [from: number, to: number];

/** No surrogate pair is cut, and no hit that the window touches. */
function widened([from, to]: Window, { within: { text }, hits }: Sentence): Window {
  for (const { start, end } of hits) {
    if (start < from && end > from) from = start;
    if (start < to && end > to) to = end;
  }
  if (/[\uDC00-\uDFFF]/.test(text[from] ?? '')) from--;
  if (/[\uDC00-\uDFFF]/.test(text[to] ?? '')) to++;
  return [from, to];
}

/** The parts of a sentence to show, in order: the whole of a short one. The first hit is in the first of them. */
function windowsOf(sentence: Sentence): Window[] {
  const { from, to } = sentence;
  if (to - from <= TOLERATED) return [[from, to]];
  const places = firstOfEach(sentence.hits).slice(0, PLACES);
  const hit = places.reduce((sum, { start, end }) => sum + end - start, 0);
  const room = Math.max(16, Math.floor((MOST - hit) / places.length));
  const windows: Window[] = [];
  for (const { start, end } of places) {
    const before = Math.min(start - from, Math.max(Math.floor(room / 2), room - (to - end)));
    const after = Math.min(to - end, room - before);
    const window = widened([start - before, end + after], sentence);
    const last = windows.at(-1);
    if (last && window[0] - last[1] < LEAST_LEFT_OUT) last[1] = Math.max(last[1], window[1]);
    else windows.push(window);
  }
  return windows;
}

/** A hit as it is spelt on the page; of a long one, its beginning. */
function hitText({ within: { text }, start, end }: Hit): string {
  const characters = Array.from(text.slice(start, Math.min(end, start + 240)));
  return wellFormed(characters.slice(0, 120).join(''));
}

/** A window's text, cut into what is marked and what is not. Two terms that overlap are one mark. */
function partsOf({ within: { text }, hits }: Sentence, [from, to]: Window): Excerpt['parts'] {
  const parts: Excerpt['parts'] = [];
  const textOf = (start: number, end: number) => text.slice(start, end).replace(/\s+/g, ' ');
  const add = (start: number, end: number, hit: boolean) => {
    if (end > start) parts.push({ text: textOf(start, end), hit });
  };
  let at = from;
  for (const { start, end } of hits) {
    if (end <= at || start >= to) continue;
    const last = parts.at(-1);
    if (start < at && last?.hit) last.text += textOf(at, end);
    else {
      add(at, start, false);
      add(start, end, true);
    }
    at = end;
  }
  add(at, to, false);
  return parts;
}

function excerptOf(sentence: Sentence, spelt: Map<number, string>): Excerpt {
  const { text, units } = sentence.within;
  const first = sentence.hits[0]!;
  const unit = units.filter(({ start }) => start <= first.start).at(-1)!;
  const windows = windowsOf(sentence);
  const [from, to] = [windows[0]![0], windows.at(-1)![1]];
  const ends = (at: number) => SENTENCE_END.test(text[at - 1]!) || CLOSING.test(text[at - 1]!);
  const cutBefore = from > 0 && (from > sentence.from || !ends(from));
  const cutAfter = to < text.length && (to < sentence.to || (text[to] !== '\n' && !ends(to)));
  const parts = windows.flatMap((window, at) => [
    ...(at > 0 || cutBefore ? [LEFT_OUT] : []),
    ...partsOf(sentence, window),
  ]);
  if (cutAfter) parts.push(LEFT_OUT);
  const others = [...spelt].filter(([term]) => term !== first.term).map(([, words]) => words);
  const hits = [...new Set([hitText(first), ...others])];
  return { anchor: unit.id, label: unit.label, parts, hits };
}

/**
 * The sentences that hold hits, the most telling first, each wording once.
 * @param spelt one hit of each term, to be marked on the page beside those of the sentence
 * @param said what the reader sees already, e.g. the title
 * @returns at most so many of them, and the hits in them
 */
export function excerpts(
  hits: Hit[],
  spelt: Hit[],
  most: number,
  said: string[] = [],
): { excerpts: Excerpt[]; shown: Hit[] } {
  const known = new Set(said);
  const sentences = sentencesWith(hits).filter((sentence) => {
    const words = normalisedText(sentence);
    return known.has(words) ? false : known.add(words);
  });
  const first = foremost(sentences, most);
  const words = new Map(spelt.map((hit) => [hit.term, hitText(hit)]));
  return {
    excerpts: first.map((sentence) => excerptOf(sentence, words)),
    shown: first.flatMap((sentence) => sentence.hits),
  };
}

/** Where a page holds a term, without what is the title, as long as something else is left. */
function besidesTitle(match: TermMatch | undefined): number[] {
  if (!match) return [];
  const title = new Set(match.inNames.map(placeInTitle));
  const starts = match.starts.filter((start) => !title.has(start));
  return starts.length > 0 ? starts : match.starts;
}

/**
 * What is shown of a page: of each term, what is around the first place.
 * @returns nothing when the page's own words do not hold a term that the index offered it for
 */
export async function resultOf(
  index: OpenIndex,
  id: PageId,
  terms: Term[],
  found: TermMatches[],
): Promise<Result | undefined> {
  const matches = found.map(({ pages }) => pages.get(id));
  const starts = matches.map(besidesTitle);
  const firsts = starts.map((list) => list.slice(0, 1));
  const { pieces, inTitle, inText } = await readHits(index, id, terms, firsts);
  const hits = [...inTitle, ...inText];
  const spelt = firstOfEach(hits);
  const proved = matches.every((match, term) => !match || spelt.some((hit) => hit.term === term));
  if (!proved || hits.length === 0) return undefined;
  const { page, beginning } = pieces.find((piece) => piece.beginning) ?? pieces[0]!;
  const said = inTitle.length > 0 ? [fold(page.title).text] : [];
  const sentences = excerpts(inText, spelt, SENTENCES, said);
  const [marked] = excerpts(inTitle, spelt, 1).excerpts;
  const shown = new Set(sentences.shown.map(positionOf));
  return {
    ...page,
    id,
    ...(marked && { marked }),
    ...(sentences.excerpts.length === 0 && { beginning }),
    excerpts: sentences.excerpts,
    more: new Set(starts.flat().filter((start) => !shown.has(start))).size,
  };
}
