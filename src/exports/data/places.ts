/** Where in the library a quotation stands, as the data names it. */
import type { Library, Quotation } from '../../library/types.ts';
import { href, homePath, pagePath } from '../../views/urls.ts';

/** @returns the document's page and the paragraph's anchor, from the site's root: `replies/2021-46.html#p3` */
export function place(library: Library, { in: document, quote }: Quotation): string {
  const { block } = library.locate({ in: document, quote });
  return href(homePath, pagePath(document), block.id);
}
