/**
 * The map of the library: which document states which measures, and what these act on. Three
 * columns, laid out at build time; every name is a link.
 */
import type { Entry, EntryKey, Library } from '../library/types.ts';
import { collectionLabels } from './labels.ts';
import {
  BAR,
  COLUMNS,
  curve,
  fitted,
  GAP,
  nameEnd,
  ROW,
  SOURCE_ROW,
  SPREAD,
  TOP,
  type MapPoint,
} from './map-drawing.ts';
import { flatten } from './measure-tree.ts';
import { measuresBySource, type MeasureGroup } from './measures-by-source.ts';
import { href, pagePath, type Href, type SitePath } from './urls.ts';

/** Kinds of things that measures act on. */
const OBJECTS = ['clusters', 'chains', 'events'] as const;

export interface MapNode {
  /** The whole name, and as much of it as the column has room for. */
  title: string;
  text: string;
  href: Href;
  x: number;
  y: number;
  height: number;
  /** Measures under it. */
  under: number;
}

interface MapFlow {
  d: string;
  width: number;
}

export interface MeasureMap {
  sources: MapNode[];
  measures: MapNode[];
  objects: MapNode[];
  flows: MapFlow[];
  headings: { text: string; x: number; end: boolean }[];
  height: number;
  groups: MeasureGroup[];
}

/** Whether there is anything to draw. */
export const hasMeasureMap = (library: Library): boolean => library.list('measures').length > 0;

/** What measures act on: clusters, chains, events. */
export function objectsOf(library: Library, measures: Entry[]): Set<Entry> {
  const related = measures.flatMap((measure) => library.related(measure.key));
  return new Set(
    related
      .map(({ entry }) => entry)
      .filter((entry) => OBJECTS.some((kind) => kind === entry.collection)),
  );
}

/** Puts entries in a column. */
const placer =
  (page: SitePath) =>
  (
    entry: Entry,
    column: keyof typeof COLUMNS,
    { y, height, under = 0 }: { y: number; height: number; under?: number },
  ): MapNode => ({
    title: entry.title,
    text: fitted(entry.title, column),
    href: href(page, pagePath(entry.key)),
    x: COLUMNS[column],
    y,
    height,
    under,
  });

/** Documents and their measures, from top to bottom, and where lines set out for objects. */
function layOutGroups(library: Library, place: ReturnType<typeof placer>, groups: MeasureGroup[]) {
  const sources: MapNode[] = [];
  const measures: MapNode[] = [];
  const flows: MapFlow[] = [];
  const starts = new Map<EntryKey, MapPoint[]>();
  let top = TOP;
  for (const { source, roots } of groups) {
    const height = Math.max(roots.length * ROW, source ? SOURCE_ROW : 0);
    const from = { x: COLUMNS.source + 6, y: Math.round(top + (height - 8) / 2) };
    if (source) sources.push(place(source, 'source', { y: top, height: Math.round(height - 8) }));
    const first = top + (height - roots.length * ROW) / 2;
    roots.forEach((root, i) => {
      const all = flatten(root);
      const y = Math.round(first + i * ROW);
      const middle = y + BAR / 2;
      measures.push(place(root.entry, 'measure', { y, height: BAR, under: all.length - 1 }));
      flows.push({ d: curve(from, { x: COLUMNS.measure, y: middle }), width: 2 });
      for (const { key } of objectsOf(library, all))
        starts.set(key, [...(starts.get(key) ?? []), { x: nameEnd(root.entry.title), y: middle }]);
    });
    top += height + GAP;
  }
  return { sources, measures, flows, starts, height: top };
}

/** The objects, spread over the height of the rest, and the lines that reach them. */
function layOutObjects(
  library: Library,
  place: ReturnType<typeof placer>,
  starts: Map<EntryKey, MapPoint[]>,
  height: number,
) {
  const entries = OBJECTS.flatMap((kind) => library.list(kind)).filter(({ key }) =>
    starts.has(key),
  );
  const spread = entries.length > 0 ? Math.min(SPREAD, (height - TOP) / entries.length) : 0;
  const top = TOP + Math.max(0, (height - TOP - GAP - spread * entries.length) / 2);
  const objects = entries.map((entry, i) =>
    place(entry, 'object', { y: Math.round(top + i * spread), height: 20 }),
  );
  const flows = entries.flatMap(({ key }, i) => {
    const end = { x: COLUMNS.object - 4, y: objects[i]!.y + 10 };
    return starts.get(key)!.map((start): MapFlow => ({ d: curve(start, end), width: 1.5 }));
  });
  const kinds = OBJECTS.filter((kind) => entries.some(({ collection }) => collection === kind));
  return { objects, flows, kinds };
}

/**
 * Lays out the map; the same input gives the same picture.
 * @param groups the documents to draw, with their measures; all when left out
 */
export function measureMap(
  library: Library,
  page: SitePath,
  groups: MeasureGroup[] = measuresBySource(library),
): MeasureMap {
  const place = placer(page);
  const { sources, measures, starts, height, ...left } = layOutGroups(library, place, groups);
  const { objects, kinds, ...right } = layOutObjects(library, place, starts, height);
  const heading = kinds.map((kind) => collectionLabels[kind]).join('、');
  return {
    sources,
    measures,
    objects,
    flows: [...left.flows, ...right.flows],
    headings: [
      { text: '文件', x: COLUMNS.source - 8, end: true },
      { text: '举措', x: COLUMNS.measure + 10, end: false },
      { text: heading, x: COLUMNS.object + 10, end: false },
    ],
    height,
    groups,
  };
}
