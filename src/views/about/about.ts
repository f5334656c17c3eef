/** What the 说明 page tells of the library: notes on its texts, and what nobody knows. */
import type { Library } from '../../library/types.ts';
import { chainCount } from '../chains/chain-count.ts';
import { isHonour, isUnverified, knownField } from '../known-fields.ts';
import { collectionLabels } from '../wording/labels.ts';
import type { PageContext } from '../passages/passage-view.ts';
import { href, pagePath, type Href } from '../urls.ts';

interface NotedDocument {
  title: string;
  href: Href;
  notes: { on: string; note: string }[];
}

/** Documents with 校注, and the notes in the order of the text. */
export const notedDocuments = ({ library, page }: PageContext): NotedDocument[] =>
  [...library.entries.values()]
    .filter((entry) => entry.notes.length > 0)
    .map(({ title, key, notes }) => ({ title, href: href(page, pagePath(key)), notes }));

/** Where the library is silent, by what its own data lack. */
interface Gaps {
  /** Policies whose number no source gives. */
  withoutNumber: { title: string; href: Href }[];
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
      .map(({ title, key }) => ({ title, href: href(page, pagePath(key)) })),
    withoutText: policies.filter((policy) => policy.blocks.length === 0).length,
    policies: policies.length,
    unnamedChains:
      count && count.stated > count.named
        ? { stated: count.stated, named: count.named }
        : undefined,
    targets: [...library.entries.values()].some((entry) => entry.targets.length > 0),
  };
}

/** How many outside facts the library holds, by kind of source. */
export function externalCounts(library: Library): { checked: number; unverified: number } {
  const facts = [...library.entries.values()].flatMap((entry) => entry.external);
  const unverified = facts.filter(isUnverified).length;
  return { checked: facts.length - unverified, unverified };
}

/** 政策、举措、集群: the kinds of entry that the library has. */
export const kindNames = (library: Library): string =>
  Object.entries(collectionLabels)
    .filter(([collection]) => library.list(collection as keyof typeof collectionLabels).length > 0)
    .map(([, label]) => label)
    .join('、');
