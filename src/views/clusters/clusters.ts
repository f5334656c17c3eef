/** What the documents count: clusters by the size they are to reach, the rows of the “253” picture, and chains. */
import { findEntryByName } from '../../library/names/names.ts';
import type { Entry, Library } from '../../library/types.ts';
import { knownField } from '../known-fields.ts';
import { collectionLabels } from '../wording/labels.ts';

/**
 * The clusters of a library by the size they are to reach, the largest first.
 * @returns undefined for a library without clusters
 */
export function clusterOverview(library: Library) {
  const clusters = library.list('clusters');
  if (clusters.length === 0) return undefined;
  const byTier = Map.groupBy(clusters, (cluster) => Number(knownField(cluster, 'tier')?.text ?? 0));
  const tiers = [...byTier]
    .toSorted(([a], [b]) => b - a)
    // 2000亿元; absent for clusters without a tier.
    .map(([tier, members]) => ({ label: tier > 0 ? `${tier}亿元` : undefined, clusters: members }));
  const term = findEntryByName(library, tiers.map((tier) => tier.clusters.length).join(''));
  return {
    tiers,
    // The library's word for this pattern, when it has a term that is exactly its digits: “253”.
    term: term?.collection === 'terms' ? term : undefined,
    // 2个2000亿元、5个1000亿元、3个500亿元
    summary: tiers
      .filter(({ label }) => label)
      .map((tier) => `${tier.clusters.length}个${tier.label}`)
      .join('、'),
  };
}

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
