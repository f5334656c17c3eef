/** 同一主题: where else the texts set out, measure or do the same thing, with the words that show it. */
import { memoizeByLibrary, push } from '../../library/maps.ts';
import { quotationFor } from '../../library/relations/relations.ts';
import type { Entry, EntryKey, Library, Quotation } from '../../library/types.ts';

/** A measure or a policy that is about a subject. */
export interface SubjectPlace {
  entry: Entry;
  quotation?: Quotation;
}

const placesBySubject = memoizeByLibrary((library): Map<EntryKey, SubjectPlace[]> => {
  const places = new Map<EntryKey, SubjectPlace[]>();
  for (const entry of library.entries.values())
    for (const relation of entry.relations)
      if (relation.field === 'subjects')
        push(places, relation.to, { entry, quotation: quotationFor(entry, relation, library) });
  return places;
});

/** Places of a subject; none where only one text speaks of it. */
export function placesOf(library: Library, subject: EntryKey): SubjectPlace[] {
  const places = placesBySubject(library).get(subject) ?? [];
  return places.length > 1 ? places : [];
}

/** What an entry is about, so far as other texts speak of it too. */
export const subjectsOf = (library: Library, entry: Entry): Entry[] =>
  entry.relations
    .filter(({ field, to }) => field === 'subjects' && placesOf(library, to).length > 0)
    .map(({ to }) => library.get(to));
