/** 外部资料: facts that the library's own documents do not state, with their source and its kind. */
import type { Entry } from '../library/types.ts';
import { isUnverified } from './facts.ts';
import { sourceKindLabels } from './labels.ts';

export interface ExternalView {
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

/** An entry's outside facts, checked ones first. */
export const externalViews = (entry: Entry): ExternalView[] =>
  entry.external
    .map((fact) => {
      const unverified = isUnverified(fact);
      return {
        fact: fact.fact,
        quote: fact.quote,
        source: fact.source.title,
        kind: sourceKindLabels[fact.source.kind],
        url: unverified ? undefined : fact.source.url,
        unverified,
        note: fact.note?.replace(/^待核实：/u, ''),
      };
    })
    .toSorted((a, b) => Number(a.unverified) - Number(b.unverified));
