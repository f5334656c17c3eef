/** Measures as a hierarchy: what each is part of, and what it consists of. */
import type { Entry, EntryKey, Library } from '../../library/types.ts';
import { memoizeByLibrary } from '../../library/maps.ts';
import type { Item } from '../long-lists/catalogue.ts';
import { type SitePath, linkTo } from '../urls.ts';

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

/** The document that an author names as the one that states a measure, or the measure that it is part of. */
export function statedBy(library: Library, measure: Entry): Entry | undefined {
  const keys = [measure, ...ancestorsOf(library, measure).toReversed()].map(
    (one) => one.fields['statedBy'] as EntryKey | undefined,
  );
  const key = keys.find((one) => one !== undefined);
  return key && library.entries.get(key);
}

/** The policies of a measure, those first that its author put first. */
function policiesOf(library: Library, measure: Entry): Entry[] {
  const stated = measure.relations
    .filter(({ field }) => field === 'policies')
    .map(({ to }) => library.get(to));
  const related = library
    .related(measure.key)
    .map(({ entry }) => entry)
    .filter((entry) => entry.collection === 'policies');
  return [...new Set([...stated, ...related])];
}

/**
 * The documents of a measure.
 * @returns the one that states it; then, or failing that, the policies that it has to do with; failing
 *   these, the document that its evidence stands in
 */
export function documentsOfMeasure(library: Library, measure: Entry): Entry[] {
  const source = statedBy(library, measure);
  const policies = policiesOf(library, measure);
  const documents = [...new Set([...(source ? [source] : []), ...policies])];
  const [evidence] = measure.evidence;
  return documents.length > 0 ? documents : evidence ? [library.get(evidence.in)] : [];
}

/** The documents that state a measure: the one that its author names, else its policies. */
export function statingDocuments(library: Library, measure: Entry): Entry[] {
  const source = statedBy(library, measure);
  return source ? [source] : policiesOf(library, measure);
}

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
    const [source, ...others] = documentsOfMeasure(library, root.entry);
    const group = groups.get(source?.key) ?? { source, others: [], roots: [], count: 0 };
    group.roots.push(root);
    group.others.push(...others.filter((other) => !group.others.includes(other)));
    group.count += flatten(root).length;
    groups.set(source?.key, group);
  }
  return [...groups.values()];
});

export interface MeasureItem extends Item {
  measures: MeasureGroup;
}

/** What a measure takes on a page beside its name. */
const MARKUP = 150;
const A_CHARACTER = 3;

/** Documents with their measures; a measure without a document stands alone. */
export function measureItems(library: Library): MeasureItem[] {
  const groups = measuresBySource(library).flatMap((group): MeasureGroup[] =>
    group.source
      ? [group]
      : group.roots.map((root) => ({ ...group, roots: [root], count: flatten(root).length })),
  );
  return groups.map((measures) => ({
    entry: measures.source ?? measures.roots[0]!.entry,
    measures,
    weight: measures.roots
      .flatMap(flatten)
      .reduce((sum, { title }) => sum + MARKUP + A_CHARACTER * title.length, 0),
  }));
}

/** The measures of these items, those without a document together at the end. */
export function measureGroups(items: MeasureItem[]): MeasureGroup[] {
  const groups = items.map(({ measures }) => measures);
  const without = groups.filter(({ source }) => !source);
  if (without.length === 0) return groups;
  return [
    ...groups.filter(({ source }) => source),
    {
      others: [...new Set(without.flatMap(({ others }) => others))],
      roots: without.flatMap(({ roots }) => roots),
      count: without.reduce((sum, { count }) => sum + count, 0),
    },
  ];
}

/** More than these are not listed one by one. */
const MOST = 12;

/** The whole that a measure is listed under, and the measures listed there. */
function family(library: Library, measure: Entry): { whole: Entry; members: Entry[] } | undefined {
  const above = ancestorsOf(library, measure).at(-1);
  const node = above && measureNode(library, above);
  if (node) return { whole: above, members: node.parts.map(({ entry }) => entry) };
  const group = measuresBySource(library).find(({ roots }) =>
    roots.some(({ entry }) => entry === measure),
  );
  return group?.source && { whole: group.source, members: group.roots.map(({ entry }) => entry) };
}

/**
 * The siblings of a measure, and what they are the parts of: a measure, or the document that states them. All are
 * shown where they are few; else the one before, this one and the one after.
 * @returns undefined for what is no measure, and for a measure that has none
 */
export function siblingsOf(library: Library, page: SitePath, entry: Entry) {
  const found = entry.collection === 'measures' ? family(library, entry) : undefined;
  if (!found || found.members.length < 2) return undefined;
  const { whole, members } = found;
  const at = members.indexOf(entry);
  const all = members.map((member, i) => ({
    ...linkTo(page, member),
    // From 1.
    place: i + 1,
    current: member === entry,
  }));
  return {
    whole: linkTo(page, whole),
    place: at + 1,
    count: members.length,
    shown: members.length > MOST ? all.slice(Math.max(0, at - 1), at + 2) : all,
  };
}
