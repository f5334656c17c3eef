/** 同一主题: where else the texts set out, measure or do the same thing, with the words that show it. */
import { quotationFor } from '../../library/relations/relations.ts';
import type { Entry, EntryKey, Library, Quotation } from '../../library/types.ts';
import { compareText } from '../../library/order.ts';
import { dateOrder, targetAmount } from '../wording/figures.ts';
import { documentsOfMeasure } from '../measures/measures.ts';
import { memoizeByLibrary } from '../../library/maps.ts';
import { quotationView, type PageContext } from '../passages/passage-view.ts';
import { latestState } from '../progress/progress.ts';
import { linkTo } from '../urls.ts';

/** A measure or a policy that is about a subject. */
interface Place {
  entry: Entry;
  quotation?: Quotation;
}

export type SubjectView = ReturnType<typeof subjectView>;

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

/**
 * A subject as a page shows it: places by the document that states them.
 * @param shown those of its places that this page shows
 * @param words whether their words are quoted
 * @param more how many places are not shown
 */
function subjectView(
  context: PageContext,
  subject: Entry,
  shown: Place[],
  words: boolean,
  more: number,
) {
  const { library, page } = context;
  const place = ({ entry, quotation }: Place) => ({
    ...linkTo(page, entry),
    state: latestState(library, entry),
    // The figures that it states: 400余家.
    figures: entry.targets
      .filter(({ name }) => name.includes(subject.title))
      .map(targetAmount)
      .join('、'),
    passage: words && quotation ? quotationView(context, quotation, subject) : undefined,
  });
  const documentOf = (entry: Entry): Entry | undefined =>
    entry.collection === 'measures' ? documentsOfMeasure(library, entry)[0] : entry;
  const groups = [...Map.groupBy(shown, ({ entry }) => documentOf(entry))]
    .toSorted(([a], [b]) => compareText(a ? dateOrder(a) : '', b ? dateOrder(b) : ''))
    .map(([document, places]) => ({
      document: document && linkTo(page, document),
      places: places.map(place),
    }));
  const count = placesOf(library, subject.key).length;
  return { subject: linkTo(page, subject), count, groups, more };
}

/** A subject's own page: all its places, by document. Undefined for an entry that is no subject. */
export function subjectPage(context: PageContext, entry: Entry): SubjectView | undefined {
  const places = placesOf(context.library, entry.key);
  if (places.length === 0) return undefined;
  const words = places.length <= MOST_WITH_WORDS;
  return subjectView(context, entry, places, words, 0);
}

/** The subjects of a measure or a policy, each with its other places. */
export function subjectsOfEntry(context: PageContext, entry: Entry): SubjectView[] {
  return entry.relations
    .filter(({ field }) => field === 'subjects')
    .map(({ to }) => ({
      subject: context.library.get(to),
      others: placesOf(context.library, to).filter((place) => place.entry !== entry),
    }))
    .filter(({ others }) => others.length > 0)
    .map(({ subject, others }) => {
      const more = Math.max(0, others.length - MOST_BESIDE);
      return subjectView(context, subject, others.slice(0, MOST_BESIDE), true, more);
    });
}
