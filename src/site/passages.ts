/** A quotation as a page shows it: its words in runs, its paragraph, its citation. */
import type { EntryKey, Library, Passage, Quotation } from '../library/types.ts';
import { blockLabel, citation } from './citation.ts';
import { hitWords } from './hit-words.ts';
import { collectionLabels } from './labels.ts';
import { passageRuns, type Run } from './passage-runs.ts';
import { href, pagePath, type Href, type SitePath } from './urls.ts';

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
}

/**
 * A passage made ready for a page.
 * @param names words to mark in it
 */
export function passageView(
  context: PageContext,
  passage: Passage,
  names: string[] = [],
): PassageView {
  const document = context.library.get(passage.document);
  const label = blockLabel(passage.block);
  return {
    runs: passageRuns(passage, names),
    document: passage.document,
    place: `${collectionLabels[document.collection]}·${label}`,
    shortPlace: label,
    href: href(context.page, pagePath(passage.document), passage.block.id),
    words: hitWords(passage.block.text.slice(passage.start, passage.end)),
    citation: citation(context.library, document, passage.block, context.address),
  };
}

/** A quotation made ready for a page. */
export const quotationView = (context: PageContext, quotation: Quotation): PassageView =>
  passageView(context, context.library.locate(quotation));
