/** Where the names of the map stand, and the curves between them: one document's measures, and what they act on. */
import type { Entry, EntryKey, Library } from '../../library/types.ts';
import { flatten } from '../measures/measure-tree.ts';
import type { MeasureGroup } from '../measures/measures-by-source.ts';
import { href, pagePath, type Href, type SitePath } from '../urls.ts';
import {
  barHeight,
  curve,
  GAP,
  linesOf,
  nameEnd,
  SPACE,
  SPREAD,
  TOP,
  type MapForm,
  type MapPoint,
} from './map-drawing.ts';
import { OBJECTS, objectsOf } from './measure-objects.ts';

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
