/** Measures as a hierarchy: what each is part of, what it consists of, and the documents that state it. */
import { memoizeByLibrary } from '../../library/maps.ts';
import type { Entry, EntryKey, Library } from '../../library/types.ts';
import type { Item } from '../lists/partition.ts';

export interface MeasureNode {
  entry: Entry;
  /** The measure that it is part of. */
  whole?: MeasureNode;
  parts: MeasureNode[];
}

const nodesOf = memoizeByLibrary((library): Map<EntryKey, MeasureNode> => {
  const nodes = new Map<EntryKey, MeasureNode>(
    library.list('measures').map((entry) => [entry.key, { entry, parts: [] }]),
  );
  for (const node of nodes.values()) {
    node.whole = nodes.get(`measures/${String(node.entry.fields['partOf'])}`);
    node.whole?.parts.push(node);
  }
  return nodes;
});

/** A measure with its parts; undefined for an entry that is none. */
export const measureNode = (library: Library, entry: Entry): MeasureNode | undefined =>
  nodesOf(library).get(entry.key);

/** The measures that are part of no other, in list order, each with its parts. */
export const measureRoots = (library: Library): MeasureNode[] =>
  [...nodesOf(library).values()].filter(({ whole }) => !whole);

/** A measure with everything under it. */
export const flatten = (node: MeasureNode): Entry[] => [node.entry, ...node.parts.flatMap(flatten)];

/** From the outermost measure down to the one above this. */
export function ancestorsOf(library: Library, entry: Entry): Entry[] {
  const chain: Entry[] = [];
  let above = measureNode(library, entry)?.whole;
  for (; above && !chain.includes(above.entry); above = above.whole) chain.unshift(above.entry);
  return chain;
}

/** The document that an author names as the one that states a measure, or the measure that it is part of. */
export function statedBy(library: Library, measure: Entry): Entry | undefined {
  const key = [measure, ...ancestorsOf(library, measure).toReversed()]
    .map((one) => one.fields['statedBy'] as EntryKey | undefined)
    .find((one) => one !== undefined);
  return key && library.entries.get(key);
}

/** The documents that state a measure: the one that its author names, else its policies, those first that its author put first. */
export function statingDocuments(library: Library, measure: Entry): Entry[] {
  const source = statedBy(library, measure);
  return source ? [source] : policiesOf(library, measure);
}

function policiesOf(library: Library, measure: Entry): Entry[] {
  const stated = measure.relations
    .filter(({ field }) => field === 'policies')
    .map(({ to }) => library.get(to));
  const related = library.related(measure.key).map(({ entry }) => entry);
  return [...new Set([...stated, ...related.filter(({ key }) => key.startsWith('policies/'))])];
}

/**
 * The documents of a measure.
 * @returns the one that states it; then, or failing that, the policies that it has to do with; failing
 *   these, the document that its evidence stands in
 */
export function documentsOfMeasure(library: Library, measure: Entry): Entry[] {
  const documents = new Set([
    ...statingDocuments(library, measure),
    ...policiesOf(library, measure),
  ]);
  const [evidence] = measure.evidence;
  return documents.size > 0 ? [...documents] : evidence ? [library.get(evidence.in)] : [];
}

export interface MeasureItem extends Item {
  root: MeasureNode;
}

/** What a measure takes on a page beside its name, and what a character of it. */
const MARKUP = 150;
const A_CHARACTER = 3;

/** The measures that are part of no other, each filed by its document. */
export const measureItems = (library: Library): MeasureItem[] =>
  measureRoots(library).map((root) => ({
    entry: documentsOfMeasure(library, root.entry)[0] ?? root.entry,
    root,
    weight: flatten(root).reduce((sum, { title }) => sum + MARKUP + A_CHARACTER * title.length, 0),
  }));

export interface MeasureGroup {
  /** The document that states these measures; the one that speaks of them when it names none. */
  source?: Entry;
  /** Other documents that some of these measures have to do with. */
  others: Entry[];
  roots: MeasureNode[];
}

/**
 * Groups measures by the first document that each belongs to, in the order these first appear; those without a document
 * come last. A document has one group, however many others its measures go back to as well.
 * @param roots measures that are part of no other
 */
export function groupBySource(library: Library, roots: MeasureNode[]): MeasureGroup[] {
  const documents = new Map(
    roots.map((root) => [root, documentsOfMeasure(library, root.entry)] as const),
  );
  return [...Map.groupBy(roots, (root) => documents.get(root)![0])]
    .map(([source, some]) => ({
      source,
      others: [...new Set(some.flatMap((root) => documents.get(root)!.slice(1)))],
      roots: some,
    }))
    .toSorted((a, b) => Number(!a.source) - Number(!b.source));
}

/** All measures of a library by document. */
export const measuresBySource = memoizeByLibrary((library): MeasureGroup[] =>
  groupBySource(library, measureRoots(library)),
);

/** More than these are not listed one by one. */
const MOST = 12;

/**
 * The siblings of a measure, and what they are the parts of: a measure, or the document that states them. All are
 * shown where they are few; else the one before, this one and the one after.
 * @returns places from 1; undefined for what is no measure, and for a measure that has no siblings
 */
export function siblingsOf(library: Library, entry: Entry) {
  const node = measureNode(library, entry);
  if (!node) return undefined;
  const group = node.whole
    ? { source: node.whole.entry, roots: node.whole.parts }
    : measuresBySource(library).find(({ roots }) => roots.includes(node));
  const whole = group?.source;
  const members = group?.roots.map((one) => one.entry) ?? [];
  if (!whole || members.length < 2) return undefined;
  const at = members.indexOf(entry);
  const first = members.length > MOST ? Math.max(0, at - 1) : 0;
  return {
    whole,
    place: at + 1,
    count: members.length,
    first: first + 1,
    shown: members.length > MOST ? members.slice(first, at + 2) : members,
  };
}

/** Kinds of things that measures act on. */
const OBJECTS = ['clusters', 'chains', 'events'] as const;

/** What measures act on: clusters, chains, events; in the library's order. */
export function objectsOf(library: Library, measures: Entry[]): Entry[] {
  const related = new Set(
    measures.flatMap(({ key }) => library.related(key)).map(({ entry }) => entry),
  );
  return OBJECTS.flatMap((kind) => library.list(kind)).filter((entry) => related.has(entry));
}
