/** Marks parts of a page without touching it, or, in a browser without the Highlight API, with `<mark>`. */
import type { Piece } from './folded-nodes.ts';

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
export function highlight(pieces: Piece[]): void {
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
