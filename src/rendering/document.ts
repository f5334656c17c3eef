/**
 * A document as HTML, written from its blocks alone: an anchor on every block, a link on every name, notes
 * and names for the margin. Adds nothing to the text but what is marked `data-editorial`.
 */
import type { Entry, Library } from '../library/types.ts';
import { renderBlock, renderCell } from './block.ts';
import { ContainerWriter, isCell } from './containers.ts';
import { DocumentContext } from './context.ts';
import { Runs } from './runs.ts';

/**
 * Renders the body of an entry.
 * @param document an entry of the library, with or without blocks
 */
export function renderDocument(library: Library, document: Entry): string {
  const context = new DocumentContext(library, document);
  const containers = new ContainerWriter(document.containers);
  const runs = new Runs(document.blocks);
  const pieces: string[] = [];
  document.blocks.forEach((block, at) => {
    pieces.push(containers.before(at));
    pieces.push(runs.before(block, containers.atTop));
    if (isCell(block)) {
      const { name, class: set } = containers.cell(at);
      pieces.push(renderCell(context, block, name, set));
    } else pieces.push(renderBlock(context, block));
  });
  pieces.push(containers.end(), runs.end());
  return pieces.join('');
}
