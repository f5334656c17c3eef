/** What an entry has to do with others, by kind, each with the words that show it. */
import { COLLECTIONS, type Collection, type Entry } from '../../library/types.ts';
import { dateLabel } from '../wording/figures.ts';
import { entryListPath, FIRST_RELATED, MOST_RELATED } from './mentions.ts';
import { numberText } from '../known-fields.ts';
import { collectionCounters, collectionLabels } from '../wording/labels.ts';
import { ancestorsOf } from '../measures/measures.ts';
import { quotationView, type PageContext, type PassageView } from '../passages/passage-view.ts';
import { href, linkTo, type Link } from '../urls.ts';

interface RelatedItem extends Link {
  /** Number and date of a document; else its one sentence. */
  detail?: string;
  /** The paragraph whose words show the relation. */
  proof?: PassageView;
  /** How deep it stands under another item of the same group. */
  depth: number;
}

export interface RelatedGroup {
  collection: Collection;
  label: string;
  items: RelatedItem[];
  /** Too many to give each its sentence. */
  compact: boolean;
  /** The page that lists all of them, where there are too many: 120件政策. */
  all?: Link;
}

const MOST_WITH_DETAIL = 5;

function detailOf(entry: Entry): string | undefined {
  if (entry.collection !== 'policies' && entry.collection !== 'replies') return entry.summary;
  return [numberText(entry), dateLabel(entry)].filter(Boolean).join('·') || undefined;
}

/**
 * Relations of an entry in both directions.
 * @param hidden entries that the page shows elsewhere, e.g. parts of a measure
 */
export function relatedGroups(
  context: PageContext,
  entry: Entry,
  hidden: Set<Entry>,
): RelatedGroup[] {
  const { library, page } = context;
  const related = library.related(entry.key).filter((one) => !hidden.has(one.entry));
  return COLLECTIONS.flatMap((collection) => {
    const ofKind = related.filter((one) => one.entry.collection === collection);
    if (ofKind.length === 0) return [];
    const compact = ofKind.length > MOST_WITH_DETAIL;
    const shown = new Set(ofKind.map((one) => one.entry));
    const many = ofKind.length > MOST_RELATED;
    const items = ofKind
      .slice(0, many ? FIRST_RELATED : undefined)
      .map(({ entry: other, quotation }): RelatedItem => ({
        ...linkTo(page, other),
        detail: compact ? undefined : detailOf(other),
        proof: quotation && quotationView(context, quotation),
        depth: ancestorsOf(library, other).filter((above) => shown.has(above)).length,
      }));
    const all = many
      ? {
          href: href(page, entryListPath(entry, collection)),
          text: `${ofKind.length}${collectionCounters[collection]}${collectionLabels[collection]}`,
        }
      : undefined;
    return [{ collection, label: collectionLabels[collection], items, compact, all }];
  });
}
