/** How many industrial chains the documents speak of, beside how many they name. */
import type { Library } from '../library/types.ts';
import { collectionLabels } from './labels.ts';
import { quotationView, type PageContext, type PassageView } from './passages.ts';

export interface ChainCount {
  /** All that were decided on, by the documents. */
  stated: number;
  /** Of these, how many are named. */
  named: number;
  passage: PassageView;
}

/** What the documents call a chain that is one of those counted. */
const COUNTED = '产业链';

/** @returns undefined where no document gives a number */
export function chainCount(context: PageContext): ChainCount | undefined {
  const { library } = context;
  const totals = [...library.entries.values()]
    .flatMap((entry) => entry.targets)
    .filter((target) => target.unit === '条' && target.name.includes(collectionLabels.chains));
  const total = totals.toSorted((a, b) => b.amount - a.amount)[0];
  if (!total) return undefined;
  const named = chainsNamed(library).length;
  return { stated: total.amount, named, passage: quotationView(context, total) };
}

const chainsNamed = (library: Library) =>
  library.list('chains').filter((chain) => (chain.fields['named'] ?? COUNTED) === COUNTED);
