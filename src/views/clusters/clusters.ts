/** Clusters by the size they are to reach: the rows of the “253” picture, from data. */
import { findEntryByName } from '../../library/names/names.ts';
import type { Entry, Library } from '../../library/types.ts';
import { knownField } from '../known-fields.ts';
import { targetAmount } from '../wording/figures.ts';

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

/** The dated target of the policy that most clusters relate to, if more than half of them do: 到2022年，工业经济规模突破15000亿元. */
export function commonGoal(library: Library): string | undefined {
  const clustersOf = ({ key }: Entry): number =>
    library.related(key).filter(({ entry }) => entry.collection === 'clusters').length;
  const [most] = library
    .list('policies')
    .filter((policy) => clustersOf(policy) > library.list('clusters').length / 2)
    .toSorted((a, b) => clustersOf(b) - clustersOf(a));
  const goal = most?.targets.find((target) => target.by && !target.progress);
  return goal && `到${goal.by}年，${goal.name}${targetAmount(goal)}`;
}
