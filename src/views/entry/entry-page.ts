/** Everything that the page of one entry shows. The page itself walks no graph. */
import type { Entry, EntryKey } from '../../library/types.ts';
import { paragraphCitation } from '../citation/citation.ts';
import { documentParts, type DocumentParts } from '../document/document-parts.ts';
import {
  ancestorsOf,
  flatten,
  measureNode,
  siblingsOf,
  type MeasureNode,
  type Siblings,
} from '../measures/measures.ts';
import { pagePath, type Link, type SitePath, href, listPath, linkTo } from '../urls.ts';
import { evidencePassages, quotedPassages } from './evidence.ts';
import { isDocument, knownField } from '../known-fields.ts';
import { awardTable, type AwardRow } from '../awards/awards.ts';
import {
  externalElsewhere,
  type ElsewhereGroup,
  externalViews,
  type OutsideView,
  laterValidityViews,
  type LaterValidityView,
} from '../external-facts/external-facts.ts';
import {
  type KeyFigure,
  keyFigures,
  targetRows,
  type TargetRow,
} from '../key-figures/key-figures.ts';
import { mentionViews, type MentionViews } from './mentions.ts';
import { passageView, type PageContext, type PassageView } from '../passages/passage-view.ts';
import { stateAbove, statementViews, type StatementView } from '../progress/progress.ts';
import { relatedGroups, type RelatedGroup } from './related.ts';
import { subjectPage, subjectsBeside, subjectsOf, type SubjectView } from '../subjects/subjects.ts';
import { successionView, type SuccessionView } from '../document/succession.ts';
import { collectionLabels } from '../wording/labels.ts';

export interface EntryPage {
  entry: Entry;
  path: SitePath;
  breadcrumb: Link[];
  /** The last step of the breadcrumb, not a link: 1000亿元级. */
  place?: string;
  figures: KeyFigure[];
  quotations: PassageView[];
  /** What documents say of a measure's progress; of one of which nothing is said, what is said above it. */
  statements: StatementView[];
  stateAbove: ReturnType<typeof stateAbove>;
  targets: TargetRow[];
  awards: AwardRow[];
  parts: MeasureNode[];
  siblings?: Siblings;
  /** All places of a subject, on its own page. */
  subject?: SubjectView;
  /** Other places of the subjects that the entry is about. */
  subjects: SubjectView[];
  related: RelatedGroup[];
  succession?: SuccessionView;
  mentions: MentionViews;
  external: OutsideView[];
  /** What later sources say of its validity, or of that of the documents that state it. */
  laterValidity: LaterValidityView[];
  /** Outside facts on other pages that bear on this entry. */
  elsewhere: ElsewhereGroup[];
  /** What stands in the right column of a wide page; with neither, the page is one column. */
  beside?: 'external' | 'relations';
  /** Only the title is known. */
  bare: boolean;
  /** The citation of any paragraph of its text, where it has one. */
  paragraphCitation?: string;
  /** For a document. */
  document?: DocumentParts;
}

/**
 * The model of an entry's page.
 * @param site the library and its address; the page is the entry's own
 * @param key which entry; throws when the library has none of that key
 */
export function entryPage(site: Omit<PageContext, 'page'>, key: EntryKey): EntryPage {
  const { library } = site;
  const entry = library.get(key);
  const path = pagePath(key);
  const context: PageContext = { ...site, page: path };
  const above = ancestorsOf(library, entry);
  const own = measureNode(library, entry);
  const hidden = new Set([...above, ...(own ? flatten(own) : []), ...subjectsOf(library, entry)]);
  const passages = isDocument(entry) ? [] : evidencePassages(library, entry);
  const page: Omit<EntryPage, 'bare' | 'beside'> = {
    entry,
    path,
    breadcrumb: breadcrumbOf(path, entry, above),
    place: placeOf(entry),
    figures: keyFigures(context, entry),
    quotations: quotedPassages(library, entry).map((passage) =>
      passageView(context, passage, entry),
    ),
    statements: statementViews(context, entry),
    stateAbove: stateAbove(context, entry),
    targets: targetRows(context, entry),
    awards: entry.awards.length > 0 ? awardTable(context, [entry]).rows : [],
    parts: own?.parts ?? [],
    siblings: siblingsOf(library, path, entry),
    subject: subjectPage(context, entry),
    subjects: subjectsBeside(context, entry),
    related: relatedGroups(context, entry, hidden),
    succession: successionView(context, entry),
    mentions: mentionViews(context, entry, passages),
    external: externalViews(entry),
    laterValidity: laterValidityViews(context, entry),
    elsewhere: externalElsewhere(context, entry),
    paragraphCitation:
      entry.blocks.length > 0 ? paragraphCitation(library, entry, site.address) : undefined,
    document: isDocument(entry) ? documentParts(context, entry) : undefined,
  };
  return { ...page, beside: besideOf(page), bare: isBare(page) };
}

function besideOf(page: Omit<EntryPage, 'bare' | 'beside'>): EntryPage['beside'] {
  if (page.external.length + page.elsewhere.length > 0) return 'external';
  return page.siblings || page.related.length > 0 ? 'relations' : undefined;
}

const isBare = (page: Omit<EntryPage, 'bare' | 'beside'>): boolean =>
  !page.entry.summary &&
  page.entry.blocks.length === 0 &&
  page.mentions.count === 0 &&
  [page.figures, page.quotations, page.targets, page.awards, page.parts, page.related].every(
    (list) => list.length === 0,
  );

/**
 * The links from the entry's list down to the entry.
 * @param above the measures that it is part of, the outermost first
 */
export const breadcrumbOf = (path: SitePath, entry: Entry, above: Entry[]): Link[] => [
  { text: collectionLabels[entry.collection], href: href(path, listPath(entry.collection)) },
  ...above.map((one) => linkTo(path, one)),
];

/** The last step, not a link: 1000亿元级, 市级; undefined where nobody states it. */
export function placeOf(entry: Entry): string | undefined {
  if (entry.collection === 'clusters') {
    const tier = knownField(entry, 'tier')?.text;
    return tier && `${tier}亿元级`;
  }
  if (entry.collection === 'chains') return knownField(entry, 'named')?.text;
  return knownField(entry, 'level') && `${knownField(entry, 'level')!.text}级`;
}
