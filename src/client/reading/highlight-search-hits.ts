/** On the page that a search result leads to: marks the hits named in `?hit=` and brings the first into view. */
import { fold } from '../../search/format/normalise.ts';
import { stretchesIn, type UnitNodes } from '../../search/ui/page-units.ts';
import { GAP } from '../../views/passages/text-fragment.ts';
import { targetElement } from './target-element.ts';

const MOST_WORDS = 16;
const MOST_HITS = 500;

/** A part of a text node. */
interface Piece {
  node: Text;
  start: number;
  end: number;
}

interface FoldedNodes {
  folded: string;
  signs: ReadonlyMap<number, string>;
  /** Where a piece of `folded` stands; a 第 left out before it belongs to it if the hit has one too. */
  pieces(start: number, end: number, hit: string): Piece[];
}

/** Reads the texts of units that follow one another as one. */
function foldedNodes(stretch: UnitNodes[]): FoldedNodes {
  const nodes = stretch.flatMap((unit) => unit.nodes);
  const starts: number[] = [];
  let text = '';
  for (const node of nodes) {
    starts.push(text.length);
    text += node.data;
  }
  const folded = fold(text);
  return {
    folded: folded.text,
    signs: folded.signs,
    pieces(start, end, hit) {
      const ordinal = hit.startsWith('第') ? folded.ordinals.get(start) : undefined;
      const from = ordinal ?? folded.starts[start]!;
      const to = folded.ends[end - 1]!;
      const pieces: Piece[] = [];
      for (const [at, node] of nodes.entries()) {
        const base = starts[at]!;
        const piece = {
          node,
          start: Math.max(0, from - base),
          end: Math.min(node.length, to - base),
        };
        if (piece.start < piece.end) pieces.push(piece);
      }
      return pieces;
    },
  };
}

/** Where a passage stands that is named by its beginning and its end: the first place, in pieces. */
function passage(words: string, { folded, pieces }: FoldedNodes): Piece[][] {
  const [first, last] = words.split(GAP).map((end) => fold(end).text);
  if (!first || !last) return [];
  const start = folded.indexOf(first);
  const end = start < 0 ? -1 : folded.indexOf(last, start + first.length);
  return end < 0 ? [] : [pieces(start, end + last.length, words)];
}

/** Each place where the words stand, in pieces; of ① the places that print it so, not those of 1. */
function places(words: string, text: FoldedNodes): Piece[][] {
  const { folded, pieces } = text;
  const { text: needle, signs } = fold(words);
  const found: Piece[][] = [];
  if (needle === '') return found;
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
    if ([...signs].every(([offset, sign]) => text.signs.get(at + offset) === sign))
      found.push(pieces(at, at + needle.length, words));
  }
  return found.length > 0 || !words.includes(GAP) ? found : passage(words, text);
}

/** The hit that the reader was led to: the first in the unit of the address, else the first of all. */
function foremost(hits: Piece[][]): Piece | undefined {
  const anchor = targetElement();
  const first = hits.map(([piece]) => piece!);
  return first.find(({ node }) => anchor?.contains(node)) ?? first[0];
}

/* Marks parts of a page without touching it, or, in a browser without the Highlight API, with `<mark>`. */

const NAME = 'search-hit';

function rangeOf({ node, start, end }: Piece): Range {
  const range = new Range();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

function wrap({ node, start, end }: Piece): void {
  const inner = start > 0 ? node.splitText(start) : node;
  if (end - start < inner.length) inner.splitText(end - start);
  const mark = document.createElement('mark');
  mark.className = NAME;
  inner.replaceWith(mark);
  mark.append(inner);
}

/** Marks these parts; parts may overlap, and stand in any order. */
function highlight(pieces: Piece[]): void {
  if (typeof Highlight === 'function' && CSS.highlights) {
    CSS.highlights.set(NAME, new Highlight(...pieces.map(rangeOf)));
    return;
  }
  // From the end of each node to its beginning, so that splitting does not move what is still to come.
  const last = new Map<Text, number>();
  for (const piece of [...pieces].sort((one, other) => other.start - one.start)) {
    const end = Math.min(piece.end, last.get(piece.node) ?? Infinity);
    if (end > piece.start) wrap({ ...piece, end });
    last.set(piece.node, piece.start);
  }
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
