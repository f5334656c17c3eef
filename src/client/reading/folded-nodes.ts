/** A text of the page as search sees it, and the way back to its place among the page's nodes. */
import { fold } from '../../search/format/normalise.ts';
import type { UnitNodes } from '../../search/ui/page-units.ts';

/** A part of a text node. */
export interface Piece {
  node: Text;
  start: number;
  end: number;
}

export interface FoldedNodes {
  folded: string;
  /** Where a piece of `folded` stands; a 第 left out before it belongs to it if the hit has one too. */
  pieces(start: number, end: number, hit: string): Piece[];
}

/** Reads the texts of units that follow one another as one. */
export function foldedNodes(stretch: UnitNodes[]): FoldedNodes {
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
