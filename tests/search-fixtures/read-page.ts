/** Reads one built page of an entry into what a reader sees of it, to hold the records of search to. */
import { parseHTML } from 'linkedom';
import { COLLECTIONS } from '../../src/library/types.ts';
import type { PageRecord, Unit } from '../../src/search/format/index-files.ts';
import { stretchesIn, type UnitNodes } from '../../src/search/ui/page-units.ts';

/** What a page shows of its record. Aliases, and what it has from other documents, it does not. */
export type ShownPage = Pick<
  PageRecord,
  'url' | 'title' | 'kind' | 'number' | 'validity' | 'official' | 'texts'
> & { dateText: string | undefined };

/** The page of an entry; the lists beside it have two hyphens in their names. */
const ENTRY_PAGE = new RegExp(`^(?:${COLLECTIONS.join('|')})/(?:(?!--)[^/])+\\.html$`, 'u');

/**
 * @param url path from the site's root
 * @returns nothing for a page that is no entry's. Throws an error with the path and the remedy where a page has no text to
 *   index, or does not say what it is
 */
export function readPage(url: string, html: string): ShownPage | undefined {
  if (!ENTRY_PAGE.test(url)) return undefined;
  const { document } = parseHTML(html);
  const main = document.querySelector('main');
  if (!main) throw new Error(`${url}: no <main>. Put the page's text inside <main>.`);
  const texts = stretchesIn(main as unknown as Element)
    .map((stretch) => stretch.map(readUnit).filter((unit) => unit.text !== ''))
    .filter((stretch) => stretch.length > 0);
  if (texts.length === 0)
    throw new Error(`${url}: no text to index. Mark its paragraphs with data-unit and an id.`);
  const units = texts.flat();
  const textOf = (...labels: string[]): string | undefined =>
    units.find(({ id, label }) => id.startsWith('figure-') && labels.includes(label))?.text;
  const title = units.find(({ label }) => label === '标题')?.text;
  if (title === undefined) throw new Error(`${url}: no title. Mark it with data-unit="标题".`);
  const kind = main.querySelector('.breadcrumb li')?.textContent?.trim();
  if (!kind) throw new Error(`${url}: no kind. Let the breadcrumb begin with it.`);
  return {
    url,
    title,
    kind,
    number: textOf('文号', '发文字号'),
    dateText: textOf('日期', '成文日期'),
    validity: textOf('有效性'),
    official: document.querySelector('[data-flow]') !== null,
    texts,
  };
}

function readUnit({ id, label, nodes }: UnitNodes): Unit {
  return {
    id,
    label,
    text: nodes
      .map((node) => node.data)
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}
