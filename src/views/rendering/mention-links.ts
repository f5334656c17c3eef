/** The links of a block: those that its author wrote, and the names that the graph found. */
import { entryOfLink } from '../../library/links.ts';
import type { Citation, Block, Entry, Mark } from '../../library/types.ts';
import { href, pagePath } from '../urls.ts';
import { isSafeAddress } from '../../text/safe-text.ts';
import { anchorOf } from '../../text/structure.ts';
import type { DocumentContext } from './context.ts';
import { open } from './html.ts';
import type { Range } from './ranges.ts';

function linkTo(
  context: DocumentContext,
  to: Entry,
  { title, fragment }: { title?: string; fragment?: string } = {},
): Omit<Range, 'start' | 'end'> {
  const address = href(pagePath(context.document.key), pagePath(to.key), fragment);
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
  if (key) return { start, end, ...linkTo(context, context.library.get(key), { title }) };
  if (!isSafeAddress(url)) return { start, end, open: '', close: '' };
  return { start, end, open: open('a', { href: url, title }), close: '</a>' };
}

/** A link to the cited place: of another text with its preview, of this one without. */
function citationRange(context: DocumentContext, citation: Citation): Range {
  const { start, end, key, unit } = citation;
  const fragment = unit ? anchorOf(unit) : undefined;
  if (key !== context.document.key)
    return { start, end, ...linkTo(context, context.library.get(key), { fragment }) };
  return {
    start,
    end,
    open: open('a', { class: 'own-place', href: `#${fragment}` }),
    close: '</a>',
  };
}

/** The ranges of the names and citations in a block; a citation holds the name that it begins with. */
export function mentionRanges(context: DocumentContext, block: Block): Range[] {
  const { library, document } = context;
  const cited = library.citationsIn(document, block);
  const named = library
    .mentionsIn(block)
    .filter(({ start, end }) => !cited.some((c) => c.start < end && start < c.end));
  return [
    ...named.map(({ start, end, key }) => ({ start, end, ...linkTo(context, library.get(key)) })),
    ...cited.map((citation) => citationRange(context, citation)),
  ].sort((a, b) => a.start - b.start);
}
