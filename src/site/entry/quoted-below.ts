/** Words that an entry's page shows once only: where they tell its progress, or its places as a subject. */
import type { Entry, Library, Passage } from '../../library/types.ts';
import { placesOf } from '../subjects/subjects.ts';

const overlap = (a: Passage, b: Passage): boolean =>
  a.block === b.block && a.start < b.end && b.start < a.end;

/** Whether a passage of an entry's evidence is quoted again under 承诺与进展 or 各处怎么说. */
export const quotedBelow = (library: Library, entry: Entry, passage: Passage): boolean =>
  [
    ...entry.statements,
    ...placesOf(library, entry.key).flatMap(({ quotation }) => quotation ?? []),
  ].some((quotation) => overlap(library.locate(quotation), passage));
