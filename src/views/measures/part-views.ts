/** What a measure consists of, level under level. */
import { type SitePath, type Link, href, pagePath } from '../urls.ts';
import type { MeasureNode } from './measures.ts';

/** A part of a measure as its page lists it, with its own parts. */
export interface PartView extends Link {
  summary?: string;
  parts: PartView[];
}

/** @param page the page that lists them */
export function partViews(page: SitePath, nodes: MeasureNode[]): PartView[] {
  return nodes.map(({ entry, parts }) => ({
    text: entry.title,
    href: href(page, pagePath(entry.key)),
    summary: entry.summary,
    parts: partViews(page, parts),
  }));
}
