/**
 * A document as HTML, written from its blocks alone: an anchor on every block, a link on every name, notes
 * and names for the margin. Adds nothing to the text but what is marked `data-editorial`.
 */
import type { Block, Entry, Library } from '../../library/types.ts';
import { partsOf, renderBlock, renderCell, type BlockParts } from './block.ts';
import { ContainerWriter, isCell } from './containers.ts';
import { DocumentContext } from './context.ts';
import { crowdedBlocks } from './margin-room.ts';
import { Runs } from './runs.ts';

const lengthOf = (html: string): number => html.replaceAll(/<[^>]*>/gu, '').length;

const demandOf = (block: Block, parts: BlockParts) => ({
  text: block.text.length,
  heading: block.kind === 'heading',
  notes: isCell(block) ? [] : parts.notes.map(lengthOf),
  names: isCell(block) ? [] : parts.nameLines.map(lengthOf),
});

/**
 * Renders the body of an entry.
 * @param document an entry of the library, with or without blocks
 */
export function renderDocument(library: Library, document: Entry): string {
  const context = new DocumentContext(library, document);
  const containers = new ContainerWriter(document.containers);
  const runs = new Runs(document.blocks);
  const parts = document.blocks.map((block) => partsOf(context, block));
  const crowded = crowdedBlocks(document.blocks.map((block, at) => demandOf(block, parts[at]!)));
  const pieces: string[] = [];
  document.blocks.forEach((block, at) => {
    pieces.push(containers.before(at));
    pieces.push(runs.before(block, containers.atTop));
    if (isCell(block)) {
      const { name, class: set } = containers.cell(at);
      pieces.push(renderCell(context, block, parts[at]!, name, set));
    } else pieces.push(renderBlock(context, block, parts[at]!, crowded.has(at)));
  });
  pieces.push(containers.end(), runs.end());
  return pieces.join('');
}
