/** How many of each kind a collection holds, as a heading says it. */
import type { Collection, Entry, Library } from '../../library/types.ts';
import { byWhatTheyAreCalled, COUNTED } from '../chains/chain-count.ts';
import { isHonour } from '../known-fields.ts';
import { collectionCounters } from '../wording/labels.ts';

/**
 * How many entries a collection has; chains by what the documents call them (2条产业链、2个产业领域), and
 * titles that are awarded apart from documents.
 */
export function collectionCount(library: Library, collection: Collection): string {
  const honours = library.list(collection).filter(isHonour).length;
  if (honours > 0)
    return `${library.list(collection).length - honours}${collectionCounters[collection]}文件、${honours}项评选认定`;
  const kinds = collection === 'chains' ? byWhatTheyAreCalled(library) : new Map<string, Entry[]>();
  if (kinds.size < 2) return `${library.list(collection).length}${collectionCounters[collection]}`;
  return [...kinds]
    .map(
      ([called, { length }]) =>
        `${length}${called === COUNTED ? collectionCounters.chains : '个'}${called}`,
    )
    .join('、');
}
