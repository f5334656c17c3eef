/** Where an entry stands: its kind, the measures that it is part of, its class. */
import type { Entry } from '../../library/types.ts';
import { href, listPath, pagePath, type Link, type SitePath } from '../urls.ts';
import { collectionLabels } from '../wording/labels.ts';
import { knownField } from '../known-fields.ts';

/**
 * The links from the entry's list down to the entry.
 * @param above the measures that it is part of, the outermost first
 */
export const breadcrumbOf = (path: SitePath, entry: Entry, above: Entry[]): Link[] => [
  { text: collectionLabels[entry.collection], href: href(path, listPath(entry.collection)) },
  ...above.map((one) => ({ text: one.title, href: href(path, pagePath(one.key)) })),
];

/** The last step, not a link: 1000亿元级, 市级; undefined where nobody states it. */
export function placeOf(entry: Entry): string | undefined {
  if (entry.collection === 'clusters') {
    const tier = knownField(entry, 'tier')?.text;
    return tier && `${tier}亿元级`;
  }
  if (entry.collection === 'chains') return knownField(entry, 'named')?.text;
  return knownField(entry, 'level') && `${knownField(entry, 'level')!.text}级`;
}
