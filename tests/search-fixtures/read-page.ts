/** Reads one built page into the record that the index keeps of it. */
import { parseHTML } from 'linkedom';
import type { PageRecord, Unit } from '../../src/search/records/record.ts';
import { stretchesIn, type UnitNodes } from '../../src/search/records/unit-text.ts';

/**
 * The record of a page, or nothing if the page is not to be found by search (no `library:kind`).
 * Throws an error with the page's path and the remedy when the page breaks the HTML contract.
 */
export function readPage(url: string, html: string): PageRecord | undefined {
  const { document } = parseHTML(html);
  const all = (name: string) =>
    [...document.querySelectorAll(`meta[name="library:${name}"]`)]
      .map((meta) => meta.getAttribute('content')?.trim() ?? '')
      .filter(Boolean);
  const one = (name: string) => all(name)[0];

  const kind = one('kind');
  if (kind === undefined) return undefined;
  const main = document.querySelector('main');
  if (!main)
    throw new Error(`${url}: the page has library:kind but no <main>. Put its text inside <main>.`);
  const title = one('title');
  if (title === undefined)
    throw new Error(`${url}: the page has library:kind but no library:title. Add that <meta>.`);

  const stretches = stretchesIn(main as unknown as Element)
    .map((stretch) => stretch.map(readUnit).filter((unit) => unit.text !== ''))
    .filter((stretch) => stretch.length > 0);
  if (stretches.length === 0)
    throw new Error(`${url}: no text to index. Mark its paragraphs with data-unit and an id.`);

  return {
    url,
    title,
    kind,
    number: one('number'),
    aliases: all('alias'),
    levels: all('level'),
    years: all('year'),
    date: one('date'),
    dateText: one('dateText'),
    issuers: all('issuer'),
    clusters: all('cluster'),
    validity: one('validity'),
    official: document.querySelector('[data-flow]') !== null,
    stretches,
    quotations: [],
    evidence: [],
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
