/** What a page's head is made from. */
import type { Entry } from '../../library/types.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import type { SitePath } from '../../views/urls.ts';

export interface PageFacts {
  site: ValidLibrary;
  path: SitePath;
  /** The page's own title; absent on the front page. */
  title?: string | undefined;
  description: string;
  /** The entry that the page is of. */
  entry?: Entry | undefined;
}
