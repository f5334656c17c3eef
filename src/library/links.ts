/** Explicit links: `[七个一](term:seven-ones)`, the entry's kind as scheme. */
import type { Collection, EntryKey } from './types.ts';

/** What one entry of a collection is called: in a link, and in `npm run new`. */
export const LINK_KINDS: Readonly<Record<Collection, string>> = {
  replies: 'reply',
  policies: 'policy',
  measures: 'measure',
  clusters: 'cluster',
  chains: 'chain',
  events: 'event',
  organisations: 'organisation',
  terms: 'term',
};

const COLLECTION_OF = new Map(
  Object.entries(LINK_KINDS).map(([collection, kind]) => [kind, collection as Collection]),
);

export const LINK_SCHEMES = Object.values(LINK_KINDS);

/**
 * @param url a link's address as written
 * @returns the entry it means, or null for an ordinary address
 */
export function entryOfLink(url: string): EntryKey | null {
  const [, scheme, id] = /^([a-z]+):([^/].*)$/u.exec(url) ?? [];
  const collection = scheme && COLLECTION_OF.get(scheme);
  return collection ? `${collection}/${id}` : null;
}
