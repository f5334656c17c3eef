/** Explicit links: `[七个一](term:seven-ones)`, the entry's kind as scheme. */
import type { Collection, EntryKey } from './types.ts';

const SCHEMES: Record<string, Collection> = {
  reply: 'replies',
  policy: 'policies',
  measure: 'measures',
  cluster: 'clusters',
  chain: 'chains',
  event: 'events',
  organisation: 'organisations',
  term: 'terms',
};

export const LINK_SCHEMES = Object.keys(SCHEMES);

/**
 * @param url a link's address as written
 * @returns the entry it means, or null for an ordinary address
 */
export function entryOfLink(url: string): EntryKey | null {
  const [, scheme, id] = /^([a-z]+):([^/].*)$/u.exec(url) ?? [];
  const collection = scheme && SCHEMES[scheme];
  return collection ? `${collection}/${id}` : null;
}
