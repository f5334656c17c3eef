/** Clusters by the size they are to reach: the rows of the “253” picture, from data. */
import type { Entry, Library } from '../../library/types.ts';
import { knownField, listField } from '../known-fields.ts';
import { targetAmount } from '../wording/figures.ts';
import { findEntryByName } from '../../library/names/names.ts';
import { type SitePath, linkTo } from '../urls.ts';

export type ClusterOverview = NonNullable<ReturnType<typeof clusterOverview>>;

/**
 * The clusters of a library by the size they are to reach, the largest first.
 * @returns undefined for a library without clusters
 */
export function clusterOverview(library: Library, page: SitePath) {
  const clusters = library.list('clusters');
  if (clusters.length === 0) return undefined;
  const byTier = Map.groupBy(clusters, (cluster) => Number(knownField(cluster, 'tier')?.text ?? 0));
  const tiers = [...byTier]
    .toSorted(([a], [b]) => b - a)
    .map(([tier, members]) => ({
      // 2000亿元; absent for clusters without a tier.
      label: tier > 0 ? `${tier}亿元` : undefined,
      count: members.length,
      clusters: members.map((cluster) => ({
        ...linkTo(page, cluster),
        fields: listField(cluster, 'fields').join('、'),
      })),
    }));
  const named = findEntryByName(library, tiers.map((tier) => tier.count).join(''));
  const term = named?.collection === 'terms' ? named : undefined;
  const sized = tiers.filter((tier) => tier.label);
  return {
    tiers,
    count: clusters.length,
    // The library's word for this pattern, when it has a term that is exactly its digits: “253”.
    term: term && linkTo(page, term),
    // What they are to reach together: 到2022年，工业经济规模突破15000亿元.
    goal: commonGoal(library, clusters),
    // 2个2000亿元、5个1000亿元、3个500亿元
    summary: sized.map((tier) => `${tier.count}个${tier.label}`).join('、'),
  };
}

/** The dated target of the policy that most clusters relate to, if more than half of them do. */
function commonGoal(library: Library, clusters: Entry[]): string | undefined {
  const relations = library
    .list('policies')
    .map((policy) => ({
      policy,
      count: library.related(policy.key).filter(({ entry }) => entry.collection === 'clusters')
        .length,
    }))
    .filter(({ count }) => count > clusters.length / 2);
  const [most] = relations.toSorted((a, b) => b.count - a.count);
  const goal = most?.policy.targets.find((target) => target.by && !target.progress);
  return goal && `到${goal.by}年，${goal.name}${targetAmount(goal)}`;
}
