/** A quotation as a page shows it: its words in runs, its paragraph, its citation. */
import type { Entry, EntryKey, Library, Passage, Quotation } from '../../library/types.ts';
import { blockLabel, citation, placeId } from '../citation/citation.ts';
import { textFragment } from './text-fragment.ts';
import { collectionLabels } from '../wording/labels.ts';
import { marksIn, passageRuns, type Run } from './passage-runs.ts';
import { href, pagePath, type Href, type Link, type SitePath } from '../urls.ts';

/** What passages need to know of the page they stand on. */
export interface PageContext {
  library: Library;
  /** The page that shows them. */
  page: SitePath;
  /** The library's public address, when it has one. */
  address?: string;
}

export interface PassageView {
  runs: Run[];
  document: EntryKey;
  /** 答复·第4段 */
  place: string;
  /** 第4段 */
  shortPlace: string;
  href: Href;
  /** The quoted words, which the link to their place carries. */
  words: string;
  citation: string;
  /** For a citation of the page's own entry: 第三十二条, and where it stands. */
  cites?: Link;
}

/**
 * A passage made ready for a page.
 * @param entry the entry whose names are marked in it
 */
export function passageView(context: PageContext, passage: Passage, entry?: Entry): PassageView {
  const document = context.library.get(passage.document);
  const label = blockLabel(passage.block, document, passage.start);
  return {
    runs: passageRuns(passage, entry ? marksIn(context.library, passage, entry) : []),
    document: passage.document,
    place: `${collectionLabels[document.collection]}·${label}`,
    shortPlace: label,
    href: href(
      context.page,
      pagePath(passage.document),
      placeId(document, passage.block, passage.start),
    ),
    words: textFragment(passage.block.text.slice(passage.start, passage.end)),
    citation: citation(context.library, document, passage.block, context.address),
  };
}

/** A quotation made ready for a page. */
export const quotationView = (
  context: PageContext,
  quotation: Quotation,
  entry?: Entry,
): PassageView => passageView(context, context.library.locate(quotation), entry);
