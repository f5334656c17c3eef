/** 外部资料: facts that the library's own documents do not state, with their source and its kind. */
import type { Entry, ExternalFact } from '../../library/types.ts';
import { isUnverified } from '../known-fields.ts';
import { sourceKindLabels } from '../wording/labels.ts';

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
