/** The links of a block: those that its author wrote, and the names that the graph found. */
import { entryOfLink } from '../library/links.ts';
import type { Block, Entry, Mark } from '../library/types.ts';
import { href, pagePath } from '../site/urls.ts';
import type { DocumentContext } from './context.ts';
import { open } from './html.ts';
import type { Range } from './ranges.ts';

function linkTo(context: DocumentContext, to: Entry, title?: string): Omit<Range, 'start' | 'end'> {
  const address = href(pagePath(context.document.key), pagePath(to.key));
  return {
    open: open('a', { class: 'mention', href: address, title }),
    close: '</a>',
    after: context.preview(to),
  };
}

/** The range of a link as its author wrote it, to an entry or to an address. */
export function writtenLink(context: DocumentContext, mark: Mark): Range {
  const { start, end, url = '', title } = mark;
  const key = entryOfLink(url);
  if (key) return { start, end, ...linkTo(context, context.library.get(key), title) };
  return { start, end, open: open('a', { href: url, title }), close: '</a>' };
}

/** The ranges of the names in a block. */
export const mentionRanges = (context: DocumentContext, block: Block): Range[] =>
  context.library.mentionsIn(block).map(({ start, end, key }) => ({
    start,
    end,
    ...linkTo(context, context.library.get(key)),
  }));
