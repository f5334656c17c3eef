/** The text of a block, and what is set apart in it: marks of Markdown, and links to entries. */
import type { PhrasingContent } from 'mdast';
import { entryOfLink } from '../library/links.ts';
import type { Block, Mark } from '../library/types.ts';
import type { BlockNode } from '../text/blocks.ts';
import { joinLines } from '../text/lines.ts';

const KINDS: Record<string, Mark['kind']> = {
  strong: 'strong',
  emphasis: 'emphasis',
  delete: 'delete',
  link: 'link',
  superscript: 'sup',
  subscript: 'sub',
  inlineCode: 'code',
  break: 'break',
};

/** Most blocks have neither: they share one empty list of each. */
const NO_MARKS: Mark[] = [];
const NO_LINKS: Block['links'] = [];

/**
 * @param node a block of the parsed tree
 * @returns its text as printed, without marks of Markdown, and where its marks and links stand in it
 */
export function inlineOf(node: BlockNode): Pick<Block, 'text' | 'marks' | 'links'> {
  const marks: Mark[] = [];
  const links: Block['links'] = [];
  let text = '';
  const walk = (child: PhrasingContent): void => {
    const start = text.length;
    const kind = KINDS[child.type];
    const mark: Mark | undefined = kind && { kind, start, end: start };
    if (mark) marks.push(mark);
    if (child.type === 'text' || child.type === 'inlineCode') text += joinLines(child.value);
    else if ('children' in child) (child.children as PhrasingContent[]).forEach(walk);
    if (mark) mark.end = text.length;
    if (mark && child.type === 'link') {
      mark.url = child.url;
      if (child.title) mark.title = child.title;
      const key = entryOfLink(child.url);
      const line = child.position?.start.line ?? 0;
      if (key && text.length > start) links.push({ start, end: text.length, key, line });
    }
  };
  (node.children as PhrasingContent[]).forEach(walk);
  return {
    text,
    marks: marks.length > 0 ? marks : NO_MARKS,
    links: links.length > 0 ? links : NO_LINKS,
  };
}

/** A block's text where nothing is set apart in it. */
export const plainInline = (text: string): Pick<Block, 'text' | 'marks' | 'links'> => ({
  text,
  marks: NO_MARKS,
  links: NO_LINKS,
});
