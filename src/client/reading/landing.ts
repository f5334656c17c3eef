/** On the page that a search result leads to: marks the hits named in `?hit=` and brings the first into view. */
import { addressed } from './addressed.ts';
import { fold } from '../../search/format/normalise.ts';
import { stretchesIn } from '../../search/ui/page-units.ts';
import { GAP } from '../../views/passages/text-fragment.ts';
import { foldedNodes, type FoldedNodes, type Piece } from './folded-nodes.ts';
import { highlight } from './highlight.ts';

const MOST_WORDS = 16;
const MOST_HITS = 500;

/** Where a passage stands that is named by its beginning and its end: the first place, in pieces. */
function passage(words: string, { folded, pieces }: FoldedNodes): Piece[][] {
  const [first, last] = words.split(GAP).map((end) => fold(end).text);
  if (!first || !last) return [];
  const start = folded.indexOf(first);
  const end = start < 0 ? -1 : folded.indexOf(last, start + first.length);
  return end < 0 ? [] : [pieces(start, end + last.length, words)];
}

/** Each place where the words stand, in pieces. */
function places(words: string, text: FoldedNodes): Piece[][] {
  const { folded, pieces } = text;
  const needle = fold(words).text;
  const found: Piece[][] = [];
  if (needle === '') return found;
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
    found.push(pieces(at, at + needle.length, words));
  }
  return found.length > 0 || !words.includes(GAP) ? found : passage(words, text);
}

/** The hit that the reader was led to: the first in the unit of the address, else the first of all. */
function foremost(hits: Piece[][]): Piece | undefined {
  const anchor = addressed();
  const first = hits.map(([piece]) => piece!);
  return first.find(({ node }) => anchor?.contains(node)) ?? first[0];
}

const words = new URLSearchParams(location.search).getAll('hit').slice(0, MOST_WORDS);
const texts = stretchesIn(document.querySelector('main') ?? document.body).map(foldedNodes);
const hits = words.flatMap((hit) => texts.flatMap((text) => places(hit, text))).slice(0, MOST_HITS);
const first = foremost(hits);
if (first) {
  highlight(hits.flat());
  const place = first.node.parentElement;
  const show = () => place?.scrollIntoView({ block: 'center', behavior: 'instant' });
  // While a page loads, and for a moment after, the browser itself keeps going to the place that the
  // address names; a reader who moves meanwhile is not called back.
  const settled = new AbortController();
  for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
    addEventListener(type, () => settled.abort(), { signal: settled.signal, passive: true });
  }
  const settle = () => {
    for (const delay of [0, 100, 300]) setTimeout(() => settled.signal.aborted || show(), delay);
    setTimeout(() => settled.abort(), 400);
  };
  if (document.readyState === 'complete') settle();
  else addEventListener('load', settle);
}
