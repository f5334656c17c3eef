/** 提及: where else a text names an entry, with the sentence. */
import type { Entry, Passage } from '../library/types.ts';
import { anchorOf, type StructuralUnit } from '../text/structure.ts';
import { passageView, type PageContext, type PassageView } from './passages.ts';
import { href, pagePath, type Link } from './urls.ts';

/** A page shows no more than these, and says how many more search will find. */
const MOST = 40;

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
 * @returns at most as many as a page can bear, and how many there are in all
 */
export function mentionViews(
  context: PageContext,
  entry: Entry,
  quoted: Passage[],
): { shown: PassageView[]; count: number } {
  const others = context.library
    .backlinks(entry.key)
    .filter(({ passage }) => !quoted.some((other) => overlaps(passage, other)));
  return {
    shown: others.slice(0, MOST).map(({ passage, unit }) => ({
      ...passageView(context, passage),
      ...(unit ? { cites: citedPlace(context, entry, unit) } : {}),
    })),
    count: others.length,
  };
}
