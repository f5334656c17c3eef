/**
 * `atom.xml` (RFC 4287): what the library took in and changed, by the days that the content states. An entry
 * without `added` or `changed` is told by its own date; one with neither is not in the feed.
 */
import { createHash } from 'node:crypto';
import type { ValidLibrary } from '../../content/read-library.ts';
import { memoizeByLibrary } from '../../library/maps.ts';
import type { Entry } from '../../library/types.ts';
import { descriptionOf } from '../../views/entry/evidence.ts';
import { homePath, pagePath } from '../../views/urls.ts';
import { dateLabel } from '../../views/wording/figures.ts';
import { collectionLabels } from '../../views/wording/labels.ts';
import { markup, onLines, xmlFile, type Markup } from '../markup.ts';

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
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')}`;
}

/** As many as readers of feeds show; the lists have all. */
const MOST = 100;

/** Atom wants an instant: the first of a day, of a month or of a year as far as it is known. */
const instant = (date: string): string =>
  `${date}${'-01-01'.slice(0, 10 - date.length)}T00:00:00+08:00`;

/** The day that an entry was changed or added. */
export const statedDay = ({ data }: Entry): string | undefined =>
  (data['changed'] ?? data['added']) as string | undefined;

/** The day of an entry in the feed; events and measures are no news by the date they speak of. */
const dayOf = (entry: Entry): string | undefined =>
  statedDay(entry) ??
  (entry.collection === 'replies' || entry.collection === 'policies' ? entry.date : undefined);

function entryElement({ config }: ValidLibrary, entry: Entry, at: string): Markup {
  const to = config.address ?? '';
  const date = dateLabel(entry);
  const added = entry.data['added'] as string | undefined;
  return markup`<entry>
<title>${entry.title}</title>
<id>${uuidUrn(`${config.id}/${entry.key}`)}</id>
<updated>${at}</updated>
${added && markup`<published>${instant(added)}</published>\n`}<link rel="alternate" type="text/html" href="${to}${pagePath(entry.key)}" />
<category term="${entry.collection}" label="${collectionLabels[entry.collection]}" />
<summary>${descriptionOf(entry)}${date && `（${date}）`}</summary>
</entry>`;
}

/** What has a day to tell, newest first; entries of one day stay in the order of the lists. */
const dated = memoizeByLibrary(({ entries }) =>
  [...entries.values()]
    .flatMap((entry) => {
      const day = dayOf(entry);
      return day ? [{ entry, at: instant(day) }] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
);

/** Whether the library has a day to tell: without one, there is no feed. */
export const hasFeed = ({ library, config }: ValidLibrary): boolean =>
  config.revised !== undefined || dated(library).length > 0;

/** @returns the feed, newest first, of a library that has one */
export function atom(site: ValidLibrary): string {
  const { library, config } = site;
  const newest = dated(library).slice(0, MOST);
  const to = config.address ?? '';
  return xmlFile(markup`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${config.language}">
<title>${config.name}</title>
<subtitle>${config.description}</subtitle>
<id>${uuidUrn(config.id)}</id>
<updated>${newest[0]?.at ?? instant(config.revised!)}</updated>
<author><name>${config.publisher ?? config.name}</name></author>
<link rel="self" type="application/atom+xml" href="${to}atom.xml" />
<link rel="alternate" type="text/html" href="${to}${homePath}" />${onLines(
    newest.map(({ entry, at }) => entryElement(site, entry, at)),
  )}</feed>`);
}
