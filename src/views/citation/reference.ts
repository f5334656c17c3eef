/** What every style says of a document, or of a place in it: its issuers, title, number, date and address. */
import type { Entry } from '../../library/types.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { citationKey, issuerNames } from './citation.ts';
import { pagePath } from '../urls.ts';
import { certainField } from '../certain.ts';

export interface Reference {
  /** `changzhou-clusters-replies-2021-46`: unique in a reader's collection. */
  id: string;
  issuers: string[];
  title: string;
  number?: string;
  /** Year, month and day as far as they are known. */
  date: number[];
  /** Only where the library has a public address. */
  url?: string;
  language: string;
  /** The place that is cited, 第3段 or 第十二条; absent where the whole document is. */
  place?: string;
}

/** @param document an entry with text */
export function referenceTo({ library, config }: ValidLibrary, document: Entry): Reference {
  const number = certainField(document, 'number');
  return {
    id: citationKey(config.id, document),
    issuers: issuerNames(library, document),
    title: document.title,
    ...(number && { number }),
    date: (document.date ?? '').split('-').filter(Boolean).map(Number),
    ...(config.address && { url: config.address + pagePath(document.key) }),
    language: config.language,
  };
}
