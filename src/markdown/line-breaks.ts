/**
 * Lets a line end before an opening quotation mark. The marks “ ‘ are shared with Latin scripts, so
 * that browsers keep them with the Chinese character before, and stretch the justified line instead.
 */
import type { PhrasingContent } from 'mdast';
import { textRuns, type BlockNode } from '../text/blocks.ts';
import { element, textNode, type Child } from './elements.ts';

const BEFORE_MARK = /(?<=\p{Script=Han})(?=[“‘])/u;

/** Puts a `<wbr>`, which is no text, at every such place of a block; its text stays the same. */
export function allowBreaks(block: BlockNode): void {
  for (const { node, parent } of textRuns(block)) {
    const [first = '', ...rest] = node.value.split(BEFORE_MARK);
    if (rest.length === 0 || node.type !== 'text') continue;
    const pieces: Child[] = [textNode(first)];
    for (const piece of rest) pieces.push(element('wbr', {}), textNode(piece));
    const at = parent.children.indexOf(node as PhrasingContent);
    parent.children.splice(at, 1, ...(pieces as PhrasingContent[]));
  }
}
