/** What only the page of a document has: its outline, its citation, its page breaks, the file as received. */
import type { Entry } from '../../library/types.ts';
import { citation } from '../citation/citation.ts';
import type { PageContext } from '../passages/passage-view.ts';
import { href, offlinePath, type Link, type SitePath } from '../urls.ts';
import { outlineOf, type OutlineItem } from './outline.ts';
import { pageBreaks } from './page-breaks.ts';

export interface DocumentParts {
  outline: OutlineItem[];
  citation: string;
  hasTitle: boolean;
  pageBreaks: ReturnType<typeof pageBreaks>;
  /** The received file, and where the archive that holds it is. */
  original?: { file: string; sha256: string; archive: Link };
}

/** The site itself does not hold the received files: the archive of the library does. */
function originalView(page: SitePath, entry: Entry): DocumentParts['original'] {
  const original = entry.fields['original'] as { file: string; sha256: string } | undefined;
  return original && { ...original, archive: { text: '全库归档', href: href(page, offlinePath) } };
}

/** @param entry an entry with text of its own, whose page the context names */
export const documentParts = (
  { library, page, address }: PageContext,
  entry: Entry,
): DocumentParts => ({
  outline: outlineOf(library, entry),
  pageBreaks: pageBreaks(entry),
  citation: citation(library, entry, undefined, address),
  hasTitle: entry.blocks.some((block) => block.part === 'DocumentTitle' || block.depth === 1),
  original: originalView(page, entry),
});
