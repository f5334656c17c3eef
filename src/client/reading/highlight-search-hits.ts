/** On the page that a search result leads to: marks the hits named in `?hit=` and brings the first into view. */
import { fold } from '../../search/format/normalise.ts';
import { stretchesIn, type UnitNodes } from '../../search/ui/page-units.ts';
import { GAP } from '../../views/passages/text-fragment.ts';

const MOST_WORDS = 16;
const MOST_HITS = 500;

/** A hit: a range in each text node that it stands in. */
type Hit = Range[];

/** @returns where words stand in units that follow one another, whose texts are read as one */
function finderIn(stretch: UnitNodes[]): (words: string) => Hit[] {
  const nodes = stretch.flatMap((unit) => unit.nodes);
  const folded = fold(nodes.map(({ data }) => data).join(''));

  /** The place of a piece of the folded text; a 第 left out before it belongs to it if the words have one too. */
  const hitAt = (at: number, after: number, words: string): Hit => {
    const ordinal = words.startsWith('第') ? folded.ordinals.get(at) : undefined;
    const from = ordinal ?? folded.starts[at]!;
    const to = folded.ends[after - 1]!;
    let base = 0;
    return nodes.flatMap((node) => {
      const [start, end] = [Math.max(0, from - base), Math.min(node.length, to - base)];
      base += node.length;
      if (start >= end) return [];
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      return [range];
    });
  };

  /** A passage that is named by its beginning and its end: the first place. */
  const passage = (words: string): Hit[] => {
    const [first, last] = words.split(GAP).map((end) => fold(end).text);
    if (!first || !last) return [];
    const start = folded.text.indexOf(first);
    const end = start < 0 ? -1 : folded.text.indexOf(last, start + first.length);
    return end < 0 ? [] : [hitAt(start, end + last.length, words)];
  };

  return (words) => {
    const { text, signs } = fold(words);
    const found: Hit[] = [];
    if (text === '') return found;
    for (let at = folded.text.indexOf(text); at >= 0;) {
      // Of ① the places that print it so, not those of 1.
      if ([...signs].every(([offset, sign]) => folded.signs.get(at + offset) === sign))
        found.push(hitAt(at, at + text.length, words));
      at = folded.text.indexOf(text, at + text.length);
    }
    return found.length > 0 || !words.includes(GAP) ? found : passage(words);
  };
}

/** Marks a range within one text node. */
function mark(range: Range): HTMLElement {
  const element = document.createElement('mark');
  element.className = 'search-hit';
  range.surroundContents(element);
  return element;
}

const words = new URLSearchParams(location.search).getAll('hit').slice(0, MOST_WORDS);
const finders = stretchesIn(document.querySelector('main') ?? document.body).map(finderIn);
const hits = words.flatMap((hit) => finders.flatMap((find) => find(hit))).slice(0, MOST_HITS);
const anchor = document.querySelector(':target');
const marks = hits.flat().map(mark);
/** Where the reader was led to: the first hit in the unit of the address, else the first of all. */
const place = marks.find((element) => anchor?.contains(element)) ?? marks[0];
if (place) {
  // While a page loads, and for a moment after, the browser itself keeps going to the place that the
  // address names; a reader who moves meanwhile is not called back.
  let settled = false;
  for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
    addEventListener(type, () => (settled = true), { once: true, passive: true });
  const show = (): void => {
    if (!settled) place.scrollIntoView({ block: 'center', behavior: 'instant' });
  };
  const settle = (): void => [0, 100, 300].forEach((delay) => void setTimeout(show, delay));
  if (document.readyState === 'complete') settle();
  else addEventListener('load', settle);
}
