/** 同一主题: where else the texts promise, measure or do the same thing, with the words that show it. */
import { quotationFor } from '../../library/relations/relations.ts';
import type { Entry, EntryKey, Library, Quotation } from '../../library/types.ts';
import { compareText } from '../../library/compare.ts';
import { dateOrder, targetAmount } from '../wording/figures.ts';
import { documentsOf } from '../measures/measures.ts';
import { memoizeByLibrary } from '../../library/memoize.ts';
import { quotationView, type PageContext, type PassageView } from '../passages/passage-view.ts';
import { latestState } from '../progress/progress.ts';
import { type Link, linkTo } from '../urls.ts';

/** A measure or a policy that is about a subject. */
interface Place {
  entry: Entry;
  quotation?: Quotation;
}

export interface PlaceView extends Link {
  state?: string;
  /** The figures that it states: 400余家. */
  figures: string;
  passage?: PassageView;
}

export interface SubjectGroup {
  /** The document that states these. */
  document?: Link;
  places: PlaceView[];
}

export interface SubjectView {
  subject: Link;
  /** How many places there are in all, this page's own too. */
  count: number;
  groups: SubjectGroup[];
  /** Places that are not shown here. */
  more: number;
}

/** The page of a measure shows no more places of one subject than these. */
const MOST_BESIDE = 6;
/** The page of a subject with more places than these shows them without their words. */
const MOST_WITH_WORDS = 30;

const placesBySubject = memoizeByLibrary((library): Map<EntryKey, Place[]> => {
  const places = new Map<EntryKey, Place[]>();
  for (const entry of library.entries.values())
    for (const relation of entry.relations) {
      if (relation.field !== 'subjects') continue;
      const quotation = quotationFor(entry, relation, library);
      places.set(relation.to, [...(places.get(relation.to) ?? []), { entry, quotation }]);
    }
  return places;
});

/** Places of a subject; none where only one text speaks of it. */
export function placesOf(library: Library, subject: EntryKey): Place[] {
  const places = placesBySubject(library).get(subject) ?? [];
  return places.length > 1 ? places : [];
}

/** What a page shows under 同一主题, and so not among its relations: a subject's places, an entry's subjects. */
export const subjectsOf = (library: Library, entry: Entry): Entry[] => [
  ...placesOf(library, entry.key).map((place) => place.entry),
  ...entry.relations
    .filter(({ field, to }) => field === 'subjects' && placesOf(library, to).length > 0)
    .map(({ to }) => library.get(to)),
];

function subjectView(context: PageContext, subject: Entry, shown: Place[], words: boolean) {
  const { library, page } = context;
  const place = ({ entry, quotation }: Place): PlaceView => ({
    ...linkTo(page, entry),
    state: latestState(library, entry),
    figures: entry.targets
      .filter(({ name }) => name.includes(subject.title))
      .map(targetAmount)
      .join('、'),
    passage: words && quotation ? quotationView(context, quotation, subject) : undefined,
  });
  const documentOf = (entry: Entry): Entry | undefined =>
    entry.collection === 'measures' ? documentsOf(library, entry)[0] : entry;
  const groups = [...Map.groupBy(shown, ({ entry }) => documentOf(entry))]
    .toSorted(([a], [b]) => compareText(a ? dateOrder(a) : '', b ? dateOrder(b) : ''))
    .map(([document, places]): SubjectGroup => ({
      document: document && linkTo(page, document),
      places: places.map(place),
    }));
  const count = placesOf(library, subject.key).length;
  return { subject: linkTo(page, subject), count, groups };
}

/** A subject's own page: all its places, by document. Undefined for an entry that is no subject. */
export function subjectPage(context: PageContext, entry: Entry): SubjectView | undefined {
  const places = placesOf(context.library, entry.key);
  if (places.length === 0) return undefined;
  const words = places.length <= MOST_WITH_WORDS;
  return { ...subjectView(context, entry, places, words), more: 0 };
}

/** The subjects of a measure or a policy, each with its other places. */
export function subjectsBeside(context: PageContext, entry: Entry): SubjectView[] {
  return entry.relations
    .filter(({ field }) => field === 'subjects')
    .map(({ to }) => ({
      subject: context.library.get(to),
      others: placesOf(context.library, to).filter((place) => place.entry !== entry),
    }))
    .filter(({ others }) => others.length > 0)
    .map(({ subject, others }) => ({
      ...subjectView(context, subject, others.slice(0, MOST_BESIDE), true),
      more: Math.max(0, others.length - MOST_BESIDE),
    }));
}
