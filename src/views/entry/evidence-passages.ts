/** The words that an entry rests on, and which of them its page quotes under 原文怎么说. */
import type { Entry, Library, Passage } from '../../library/types.ts';
import { joinPassages } from '../passages/join-passages.ts';
import { placesOf } from '../subjects/subjects.ts';
import { isDocument } from '../known-fields.ts';

const overlap = (a: Passage, b: Passage): boolean =>
  a.block === b.block && a.start < b.end && b.start < a.end;

/** Whether a passage of an entry's evidence is quoted again under 承诺与进展 or 各处怎么说: it is shown there only. */
const quotedBelow = (library: Library, entry: Entry, passage: Passage): boolean =>
  [
    ...entry.statements,
    ...placesOf(library, entry.key).flatMap(({ quotation }) => quotation ?? []),
  ].some((quotation) => overlap(library.locate(quotation), passage));

/** Passages that an entry rests on, the most telling first, as its author ordered them. */
export const evidencePassages = (library: Library, entry: Entry): Passage[] =>
  joinPassages(
    library,
    entry.evidence.map((quotation) => library.locate(quotation)),
  );

/** Of these, what the page quotes under 原文怎么说: not what it tells further below. */
export const quotedPassages = (library: Library, entry: Entry): Passage[] =>
  isDocument(entry)
    ? []
    : evidencePassages(library, entry).filter((one) => !quotedBelow(library, entry, one));
