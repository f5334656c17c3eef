/** What the 说明 page tells of the library: notes on its texts, and what nobody knows. */
import { linkTo, type Link } from '../urls.ts';
import type { Entry } from '../../library/types.ts';
import { chainCount } from '../chains/chain-count.ts';
import { isHonour, knownField } from '../known-fields.ts';
import type { PageContext } from '../passages/passage-view.ts';

/** Documents with 校注, and the notes in the order of the text. */
export const notedDocuments = ({ library, page }: PageContext): (Link & Pick<Entry, 'notes'>)[] =>
  [...library.entries.values()]
    .filter((entry) => entry.notes.length > 0)
    .map((entry) => ({ ...linkTo(page, entry), notes: entry.notes }));

/** Where the library is silent, by what its own data lack. */
interface Gaps {
  /** Policies whose number no source gives. */
  withoutNumber: Link[];
  /** Policies whose text is not in the library. */
  withoutText: number;
  policies: number;
  /** Chains counted but not named. */
  unnamedChains?: { stated: number; named: number };
  /** Some entry states a target; whether it was reached is not for the library to say. */
  targets: boolean;
}

/** What the library's own data lack. What nobody could find out stands in `library.yaml`. */
export function gaps(context: PageContext): Gaps {
  const { library, page } = context;
  const policies = library.list('policies').filter((policy) => !isHonour(policy));
  const count = chainCount(context);
  return {
    withoutNumber: policies
      .filter((policy) => !knownField(policy, 'number'))
      .map((policy) => linkTo(page, policy)),
    withoutText: policies.filter((policy) => policy.blocks.length === 0).length,
    policies: policies.length,
    unnamedChains:
      count && count.stated > count.named
        ? { stated: count.stated, named: count.named }
        : undefined,
    targets: [...library.entries.values()].some((entry) => entry.targets.length > 0),
  };
}
