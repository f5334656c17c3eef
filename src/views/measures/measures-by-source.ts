/** All measures under the documents that state them. */
import type { Entry, EntryKey } from '../../library/types.ts';
import { documentsOf } from './measure-source.ts';
import { flatten, measureRoots, type MeasureNode } from './measure-tree.ts';
import { memoizeByLibrary } from '../../library/memoize.ts';

export interface MeasureGroup {
  /** The document that states these measures; the one that speaks of them when it names none. */
  source?: Entry;
  /** Other documents that some of these measures have to do with. */
  others: Entry[];
  roots: MeasureNode[];
  /** Measures in the group, parts of parts included. */
  count: number;
}

/**
 * Groups measures by the first document that each belongs to, in the order these first appear. A
 * document has one group, however many others its measures go back to as well.
 */
export const measuresBySource = memoizeByLibrary((library): MeasureGroup[] => {
  const groups = new Map<EntryKey | undefined, MeasureGroup>();
  for (const root of measureRoots(library)) {
    const [source, ...others] = documentsOf(library, root.entry);
    const group = groups.get(source?.key) ?? { source, others: [], roots: [], count: 0 };
    group.roots.push(root);
    group.others.push(...others.filter((other) => !group.others.includes(other)));
    group.count += flatten(root).length;
    groups.set(source?.key, group);
  }
  return [...groups.values()];
});
