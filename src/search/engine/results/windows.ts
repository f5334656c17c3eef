/** What of a long sentence is shown: the words around its hits. */
import type { Sentence } from './sentences.ts';

/** Characters shown of a sentence, unless its hits are longer. */
const MOST = 76;
/** A sentence that is hardly longer is shown whole. */
const TOLERATED = 84;
/** Places shown of one sentence. */
const PLACES = 4;
/** What is left out between two places is at least this. */
const GAP = 4;

export type Window = [from: number, to: number];

/** The first hit of each term, in order. */
function focuses({ hits }: Sentence): Window[] {
  const first = hits.filter((hit, at) => hits.findIndex(({ term }) => term === hit.term) === at);
  return first.slice(0, PLACES).map(({ start, end }) => [start, end]);
}

/** No surrogate pair is cut, and no hit that the window touches. */
function whole([from, to]: Window, { stretch, hits }: Sentence): Window {
  for (const { start, end } of hits) {
    if (start < from && end > from) from = start;
    if (start < to && end > to) to = end;
  }
  if (/[\uDC00-\uDFFF]/.test(stretch.text[from] ?? '')) from--;
  if (/[\uDC00-\uDFFF]/.test(stretch.text[to] ?? '')) to++;
  return [from, to];
}

/** The parts of a sentence to show, in order: the whole of a short one. The first hit is in the first of them. */
export function windowsOf(sentence: Sentence): Window[] {
  const { from, to } = sentence;
  if (to - from <= TOLERATED) return [[from, to]];
  const places = focuses(sentence);
  const hit = places.reduce((sum, [start, end]) => sum + end - start, 0);
  const room = Math.max(16, Math.floor((MOST - hit) / places.length));
  const windows: Window[] = [];
  for (const [start, end] of places) {
    const before = Math.min(start - from, Math.max(Math.floor(room / 2), room - (to - end)));
    const after = Math.min(to - end, room - before);
    const window = whole([start - before, end + after], sentence);
    const last = windows.at(-1);
    if (last && window[0] - last[1] < GAP) last[1] = Math.max(last[1], window[1]);
    else windows.push(window);
  }
  return windows;
}
