/** 外部资料: facts that the library's own documents do not state, with their source and its kind. */
import type { Entry, ExternalFact, EntryKey, Library } from '../../library/types.ts';
import { isUnverified } from '../known-fields.ts';
import { sourceKindLabels } from '../wording/labels.ts';
import { memoizeByLibrary } from '../../library/memoize.ts';
import type { PageContext } from '../passages/passage-view.ts';
import { href, pagePath, type Href } from '../urls.ts';

export interface ExternalView {
  /** Anchor on the page. */
  id: string;
  fact: string;
  quote: string;
  source: string;
  kind: string;
  /** Only official, institutional and news sources are linked. */
  url?: string;
  /** Read on a copy only. */
  unverified: boolean;
  note?: string;
}

/** An entry's outside facts in the order of its page: checked ones first. */
const inOrder = (entry: Entry): ExternalFact[] =>
  entry.external.toSorted((a, b) => Number(isUnverified(a)) - Number(isUnverified(b)));

/** The anchor of one of an entry's outside facts on its page. */
export const externalAnchor = (entry: Entry, fact: ExternalFact): string =>
  `external-${inOrder(entry).indexOf(fact) + 1}`;

/** An entry's outside facts as its page shows them. */
export const externalViews = (entry: Entry): ExternalView[] =>
  inOrder(entry).map((fact) => {
    const unverified = isUnverified(fact);
    return {
      id: externalAnchor(entry, fact),
      fact: fact.fact,
      quote: fact.quote,
      source: fact.source.title,
      kind: sourceKindLabels[fact.source.kind],
      url: unverified ? undefined : fact.source.url,
      unverified,
      note: fact.note?.replace(/^待核实：/u, ''),
    };
  });

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
