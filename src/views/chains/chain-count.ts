/** How many industrial chains the documents speak of, beside how many they name. */
import type { Entry, Library } from '../../library/types.ts';
import { collectionLabels } from '../wording/labels.ts';
import { quotationView, type PageContext } from '../passages/passage-view.ts';

/** What the documents call a chain that is one of those counted. */
export const COUNTED = '产业链';

/** Chains by what the documents call them: 产业链, 产业领域. */
export const byWhatTheyAreCalled = (library: Library): Map<string, Entry[]> =>
  Map.groupBy(library.list('chains'), (chain) => String(chain.fields['named'] ?? COUNTED));

/**
 * The chains of a library against the number that its documents give.
 * @returns undefined where no document gives one
 */
export function chainCount(context: PageContext) {
  const { library } = context;
  const totals = [...library.entries.values()]
    .flatMap((entry) => entry.targets)
    .filter((target) => target.unit === '条' && target.name.includes(collectionLabels.chains));
  const total = totals.toSorted((a, b) => b.amount - a.amount)[0];
  if (!total) return undefined;
  const byName = byWhatTheyAreCalled(library);
  const named = byName.get(COUNTED)?.length ?? 0;
  byName.delete(COUNTED);
  return {
    // All that were decided on, by the documents; of these, how many are named.
    stated: total.amount,
    named,
    // What the documents call things that they name besides these: 产业领域.
    otherNames: [...byName.keys()],
    passage: quotationView(context, total),
  };
}
