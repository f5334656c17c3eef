/** Pages for tests of search. */
import type { PageRecord } from '../../src/search/format/index-files.ts';

/** A page of one official text, its title first. */
export function page(
  url: string,
  title: string,
  paragraphs: string[],
  more: Partial<PageRecord> = {},
): PageRecord {
  return {
    url,
    title,
    kind: '政策',
    about: '',
    aliases: [],
    levels: [],
    years: [],
    issuers: [],
    clusters: [],
    official: true,
    quotations: [],
    texts: [
      [{ id: 'title', label: '标题', text: title }],
      paragraphs.map((text, at) => ({ id: `p${at + 1}`, label: `第${at + 1}段`, text })),
    ],
    ...more,
  };
}
