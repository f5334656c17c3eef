/** Measures as a hierarchy: what each is part of, and what it consists of. */
import type { Entry, EntryKey, Library } from '../library/types.ts';

export interface MeasureNode {
  entry: Entry;
  parts: MeasureNode[];
}

/** The measure that this one is part of. */
export function parentOf(library: Library, entry: Entry): Entry | undefined {
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

/**
 * Nests measures under those they are part of.
 * @param measures in list order; a part whose whole is not among them stands on its own
 */
export function measureTree(measures: Entry[]): MeasureNode[] {
  const nodes = new Map<EntryKey, MeasureNode>(
    measures.map((entry) => [entry.key, { entry, parts: [] }]),
  );
  const roots: MeasureNode[] = [];
  for (const node of nodes.values()) {
    const whole = nodes.get(`measures/${String(node.entry.fields['partOf'])}`);
    (whole ? whole.parts : roots).push(node);
  }
  return roots;
}

/** A measure with everything under it. */
export const flatten = (node: MeasureNode): Entry[] => [node.entry, ...node.parts.flatMap(flatten)];

export interface MeasureGroup {
  /** The document that orders these measures; the document that speaks of them when it names none. */
  source?: Entry;
  /** Other documents that order the same measures. */
  others: Entry[];
  roots: MeasureNode[];
  count: number;
}

/** Groups all measures by the documents they belong to, in the order they first appear. */
export function measuresBySource(library: Library): MeasureGroup[] {
  const groups = new Map<string, MeasureGroup>();
  for (const root of measureTree(library.list('measures'))) {
    const policies = library
      .related(root.entry.key)
      .filter((related) => related.entry.collection === 'policies')
      .map((related) => related.entry);
    const [evidence] = root.entry.evidence;
    const document = evidence && library.entries.get(evidence.in);
    const sources = policies.length > 0 ? policies : document ? [document] : [];
    const id = sources.map((source) => source.key).join();
    const group = groups.get(id) ?? {
      source: sources[0],
      others: sources.slice(1),
      roots: [],
      count: 0,
    };
    group.roots.push(root);
    group.count += flatten(root).length;
    groups.set(id, group);
  }
  return [...groups.values()];
}
