/**
 * The map of the library: which document orders which measures, and what these act on. Three
 * columns, drawn at build time; every name is a link.
 */
import type { Entry, EntryKey, Library } from '../library/types.ts';
import { collectionLabels } from './labels.ts';
import { flatten, measuresBySource, type MeasureGroup } from './measure-tree.ts';
import { href, pagePath, type Href, type SitePath } from './urls.ts';

/** Kinds of things that measures act on. */
const OBJECTS = ['clusters', 'chains', 'events'] as const;

const ROW = 30;
const GAP = 22;
const TOP = 34;
const LABEL_END = 300;
/** Longer names are cut. */
export const SOURCE_NAME = 19;
export const MEASURE_NAME = 20;
export const OBJECT_NAME = 17;

const COLUMNS = { source: LABEL_END, measure: 440, object: 900 };
export const MAP_WIDTH = 1160;

export interface MapNode {
  entry: Entry;
  text: string;
  href: Href;
  x: number;
  y: number;
  height: number;
  /** Measures in it, or under it. */
  count: number;
}

export interface MapFlow {
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

export const hasMeasureMap = (library: Library): boolean => library.list('measures').length > 0;

/** What a measure, or anything under it, acts on. */
function objectsOf(library: Library, measures: Entry[]): Entry[] {
  const found = new Set<Entry>();
  for (const measure of measures)
    for (const { entry } of library.related(measure.key))
      if (OBJECTS.some((kind) => kind === entry.collection)) found.add(entry);
  return [...found];
}

/** Where a line may leave a measure: after its name, at about one em a character. */
const nameEnd = (name: string): number =>
  COLUMNS.measure + 12 + Math.min(name.length, MEASURE_NAME) * 14 + 30;

const curve = (x1: number, y1: number, x2: number, y2: number): string => {
  const middle = Math.round((x1 + x2) / 2);
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
};

/** Lays out the map; the same input gives the same picture. */
export function measureMap(library: Library, page: SitePath): MeasureMap {
  const groups = measuresBySource(library);
  const node = (entry: Entry, x: number, y: number, height: number, count: number): MapNode => ({
    entry,
    text: entry.title,
    href: href(page, pagePath(entry.key)),
    x,
    y,
    height,
    count,
  });
  const sources: MapNode[] = [];
  const measures: MapNode[] = [];
  const flows: MapFlow[] = [];
  const wanted = new Map<EntryKey, { entry: Entry; from: { x: number; y: number }[] }>();
  let y = TOP;
  for (const { source, others, roots, count } of groups) {
    const top = y;
    const ends: number[] = [];
    for (const root of roots) {
      const all = flatten(root);
      measures.push(node(root.entry, COLUMNS.measure, y, ROW - 8, all.length));
      ends.push(y + (ROW - 8) / 2);
      for (const object of objectsOf(library, all)) {
        const known = wanted.get(object.key) ?? { entry: object, from: [] };
        known.from.push({ x: nameEnd(root.entry.title), y: y + (ROW - 8) / 2 });
        wanted.set(object.key, known);
      }
      y += ROW;
    }
    const named = source ? [source, ...others] : [];
    const needed = Math.max(y - top, named.length * ROW * 1.6);
    y = top + needed;
    const share = (needed - 8) / Math.max(1, named.length);
    named.forEach((entry, i) => {
      const at = node(
        entry,
        COLUMNS.source,
        Math.round(top + i * share),
        Math.round(share - (i < named.length - 1 ? 4 : 0)),
        count,
      );
      sources.push(at);
    });
    const from = top + (needed - 8) / 2;
    for (const end of ends)
      flows.push({
        d: curve(COLUMNS.source + 6, Math.round(from), COLUMNS.measure, end),
        width: 2,
      });
    y += GAP;
  }
  const height = y;
  const ordered = OBJECTS.flatMap((kind) =>
    library.list(kind).flatMap((entry) => wanted.get(entry.key) ?? []),
  );
  const spread = ordered.length > 0 ? Math.min(46, (height - TOP) / ordered.length) : 0;
  const start = TOP + Math.max(0, (height - TOP - GAP - spread * ordered.length) / 2);
  const objects = ordered.map(({ entry, from }, i) => {
    const at = node(entry, COLUMNS.object, Math.round(start + i * spread), 20, 0);
    for (const line of from)
      flows.push({ d: curve(line.x, line.y, COLUMNS.object - 4, at.y + 10), width: 1.5 });
    return at;
  });
  const kinds = OBJECTS.filter((kind) => ordered.some(({ entry }) => entry.collection === kind));
  return {
    sources,
    measures,
    objects,
    flows,
    headings: [
      { text: '文件', x: COLUMNS.source - 8, end: true },
      { text: '举措', x: COLUMNS.measure + 10, end: false },
      {
        text: kinds.map((kind) => collectionLabels[kind]).join('、'),
        x: COLUMNS.object + 10,
        end: false,
      },
    ],
    height,
    groups,
  };
}
