/**
 * A document as HTML, written from its blocks alone: an anchor on every block, a link on every name, notes
 * and names for the margin. Adds nothing to the text but what is marked `data-editorial`.
 */
import type { Block, Entry, Library } from '../library/types.ts';
import { blockLabel } from '../site/citation.ts';
import { partNamed } from '../text/parts.ts';
import { ContainerWriter, isCell } from './containers.ts';
import { DocumentContext } from './context.ts';
import { APPARATUS, element } from './html.ts';
import { renderInline } from './inline.ts';
import { margin } from './margin.ts';

/** A paragraph's number, which is its link. What it is called, 第3段, is said by style. */
const numberLink = (block: Block): string =>
  element('a', { class: 'number', href: `#${block.id}`, ...APPARATUS }, String(block.number));

function paragraph(context: DocumentContext, block: Block): string {
  const { names, mark } = margin(context, block);
  const number = block.number === undefined ? '' : numberLink(block);
  return number + names + renderInline(context, block) + mark;
}

function blockElement(context: DocumentContext, block: Block): string {
  const { id, kind, depth } = block;
  const part = partNamed(block.part);
  if (part) {
    const attributes = { id, class: `part part-${part.id}`, 'data-unit': part.label };
    return element(part.element, attributes, paragraph(context, block));
  }
  if (kind === 'heading')
    return element(`h${depth}`, { id, 'data-unit': '小标题' }, renderInline(context, block));
  return element(
    'p',
    { id, 'data-unit': blockLabel(block, context.document) },
    paragraph(context, block),
  );
}

/**
 * Renders the body of an entry.
 * @param document an entry of the library, with or without blocks
 */
export function renderDocument(library: Library, document: Entry): string {
  const context = new DocumentContext(library, document);
  const containers = new ContainerWriter(document.containers);
  const pieces: string[] = [];
  document.blocks.forEach((block, at) => {
    pieces.push(containers.before(at));
    if (isCell(block)) {
      const { name, class: set } = containers.cell(at);
      const attributes = { id: block.id, class: set, 'data-unit': '表' };
      pieces.push(element(name, attributes, renderInline(context, block)));
    } else pieces.push(blockElement(context, block));
  });
  pieces.push(containers.end());
  return pieces.join('');
}
