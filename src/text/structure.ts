/** Reads the structure of a text from its blocks. */
import { type AnnexMark, annexMarks } from './structure/annexes.ts';
import { Tree } from './structure/tree.ts';
import type { TextBlock, TextStructure } from './structure/types.ts';
import { type Counts, Walk } from './structure/walk.ts';

/**
 * The structure of official texts: 编、章、节、条、款、项、目, 一、（一）1.（1） levels, 附件 and tables, read
 * from the text itself whatever marks its headings have.
 */
export { anchorOf } from './structure/addresses.ts';
export type { StructuralUnit, TextBlock, TextStructure, UnitKind } from './structure/types.ts';

/** Opens an annex where its line stands. */
function openAnnex(tree: Tree, mark: AnnexMark, position: number): void {
  const start = tree.point(mark.index);
  tree.close(0, start);
  const number = [mark.number ?? position];
  tree.add({ kind: 'annex', number, label: mark.printed, heading: mark.heading }, start);
}

/**
 * Reads the structure of a text.
 * @param blocks the text's blocks in order
 * @returns its units as a tree and in order; empty for a text without structure
 */
export function readStructure(blocks: readonly TextBlock[]): TextStructure {
  const tree = new Tree(blocks);
  const marks = annexMarks(blocks);
  const counts: Counts = { texts: 1, tables: 0 };
  const edges = [...marks.map(({ index }) => index), blocks.length];
  new Walk(blocks, tree, 0, edges[0]!, counts).read();
  const annexes = new Map<string, number>();
  marks.forEach((mark, i) => {
    const position = (annexes.get(mark.word) ?? 0) + 1;
    annexes.set(mark.word, mark.number ?? position);
    openAnnex(tree, mark, position);
    new Walk(blocks, tree, mark.index + 1, edges[i + 1]!, counts).read();
  });
  return tree.finish();
}
