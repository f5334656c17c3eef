/**
 * The map of the library: which document states which measures, and what these act on. Columns laid out
 * at build time, once for wide pages and once for narrow ones; every name is a link.
 */
import type { EntryKey, Library, Entry } from '../../library/types.ts';
import {
  measuresBySource,
  type MeasureGroup,
  flatten,
  measureItems,
  type MeasureItem,
} from '../measures/measures.ts';
import { type SitePath, href, pagePath, type Href, mapPath, routeOf } from '../urls.ts';
import { collectionLabels } from '../wording/labels.ts';
import {
  TOP,
  type MapForm,
  type MapPoint,
  barHeight,
  curve,
  GAP,
  linesOf,
  nameEnd,
  SPACE,
  SPREAD,
} from './map-drawing.ts';
import { catalogue, type Group } from '../long-lists/catalogue.ts';

export interface MeasureMap {
  form: MapForm;
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

/**
 * Lays out the map; the same input gives the same picture.
 * @param form for wide or for narrow pages
 * @param groups the documents to draw, with their measures; all when left out
 */
export function measureMap(
  library: Library,
  page: SitePath,
  form: MapForm,
  groups: MeasureGroup[] = measuresBySource(library),
): MeasureMap {
  const drawing: Drawing = { library, page, form };
  let top = TOP;
  const laid = groups.map((group) => {
    const one = layOutGroup(drawing, group, top);
    top = one.bottom;
    return one;
  });
  const starts = new Map<EntryKey, MapPoint[]>();
  for (const { key, from } of laid.flatMap((one) => one.starts))
    starts.set(key, [...(starts.get(key) ?? []), from]);
  const objects = layOutObjects(drawing, starts, top);
  const { columns, sourceAbove } = form;
  const heading = objects.kinds.map((kind) => collectionLabels[kind]).join('、');
  return {
    form,
    sources: laid.flatMap(({ named }) => named ?? []),
    measures: laid.flatMap(({ measures }) => measures),
    objects: objects.nodes,
    flows: [...laid.flatMap(({ flows }) => flows), ...objects.flows],
    headings: [
      ...(sourceAbove ? [] : [{ text: '文件', x: columns.source - 8, end: true }]),
      { text: sourceAbove ? '文件和举措' : '举措', x: columns.measure + 10, end: false },
      { text: heading, x: columns.object + 10, end: false },
    ],
    height: Math.round(Math.max(top, objects.bottom)),
    groups,
  };
}

export interface MapNode {
  /** The name, in the lines that its column has room for. */
  lines: string[];
  href: Href;
  x: number;
  y: number;
  height: number;
  /** Measures under it. */
  under: number;
}

export interface MapFlow {
  d: string;
  width: number;
}

/** What is drawn, and on what. */
export interface Drawing {
  library: Library;
  page: SitePath;
  form: MapForm;
}

/** A name at its place in a column. */
function node(
  { page, form }: Drawing,
  entry: Entry,
  column: keyof MapForm['columns'],
  y: number,
  under = 0,
): MapNode {
  const lines = linesOf(entry.title, form.longest[column]);
  const x = form.columns[column];
  const to = href(page, pagePath(entry.key));
  return { lines, href: to, x, y: Math.round(y), height: barHeight(lines), under };
}

/** The measures of a document, one under another. */
function measureRows(drawing: Drawing, roots: MeasureGroup['roots'], top: number) {
  let y = top;
  const rows = roots.map((root) => {
    const all = flatten(root);
    const row = { root, all, at: node(drawing, root.entry, 'measure', y, all.length - 1) };
    y += row.at.height + SPACE;
    return row;
  });
  return { rows, end: y - SPACE };
}

/** A document and its measures, from the given height down, and where lines set out for objects. */
export function layOutGroup(drawing: Drawing, { source, roots }: MeasureGroup, top: number) {
  const { library, form } = drawing;
  const named = source && node(drawing, source, 'source', top);
  const beside = named && !form.sourceAbove;
  const head = named && form.sourceAbove ? named.height + SPACE / 2 : 0;
  const measured = measureRows(drawing, roots, 0).end;
  const first = beside ? Math.max(0, (named.height - measured) / 2) : head;
  const { rows, end } = measureRows(drawing, roots, top + first);
  const bottom = Math.max(end, beside ? top + named.height : 0);
  if (beside) named.height = Math.round(bottom - top);
  const starts = rows.flatMap(({ root, all, at }) => {
    const from = { x: nameEnd(form, at.lines, at.under > 0), y: at.y + at.height / 2 };
    return [...objectsOf(library, [root.entry, ...all])].map(({ key }) => ({ key, from }));
  });
  const origin = beside && { x: form.columns.source + 6, y: named.y + named.height / 2 };
  const flows = rows.flatMap(({ at }): MapFlow[] =>
    origin ? [{ d: curve(origin, { x: at.x, y: at.y + at.height / 2 }), width: 2 }] : [],
  );
  return { named, measures: rows.map(({ at }) => at), starts, flows, bottom: bottom + GAP };
}

/** The objects, spread over the height of the rest, and the lines that reach them. */
export function layOutObjects(drawing: Drawing, starts: Map<EntryKey, MapPoint[]>, height: number) {
  const entries = OBJECTS.flatMap((kind) => drawing.library.list(kind)).filter(({ key }) =>
    starts.has(key),
  );
  const nodes = entries.map((entry) => node(drawing, entry, 'object', 0));
  const taken = nodes.reduce((sum, one) => sum + one.height, 0);
  const free = (height - TOP - taken) / Math.max(1, nodes.length);
  const between = Math.max(SPACE / 2, Math.min(SPREAD, free));
  let y = TOP + Math.max(0, (height - TOP - taken - between * nodes.length) / 2);
  for (const one of nodes) {
    one.y = Math.round(y);
    y += one.height + between;
  }
  const flows = entries.flatMap(({ key }, i) => {
    const end = { x: drawing.form.columns.object - 4, y: nodes[i]!.y + nodes[i]!.height / 2 };
    return starts.get(key)!.map((start): MapFlow => ({ d: curve(start, end), width: 1.5 }));
  });
  const kinds = OBJECTS.filter((kind) => entries.some(({ collection }) => collection === kind));
  return { nodes, flows, kinds, bottom: y };
}

/** Kinds of things that measures act on. */
export const OBJECTS = ['clusters', 'chains', 'events'] as const;

/** What measures act on: clusters, chains, events. */
export function objectsOf(library: Library, measures: Entry[]): Set<Entry> {
  const related = measures.flatMap((measure) => library.related(measure.key));
  return new Set(
    related
      .map(({ entry }) => entry)
      .filter((entry) => OBJECTS.some((kind) => kind === entry.collection)),
  );
}

/** About how many bytes a measure takes in the drawing and in its text. */
const A_MEASURE = 450;

/** @returns none where the library has no measures */
export function mapPages(library: Library): Group<MeasureItem>[] {
  const items = measureItems(library).map((item) => ({
    ...item,
    weight: A_MEASURE * item.measures.count,
  }));
  return items.length > 0 ? catalogue(library, routeOf(mapPath), items) : [];
}
