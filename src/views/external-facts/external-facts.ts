/** 外部资料: what the library's own documents do not state, with its source and the kind of source. */
import { memoizeByLibrary } from '../../library/maps.ts';
import type {
  Entry,
  EntryKey,
  ExternalFact,
  LaterValidity,
  Library,
  OutsideStatement,
} from '../../library/types.ts';
import { isUnverified } from '../known-fields.ts';
import { statingDocuments } from '../measures/measures.ts';
import type { PageContext } from '../passages/passage-view.ts';
import { href, linkTo, pagePath, type Href, type Link } from '../urls.ts';
import { awardAmount, chineseDate } from '../wording/figures.ts';
import { sourceKindLabels } from '../wording/labels.ts';

/** What another source says, and how far it was checked. */
export interface OutsideView {
  /** Anchor on the page of its entry. */
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

function outsideView(id: string, { fact, quote, source, note }: OutsideStatement): OutsideView {
  const unverified = isUnverified({ source });
  return {
    id,
    fact,
    quote,
    source: source.title,
    kind: sourceKindLabels[source.kind],
    url: unverified ? undefined : source.url,
    unverified,
    note: note?.replace(/^待核实：/u, ''),
  };
}

/** An entry's outside facts in the order of its page: checked ones first. */
const inOrder = (entry: Entry): ExternalFact[] =>
  entry.external.toSorted((a, b) => Number(isUnverified(a)) - Number(isUnverified(b)));

/** The anchor of one of an entry's outside facts on its page. */
const externalAnchor = (entry: Entry, fact: ExternalFact): string =>
  `external-${inOrder(entry).indexOf(fact) + 1}`;

/** An entry's outside facts as its page shows them. */
export const externalViews = (entry: Entry): OutsideView[] =>
  inOrder(entry).map((fact, i) => outsideView(`external-${i + 1}`, fact));

/** A fact with the entry on whose page it stands. */
export interface PlacedFact {
  entry: Entry;
  fact: ExternalFact;
}

/** A fact as a line that leads to the page on which it stands. */
export interface ElsewhereView extends OutsideView {
  /** The entry on whose page the fact stands. */
  on: string;
  href: Href;
}

/** The facts of one other page. */
export interface ElsewhereGroup {
  on: string;
  facts: ElsewhereView[];
}

const concerning = memoizeByLibrary((library): Map<EntryKey, PlacedFact[]> => {
  const placed = new Map<EntryKey, PlacedFact[]>();
  for (const entry of library.entries.values())
    for (const fact of entry.external)
      for (const key of fact.concerns ?? [])
        placed.set(key, [...(placed.get(key) ?? []), { entry, fact }]);
  return placed;
});

/** The outside facts that bear on an entry: its own, then those on other pages. */
export const factsOn = (library: Library, entry: Entry): PlacedFact[] => [
  ...entry.external.map((fact) => ({ entry, fact })),
  ...(concerning(library).get(entry.key) ?? []),
];

export function elsewhereView({ page }: PageContext, { entry, fact }: PlacedFact): ElsewhereView {
  const id = externalAnchor(entry, fact);
  return {
    ...outsideView(id, fact),
    on: entry.title,
    href: href(page, pagePath(entry.key), id),
  };
}

/** What an entry's page says of facts on others, page by page; checked facts first. */
export function externalElsewhere(context: PageContext, entry: Entry): ElsewhereGroup[] {
  const views = (concerning(context.library).get(entry.key) ?? [])
    .map((placed) => elsewhereView(context, placed))
    .toSorted((a, b) => Number(a.unverified) - Number(b.unverified));
  return [...Map.groupBy(views, ({ on }) => on)].map(([on, facts]) => ({ on, facts }));
}

/** What a later source says became of a document. */
export interface LaterValidityView extends OutsideView {
  state: string;
  /** The later document; a link where the library has it. */
  by?: { text: string; href?: Href };
  /** 2023年 */
  from?: string;
  /** Since when the source knows of it: `2023-03`. */
  since?: string;
  /** The document that it became of, and where its page says so. */
  of: Link;
}

function laterView(context: PageContext, document: Entry, later: LaterValidity, i: number) {
  const { library, page } = context;
  const { state, by, from } = later;
  const id = `later-${i + 1}`;
  const known = typeof by === 'string' ? library.get(`policies/${by}`) : undefined;
  const named =
    typeof by === 'object' ? `《${by.title}》${by.number ? `（${by.number}）` : ''}` : '';
  return {
    ...outsideView(id, later),
    state,
    by: known ? linkTo(page, known) : named ? { text: named } : undefined,
    from: from && chineseDate(from),
    since: from ?? later.source.date,
    of: { ...linkTo(page, document), href: href(page, pagePath(document.key), id) },
  };
}

/** What later sources say of the validity of a document, or of the documents that state a measure. */
export function laterValidityViews(context: PageContext, entry: Entry): LaterValidityView[] {
  const documents =
    entry.collection === 'measures' ? statingDocuments(context.library, entry) : [entry];
  return documents.flatMap((document) =>
    document.laterValidity.map((later, i) => laterView(context, document, later, i)),
  );
}

/** A row of the amounts that outside sources tell. */
export interface OutsideAmountRow {
  name: string;
  amount: string;
  condition?: string;
  /** Of the rule; failing that, of the source. */
  year?: string;
  /** The fact that tells it. */
  fact: ElsewhereView;
  /** What sources of a later year say of the document. */
  later: LaterValidityView[];
}

/** The amounts that outside sources tell, entry by entry, as the table of 奖补 shows them. */
export const outsideAmounts = (context: PageContext): OutsideAmountRow[] =>
  [...context.library.entries.values()].flatMap((entry) =>
    entry.external.flatMap((fact) =>
      (fact.amounts ?? []).map((amount) => {
        const year = amount.year?.toString() ?? fact.source.date?.slice(0, 4);
        return {
          name: amount.name,
          amount: awardAmount(amount),
          condition: amount.condition,
          year,
          fact: elsewhereView(context, { entry, fact }),
          later: laterValidityViews(context, entry).filter(
            ({ since }) => !year || !since || since.slice(0, 4) > year,
          ),
        };
      }),
    ),
  );
