/**
 * `atom.xml` (RFC 4287): what the library took in and changed, by the days that the content states. An entry
 * without `added` or `changed` is told by its own date; one with neither is not in the feed.
 */
import { memoizeByLibrary } from '../../library/memoize.ts';
import type { Entry } from '../../library/types.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { dateLabel } from '../../views/wording/figures.ts';
import { descriptionOf } from '../../views/entry/evidence.ts';
import { isDocument } from '../../views/known-fields.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { homePath, pagePath } from '../../views/urls.ts';
import { alternateFile, linkedType } from '../documents.ts';
import { xml, XML_DECLARATION, xmlText } from '../markup.ts';
import { uuidUrn } from './name-uuid.ts';

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

function entryElement({ config }: ValidLibrary, entry: Entry, day: string): string {
  const to = (path: string): string => (config.address ?? '') + path;
  const date = dateLabel(entry);
  const added = entry.data['added'] as string | undefined;
  return xml(
    'entry',
    {},
    [
      xml('title', {}, xmlText(entry.title)),
      xml('id', {}, uuidUrn(`${config.id}/${entry.key}`)),
      xml('updated', {}, instant(day)),
      ...(added ? [xml('published', {}, instant(added))] : []),
      xml('link', { rel: 'alternate', type: 'text/html', href: to(pagePath(entry.key)) }),
      ...(isDocument(entry)
        ? [
            xml('link', {
              rel: 'alternate',
              type: linkedType(config, 'text'),
              href: to(alternateFile(config, entry, 'text')),
            }),
          ]
        : []),
      xml('category', { term: entry.collection, label: collectionLabels[entry.collection] }),
      xml('summary', {}, xmlText(descriptionOf(entry) + (date ? `（${date}）` : ''))),
    ].join('\n'),
  );
}

const anyDay = memoizeByLibrary(({ entries }) => [...entries.values()].some(dayOf));

/** Whether the library has a day to tell: without one, there is no feed. */
export const hasFeed = ({ library, config }: ValidLibrary): boolean =>
  config.revised !== undefined || anyDay(library);

/**
 * @returns the feed, newest first; null where no entry has a day and the library no day of its edition
 */
export function atom(site: ValidLibrary): string | null {
  const { library, config } = site;
  const dated = [...library.entries.values()]
    .flatMap((entry) => {
      const day = dayOf(entry);
      return day ? [{ entry, day, at: instant(day) }] : [];
    })
    // Sorting is stable: entries of one day stay in the order of the lists.
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, MOST);
  const updated = dated[0]?.at ?? (config.revised && instant(config.revised));
  if (!updated) return null;
  const to = (path: string): string => (config.address ?? '') + path;
  const head = [
    xml('title', {}, xmlText(config.name)),
    xml('subtitle', {}, xmlText(config.description)),
    xml('id', {}, uuidUrn(config.id)),
    xml('updated', {}, updated),
    xml('author', {}, xml('name', {}, xmlText(config.publisher ?? config.name))),
    xml('link', { rel: 'self', type: 'application/atom+xml', href: to('atom.xml') }),
    xml('link', { rel: 'alternate', type: 'text/html', href: to(homePath) }),
  ];
  const entries = dated.map(({ entry, day }) => entryElement(site, entry, day));
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': config.language };
  return `${XML_DECLARATION}${xml('feed', attributes, `\n${[...head, ...entries].join('\n')}\n`)}\n`;
}
