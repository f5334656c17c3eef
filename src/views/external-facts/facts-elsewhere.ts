/** Outside facts that stand on another entry's page and bear on this one. */
import type { Entry, EntryKey, ExternalFact, Library } from '../../library/types.ts';
import { externalAnchor } from './external-facts.ts';
import { isUnverified } from '../known-fields.ts';
import { sourceKindLabels } from '../wording/labels.ts';
import { memoizeByLibrary } from '../../library/memoize.ts';
import type { PageContext } from '../passages/passage-view.ts';
import { href, pagePath, type Href } from '../urls.ts';

/** A fact with the entry on whose page it stands. */
export interface Placed {
  entry: Entry;
  fact: ExternalFact;
}

export interface ElsewhereView {
  fact: string;
  kind: string;
  unverified: boolean;
  /** The entry on whose page the fact stands. */
  on: string;
  href: Href;
}

/** The facts of one other page. */
export interface ElsewhereGroup {
  on: string;
  facts: ElsewhereView[];
}

const concerning = memoizeByLibrary((library): Map<EntryKey, Placed[]> => {
  const placed = new Map<EntryKey, Placed[]>();
  for (const entry of library.entries.values())
    for (const fact of entry.external)
      for (const key of fact.concerns ?? [])
        placed.set(key, [...(placed.get(key) ?? []), { entry, fact }]);
  return placed;
});

/** The outside facts that bear on an entry: its own, then those on other pages. */
export const factsOn = (library: Library, entry: Entry): Placed[] => [
  ...entry.external.map((fact) => ({ entry, fact })),
  ...(concerning(library).get(entry.key) ?? []),
];

/** One fact as a line that leads to the page on which it stands. */
export const elsewhereView = ({ page }: PageContext, { entry, fact }: Placed): ElsewhereView => ({
  fact: fact.fact,
  kind: sourceKindLabels[fact.source.kind],
  unverified: isUnverified(fact),
  on: entry.title,
  href: href(page, pagePath(entry.key), externalAnchor(entry, fact)),
});

/** What an entry's page says of facts on others, page by page; checked facts first. */
export function externalElsewhere(context: PageContext, entry: Entry): ElsewhereGroup[] {
  const views = (concerning(context.library).get(entry.key) ?? [])
    .map((placed) => elsewhereView(context, placed))
    .toSorted((a, b) => Number(a.unverified) - Number(b.unverified));
  return [...Map.groupBy(views, ({ on }) => on)].map(([on, facts]) => ({ on, facts }));
}
