/** 提及: where else a text names an entry, with the sentence. */
import type { Entry, Passage } from '../../library/types.ts';
import { anchorOf, type StructuralUnit } from '../../text/structure.ts';
import { entryListPath, FIRST_MENTIONS, MOST_MENTIONS } from './entry-lists.ts';
import { passageView, type PageContext, type PassageView } from '../passages/passage-view.ts';
import { href, pagePath, type Href, type Link } from '../urls.ts';

export interface MentionViews {
  shown: PassageView[];
  count: number;
  /** The page that lists every document which names the entry, where there are too many to show. */
  all?: Href;
}

const overlaps = (a: Passage, b: Passage): boolean =>
  a.document === b.document &&
  a.block === b.block &&
  a.sentenceStart < b.sentenceEnd &&
  b.sentenceStart < a.sentenceEnd;

/** The place that is cited, as its own page calls it. */
const citedPlace = ({ page }: PageContext, entry: Entry, unit: StructuralUnit): Link => ({
  text: unit.name,
  href: href(page, pagePath(entry.key), anchorOf(unit)),
});

/**
 * Passages that name an entry, apart from those that its page quotes already.
 * @param quoted passages shown as evidence
 * @returns at most as many as a page can bear, how many there are in all, and the way to all of them
 */
export function mentionViews(context: PageContext, entry: Entry, quoted: Passage[]): MentionViews {
  const { library, page } = context;
  const backlinks = library.backlinks(entry.key);
  const others = backlinks.filter(
    ({ passage }) => !quoted.some((other) => overlaps(passage, other)),
  );
  const many = backlinks.length > MOST_MENTIONS;
  return {
    shown: others.slice(0, many ? FIRST_MENTIONS : MOST_MENTIONS).map(({ passage, unit }) => ({
      ...passageView(context, passage),
      ...(unit ? { cites: citedPlace(context, entry, unit) } : {}),
    })),
    count: others.length,
    all: many ? href(page, entryListPath(entry, 'mentions')) : undefined,
  };
}
