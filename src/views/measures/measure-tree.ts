/** Measures as a hierarchy: what each is part of, and what it consists of. */
import type { Entry, EntryKey, Library } from '../../library/types.ts';
import { memoizeByLibrary } from '../../library/memoize.ts';

export interface MeasureNode {
  entry: Entry;
  parts: MeasureNode[];
}

/** The measure that this one is part of. */
function parentOf(library: Library, entry: Entry): Entry | undefined {
  const id = entry.fields['partOf'];
  return typeof id === 'string' ? library.entries.get(`measures/${id}`) : undefined;
}

/** From the outermost measure down to the one above this. */
export function ancestorsOf(library: Library, entry: Entry): Entry[] {
  const chain: Entry[] = [];
  let above = parentOf(library, entry);
  while (above && !chain.includes(above)) {
    chain.unshift(above);
    above = parentOf(library, above);
  }
  return chain;
}

const tree = memoizeByLibrary(
  (library): { nodes: Map<EntryKey, MeasureNode>; roots: MeasureNode[] } => {
    const nodes = new Map<EntryKey, MeasureNode>(
      library.list('measures').map((entry) => [entry.key, { entry, parts: [] }]),
    );
    const roots: MeasureNode[] = [];
    for (const node of nodes.values()) {
      const whole = nodes.get(`measures/${String(node.entry.fields['partOf'])}`);
      (whole ? whole.parts : roots).push(node);
    }
    return { nodes, roots };
  },
);

/** The measures that are part of no other, in list order, each with its parts. */
export const measureRoots = (library: Library): MeasureNode[] => tree(library).roots;

/** A measure with its parts; undefined for an entry that is none. */
export const measureNode = (library: Library, entry: Entry): MeasureNode | undefined =>
  tree(library).nodes.get(entry.key);

/** A measure with everything under it. */
export const flatten = (node: MeasureNode): Entry[] => [node.entry, ...node.parts.flatMap(flatten)];
