/** The graph alone: what entries there are, and which stated relation leads from one to another. */
import type { Library } from '../library/types.ts';
import { pagePath } from '../site/urls.ts';

/**
 * @returns JSON of `nodes` and `edges`, one a line, so that a change of one entry shows as one line; an edge leads from
 *   the entry that states the relation
 */
export function graphJson(library: Library): string {
  const entries = [...library.entries.values()];
  const nodes = entries.map(({ key, collection, title, date }) => ({
    id: key,
    collection,
    title,
    date,
    page: pagePath(key),
  }));
  const edges = entries.flatMap(({ key }) =>
    library
      .related(key)
      .filter(({ direction }) => direction === 'out')
      .map(({ entry, field }) => ({ from: key, to: entry.key, field })),
  );
  return `{"nodes":[\n${lines(nodes)}\n],"edges":[\n${lines(edges)}\n]}\n`;
}

const lines = (items: object[]): string => items.map((item) => JSON.stringify(item)).join(',\n');
