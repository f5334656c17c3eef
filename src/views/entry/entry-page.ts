/** Everything that the page of one entry shows. The page itself walks no graph. */
import type { Entry, EntryKey } from '../../library/types.ts';
import { awardTable } from '../awards/awards.ts';
import { paragraphCitation } from '../citation/citation.ts';
import { documentParts } from '../document/document-parts.ts';
import { successionView } from '../document/succession.ts';
import {
  externalElsewhere,
  externalViews,
  laterValidityViews,
} from '../external-facts/external-facts.ts';
import { keyFigures, targetRows } from '../key-figures/key-figures.ts';
import { isDocument, knownField } from '../known-fields.ts';
import { ancestorsOf, flatten, measureNode, siblingsOf } from '../measures/measures.ts';
import { passageView, type PageContext } from '../passages/passage-view.ts';
import { stateAbove, statementViews } from '../progress/progress.ts';
import { subjectPage, subjectsOfEntry, subjectsOf } from '../subjects/subjects.ts';
import { href, linkTo, listPath, pagePath } from '../urls.ts';
import { collectionLabels } from '../wording/labels.ts';
import { evidencePassages, quotedPassages } from './evidence.ts';
import { mentionViews, relatedGroups } from './relations.ts';

export type EntryPage = ReturnType<typeof entryPage>;

/**
 * The model of an entry's page.
 * @param site the library and its address; the page is the entry's own
 * @param key which entry; throws when the library has none of that key
 */
export function entryPage(site: Omit<PageContext, 'page'>, key: EntryKey) {
  const { library } = site;
  const entry = library.get(key);
  const path = pagePath(key);
  const context: PageContext = { ...site, page: path };
  const above = ancestorsOf(library, entry);
  const own = measureNode(library, entry);
  const hidden = new Set([...above, ...(own ? flatten(own) : []), ...subjectsOf(library, entry)]);
  const passages = isDocument(entry) ? [] : evidencePassages(library, entry);
  const page = {
    entry,
    path,
    breadcrumb: [
      { text: collectionLabels[entry.collection], href: href(path, listPath(entry.collection)) },
      ...above.map((one) => linkTo(path, one)),
    ],
    place: placeOf(entry),
    figures: keyFigures(context, entry),
    quotations: quotedPassages(library, entry).map((passage) =>
      passageView(context, passage, entry),
    ),
    // What documents say of a measure's progress; of one of which nothing is said, what is said above it.
    statements: statementViews(context, entry),
    stateAbove: stateAbove(context, entry),
    targets: targetRows(context, entry),
    awards: entry.awards.length > 0 ? awardTable(context, [entry]).rows : [],
    parts: own?.parts ?? [],
    siblings: siblingsOf(library, path, entry),
    // All places of a subject, on its own page; other places of the subjects that the entry is about.
    subject: subjectPage(context, entry),
    subjects: subjectsOfEntry(context, entry),
    related: relatedGroups(context, entry, hidden),
    succession: successionView(context, entry),
    mentions: mentionViews(context, entry, passages),
    external: externalViews(entry),
    elsewhere: externalElsewhere(context, entry),
    // Of the entry, or of the documents that state it.
    laterValidity: laterValidityViews(context, entry),
    // The citation of any paragraph of its text.
    paragraphCitation:
      entry.blocks.length > 0 ? paragraphCitation(library, entry, site.address) : undefined,
    document: isDocument(entry) ? documentParts(context, entry) : undefined,
  };
  const external = page.external.length + page.elsewhere.length > 0;
  const relations = page.siblings !== undefined || page.related.length > 0;
  const { figures, quotations, targets, awards, parts, related } = page;
  return {
    ...page,
    /** What stands in the right column of a wide page; with neither, the page is one column. */
    rightColumn: external ? 'external' : relations ? 'relations' : undefined,
    /** Only the title is known. */
    bare:
      !entry.summary &&
      entry.blocks.length + page.mentions.count === 0 &&
      [figures, quotations, targets, awards, parts, related].every((list) => list.length === 0),
  };
}

/** The last step of the breadcrumb, not a link: 1000亿元级, 市级; undefined where nobody states it. */
function placeOf(entry: Entry): string | undefined {
  const known = (name: string) => knownField(entry, name)?.text;
  if (entry.collection === 'clusters') return known('tier') && `${known('tier')}亿元级`;
  if (entry.collection === 'chains') return known('named');
  return known('level') && `${known('level')}级`;
}
