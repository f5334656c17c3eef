/** How many industrial chains the documents speak of, beside how many they name. */
import type { Entry, Library } from '../../library/types.ts';
import { collectionLabels } from '../wording/labels.ts';

/** What the documents call a chain that is one of those counted. */
export const CALLED_CHAINS = '产业链';

/** Chains by what the documents call them: 产业链, 产业领域. */
export const chainsByName = (library: Library): Map<string, Entry[]> =>
  Map.groupBy(library.list('chains'), (chain) => String(chain.fields['named'] ?? CALLED_CHAINS));

/**
 * The chains of a library against the number that its documents give.
 * @returns the largest number with its words, how many chains are named, and what the documents call things that they
 *   name besides; undefined where no document gives a number
 */
export function chainCount(library: Library) {
  const [total] = [...library.entries.values()]
    .flatMap((entry) => entry.targets)
    .filter(({ unit, name }) => unit === '条' && name.includes(collectionLabels.chains))
    .toSorted((a, b) => b.amount - a.amount);
  const byName = chainsByName(library);
  const named = byName.get(CALLED_CHAINS)?.length ?? 0;
  const otherNames = [...byName.keys()].filter((name) => name !== CALLED_CHAINS);
  return total && { stated: total.amount, named, otherNames, quotation: total };
}
