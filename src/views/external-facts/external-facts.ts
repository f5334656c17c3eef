/** 外部资料: what the library's own documents do not state, with its source and the kind of source. */
import { memoizeByLibrary, push } from '../../library/maps.ts';
import type {
  Entry,
  EntryKey,
  ExternalFact,
  LaterValidity,
  Library,
  OutsideAmount,
} from '../../library/types.ts';
import { isUnverified } from '../known-fields.ts';
import { statingDocuments } from '../measures/measures.ts';

/** A fact with the entry on whose page it stands. */
export interface PlacedFact {
  entry: Entry;
  fact: ExternalFact;
}

/** An entry's outside facts in the order of its page: checked ones first. */
export const factsInOrder = ({ external }: Entry): ExternalFact[] => [
  ...external.filter((fact) => !isUnverified(fact)),
  ...external.filter(isUnverified),
];

/** The anchor of one of an entry's outside facts on its page. */
export const externalAnchor = (entry: Entry, fact: ExternalFact): string =>
  `external-${factsInOrder(entry).indexOf(fact) + 1}`;

const concerning = memoizeByLibrary((library): Map<EntryKey, PlacedFact[]> => {
  const placed = new Map<EntryKey, PlacedFact[]>();
  for (const entry of library.entries.values())
    for (const fact of entry.external)
      for (const key of fact.concerns ?? []) push(placed, key, { entry, fact });
  return placed;
});

/** The outside facts that bear on an entry: its own, then those on other pages; checked ones first. */
export const factsOn = (library: Library, entry: Entry): PlacedFact[] => [
  ...factsInOrder(entry).map((fact) => ({ entry, fact })),
  ...(concerning(library).get(entry.key) ?? []).toSorted(
    (a, b) => Number(isUnverified(a.fact)) - Number(isUnverified(b.fact)),
  ),
];

/** What a later source says became of a document. */
export interface PlacedValidity {
  document: Entry;
  later: LaterValidity;
  /** Where the document's page says so. */
  id: string;
}

/** What later sources say of the validity of a document, or of the documents that state a measure. */
export function laterValidityOf(library: Library, entry: Entry): PlacedValidity[] {
  const documents = entry.collection === 'measures' ? statingDocuments(library, entry) : [entry];
  return documents.flatMap((document) =>
    document.laterValidity.map((later, i) => ({ document, later, id: `later-${i + 1}` })),
  );
}

/** An amount that an outside source tells, with the fact that tells it. */
export interface PlacedAmount extends PlacedFact {
  amount: OutsideAmount;
  /** Of the rule; failing that, of the source. */
  year?: string;
  /** What sources of a later year say of the document. */
  later: PlacedValidity[];
}

/** The amounts that outside sources tell, entry by entry. */
export const outsideAmounts = (library: Library): PlacedAmount[] =>
  [...library.entries.values()].flatMap((entry) =>
    entry.external.flatMap((fact) =>
      (fact.amounts ?? []).map((amount) => {
        const year = amount.year?.toString() ?? fact.source.date?.slice(0, 4);
        const later = laterValidityOf(library, entry).filter(({ later: { from, source } }) => {
          const since = from ?? source.date;
          return !year || !since || since.slice(0, 4) > year;
        });
        return { entry, fact, amount, year, later };
      }),
    ),
  );
