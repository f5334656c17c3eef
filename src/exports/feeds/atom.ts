/**
 * `atom.xml` (RFC 4287): what the library took in and changed, by the days that the content states. An entry
 * without `added` or `changed` is told by its own date; one with neither is not in the feed.
 */
import { createHash } from 'node:crypto';
import type { Element } from 'xast';
import type { ValidLibrary } from '../../content/read-library.ts';
import { memoizeByLibrary } from '../../library/maps.ts';
import type { Entry } from '../../library/types.ts';
import { descriptionOf } from '../../views/entry/evidence.ts';
import { isDocument } from '../../views/known-fields.ts';
import { homePath, pagePath } from '../../views/urls.ts';
import { dateLabel } from '../../views/wording/figures.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { pathBeside } from '../documents.ts';
import { onLines, x, xmlFile } from '../xml.ts';

/** The namespace of URLs, RFC 9562 appendix C. */
const NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/**
 * A name-based UUID, version 5 (RFC 9562, 5.5).
 * @param name what it names
 * @returns `urn:uuid:…`
 */
export function uuidUrn(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  const parts = [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map(([a, b]) => hex.slice(a, b));
  return `urn:uuid:${parts.join('-')}`;
}

/** As many as readers of feeds show; the lists have all. */
const MOST = 100;

/** Atom wants an instant: the first of a day, of a month or of a year as far as it is known. */
const instant = (date: string): string =>
  `${date}${'-01-01'.slice(date.length === 4 ? 0 : 3, date.length === 10 ? 3 : undefined)}T00:00:00+08:00`;

const stated = ({ data }: Entry): string | undefined =>
  (data['changed'] ?? data['added']) as string | undefined;

/** The day of an entry in the feed; events and measures are no news by the date they speak of. */
const dayOf = (entry: Entry): string | undefined =>
  stated(entry) ??
  (entry.collection === 'replies' || entry.collection === 'policies' ? entry.date : undefined);

function entryElement({ config }: ValidLibrary, entry: Entry, day: string): Element {
  const link = (type: string, path: string): Element =>
    x('link', { rel: 'alternate', type, href: (config.address ?? '') + path });
  const date = dateLabel(entry);
  const added = entry.data['added'] as string | undefined;
  const children = [
    x('title', {}, entry.title),
    x('id', {}, uuidUrn(`${config.id}/${entry.key}`)),
    x('updated', {}, instant(day)),
    ...(added ? [x('published', {}, instant(added))] : []),
    link('text/html', pagePath(entry.key)),
    ...(isDocument(entry) ? [link('text/plain', pathBeside(entry, 'txt'))] : []),
    x('category', { term: entry.collection, label: collectionLabels[entry.collection] }),
    x('summary', {}, descriptionOf(entry) + (date ? `（${date}）` : '')),
  ];
  return x('entry', {}, onLines(children));
}

const anyDay = memoizeByLibrary(({ entries }) => [...entries.values()].some(dayOf));

/** Whether the library has a day to tell: without one, there is no feed. */
export const hasFeed = ({ library, config }: ValidLibrary): boolean =>
  config.revised !== undefined || anyDay(library);

/** @returns the feed, newest first, of a library that has one */
export function atom(site: ValidLibrary): string {
  const { library, config } = site;
  const dated = [...library.entries.values()]
    .flatMap((entry) => {
      const day = dayOf(entry);
      return day ? [{ entry, day, at: instant(day) }] : [];
    })
    // Sorting is stable: entries of one day stay in the order of the lists.
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, MOST);
  const to = (path: string): string => (config.address ?? '') + path;
  const children = [
    x('title', {}, config.name),
    x('subtitle', {}, config.description),
    x('id', {}, uuidUrn(config.id)),
    x('updated', {}, dated[0]?.at ?? instant(config.revised!)),
    x('author', {}, x('name', {}, config.publisher ?? config.name)),
    x('link', { rel: 'self', type: 'application/atom+xml', href: to('atom.xml') }),
    x('link', { rel: 'alternate', type: 'text/html', href: to(homePath) }),
    ...dated.map(({ entry, day }) => entryElement(site, entry, day)),
  ];
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': config.language };
  return xmlFile(x('feed', attributes, onLines(children)));
}
