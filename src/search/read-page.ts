/** Reads one built page into the record that the index keeps of it. */
import { parseHTML } from 'linkedom';
import { fold } from './normalise.ts';
import type { PageRecord, Stretch, Unit } from './record.ts';
import { stretchesIn, type UnitNodes } from './unit-text.ts';

/**
 * The record of a page, or nothing if the page is not to be found by search (no `library:kind`).
 * Throws an error with the page's path and the remedy when the page breaks the HTML contract.
 */
export function readPage(url: string, html: string): PageRecord | undefined {
  const { document } = parseHTML(html);
  const all = (name: string) =>
    [...document.querySelectorAll(`meta[name="library:${name}"]`)].map((meta) => meta.getAttribute('content')?.trim() ?? '').filter(Boolean);
  const one = (name: string) => all(name)[0];

  const kind = one('kind');
  if (kind === undefined) return undefined;
  const main = document.querySelector('main');
  if (!main) throw new Error(`${url}: the page has library:kind but no <main>. Put its text inside <main>.`);
  const title = one('title');
  if (title === undefined) throw new Error(`${url}: the page has library:kind but no library:title. Add that <meta>.`);

  const stretches = stretchesIn(main as unknown as Element)
    .map((stretch) => stretch.map(readUnit).filter((unit) => unit.text !== ''))
    .filter((stretch) => stretch.length > 0);
  if (stretches.length === 0) throw new Error(`${url}: no text to index. Mark its paragraphs with data-unit and an id.`);

  const record: PageRecord = {
    url,
    title,
    kind,
    number: one('number'),
    aliases: all('alias'),
    level: one('level'),
    year: one('year'),
    date: one('date'),
    dateText: one('dateText'),
    issuers: all('issuer'),
    clusters: all('cluster'),
    validity: one('validity'),
    official: document.querySelector('[data-flow]') !== null,
    stretches,
  };
  record.stretches.push(...namesNotShown(record));
  return record;
}

function readUnit({ id, label, nodes }: UnitNodes): Unit {
  return { id, label, text: nodes.map((node) => node.data).join('').replace(/\s+/g, ' ').trim() };
}

/** A page is found by its names even where it does not print them. */
function namesNotShown(record: PageRecord): Stretch[] {
  const shown = record.stretches.map((stretch) => fold(stretch.map((unit) => unit.text).join('')).text);
  const missing = (name: string) => !shown.some((text) => text.includes(fold(name).text));
  const names = [
    { label: '标题', text: record.title },
    { label: '文号', text: record.number ?? '' },
    ...record.aliases.map((text) => ({ label: '又称', text })),
  ];
  return names.filter(({ text }) => text !== '' && missing(text)).map(({ label, text }) => [{ id: '', label, text }]);
}
