/** The kinds of entry that can be begun, as an editor types them, and what each is called. */
import type { Collection } from '../../library/types.ts';
import { collectionLabels } from '../../views/wording/labels.ts';

const KINDS = {
  policy: 'policies',
  reply: 'replies',
  measure: 'measures',
  cluster: 'clusters',
  chain: 'chains',
  event: 'events',
  organisation: 'organisations',
  term: 'terms',
} as const satisfies Record<string, Collection>;

/** @returns the collection of a kind, in English, singular or plural, or in Chinese; null where there is none */
export function collectionOfKind(kind: string): Collection | null {
  const own = (KINDS as Record<string, Collection>)[kind];
  if (own) return own;
  const other = Object.values(KINDS).find(
    (name) => name === kind || collectionLabels[name] === kind,
  );
  return other ?? null;
}

/** Every kind with its name, for whoever typed another. */
export const kindList = (): string =>
  Object.entries(KINDS)
    .map(([kind, name]) => `${kind}（${collectionLabels[name]}）`)
    .join('、');
