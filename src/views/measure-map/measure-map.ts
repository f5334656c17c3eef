/**
 * The map of the library: which document states which measures, and what these act on. Columns laid out
 * at build time, once for wide pages and once for narrow ones; every name is a link.
 */
import type { Entry, EntryKey, Library } from '../../library/types.ts';
import { catalogue, type Group } from '../long-lists/catalogue.ts';
import {
  flatten,
  measureItems,
  measuresBySource,
  type MeasureGroup,
  type MeasureItem,
} from '../measures/measures.ts';
import { linkTo, mapPath, routeOf, type SitePath } from '../urls.ts';
import { collectionLabels } from '../wording/labels.ts';
import { evenLines } from '../wording/line-breaks.ts';

/** A drawing for one width of page. */
export interface MapForm {
  name: 'wide' | 'narrow';
  width: number;
  /** Where each column begins, and how many characters a line of it has room for. */
  columns: Record<'source' | 'measure' | 'object', { x: number; longest: number }>;
  /** A document's name stands over its measures, not before them. */
  sourceAbove: boolean;
  /** About the width of a character of a measure's name. */
  em: number;
}

export const WIDE: MapForm = {
  name: 'wide',
  width: 1160,
  columns: {
    source: { x: 300, longest: 20 },
    measure: { x: 440, longest: 20 },
    object: { x: 900, longest: 17 },
  },
  sourceAbove: false,
  em: 14,
};

/** For a phone: its letters are as large there as the page's own. */
export const NARROW: MapForm = {
  name: 'narrow',
  width: 360,
  columns: {
    source: { x: 0, longest: 15 },
    measure: { x: 6, longest: 11 },
    object: { x: 240, longest: 8 },
  },
  sourceAbove: true,
  em: 13,
};

/** The height of a line of a name, the space under a name, and after the last measure of a document. */
export const LINE = 18;
const SPACE = 12;
const GAP = 22;
/** Where the first row begins, under the headings. */
const TOP = 34;
/** Objects stand this far apart at most, from the end of one to the next. */
const SPREAD = 28;

/** Kinds of things that measures act on. */
const OBJECTS = ['clusters', 'chains', 'events'] as const;

/** What measures act on: clusters, chains, events. */
export function objectsOf(library: Library, measures: Entry[]): Set<Entry> {
  const related = measures.flatMap((measure) => library.related(measure.key));
  return new Set(
    related
      .map(({ entry }) => entry)
      .filter((entry) => OBJECTS.some((kind) => kind === entry.collection)),
  );
}

/** Whether there is anything to draw. */
export const hasMeasureMap = (library: Library): boolean => library.list('measures').length > 0;

interface Point {
  x: number;
  y: number;
}

/** The path of a line that leaves one point and reaches the other level. */
function curve(from: Point, to: Point): string {
  const middle = Math.round((from.x + to.x) / 2);
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}

export type MeasureMap = ReturnType<typeof measureMap>;
export type MapNode = MeasureMap['measures'][number];

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
) {
  const { columns, sourceAbove, em } = form;

  /** A name at its place in a column, in the lines that it has room for, with how many measures are under it. */
  const nodeAt = (entry: Entry, column: keyof MapForm['columns'], y: number, under = 0) => {
    const { x, longest } = columns[column];
    const lines = evenLines(entry.title, longest);
    const height = lines.length * LINE + 4;
    return { href: linkTo(page, entry).href, lines, x, y: Math.round(y), height, under };
  };
  type Node = ReturnType<typeof nodeAt>;
  const middleOf = ({ y, height }: Node): number => y + height / 2;
  /** Where a line may leave a measure: after its longest line and the number under it. */
  const endOf = ({ lines, under }: Node): number =>
    columns.measure.x +
    12 +
    Math.max(
      ...lines.map((line, i) => line.length * em + (under > 0 && i === lines.length - 1 ? 30 : 2)),
    );

  const sources: Node[] = [];
  const measures: Node[] = [];
  const flows: { d: string; width: number }[] = [];
  /** From where lines set out for each object. */
  const starts = new Map<EntryKey, Point[]>();

  /** Draws the measures of a document, one under another; returns where the last ends. */
  const drawMeasures = (roots: MeasureGroup['roots'], top: number, source?: Node): number => {
    let y = top;
    for (const root of roots) {
      const parts = flatten(root);
      const node = nodeAt(root.entry, 'measure', y, parts.length - 1);
      y += node.height + SPACE;
      measures.push(node);
      const from = { x: endOf(node), y: middleOf(node) };
      for (const { key } of objectsOf(library, parts))
        starts.set(key, [...(starts.get(key) ?? []), from]);
      if (source) {
        const origin = { x: columns.source.x + 6, y: middleOf(source) };
        flows.push({ d: curve(origin, { x: node.x, y: middleOf(node) }), width: 2 });
      }
    }
    return y - SPACE;
  };
  const heightOf = (roots: MeasureGroup['roots']): number =>
    roots.reduce((sum, { entry }) => sum + nodeAt(entry, 'measure', 0).height + SPACE, -SPACE);

  let top = TOP;
  for (const { source, roots } of groups) {
    const node = source && nodeAt(source, 'source', top);
    if (node) sources.push(node);
    if (node && !sourceAbove) {
      const height = heightOf(roots);
      const first = top + Math.max(0, (node.height - height) / 2);
      const bottom = Math.max(first + height, top + node.height);
      node.height = Math.round(bottom - top);
      drawMeasures(roots, first, node);
      top = bottom + GAP;
    } else top = drawMeasures(roots, top + (node ? node.height + SPACE / 2 : 0)) + GAP;
  }

  // The objects, spread over the height of the rest, and the lines that reach them.
  const entries = OBJECTS.flatMap((kind) => library.list(kind)).filter(({ key }) =>
    starts.has(key),
  );
  const objects = entries.map((entry) => nodeAt(entry, 'object', 0));
  const taken = objects.reduce((sum, one) => sum + one.height, 0);
  const free = (top - TOP - taken) / Math.max(1, objects.length);
  const between = Math.max(SPACE / 2, Math.min(SPREAD, free));
  let y = TOP + Math.max(0, (top - TOP - taken - between * objects.length) / 2);
  for (const [i, object] of objects.entries()) {
    object.y = Math.round(y);
    y += object.height + between;
    const end = { x: columns.object.x - 4, y: middleOf(object) };
    for (const start of starts.get(entries[i]!.key)!)
      flows.push({ d: curve(start, end), width: 1.5 });
  }
  const kinds = OBJECTS.filter((kind) => entries.some(({ collection }) => collection === kind));
  return {
    form,
    groups,
    sources,
    measures,
    objects,
    flows,
    height: Math.round(Math.max(top, y)),
    headings: [
      ...(sourceAbove ? [] : [{ text: '文件', x: columns.source.x - 8, end: true }]),
      { text: sourceAbove ? '文件和举措' : '举措', x: columns.measure.x + 10, end: false },
      {
        text: kinds.map((kind) => collectionLabels[kind]).join('、'),
        x: columns.object.x + 10,
        end: false,
      },
    ],
  };
}

/** About how many bytes a measure takes in the drawing and in its text. */
const A_MEASURE = 450;

/** @returns the pages of 脉络: one, or, in a large library, one for each group of documents; none without measures */
export function mapPages(library: Library): Group<MeasureItem>[] {
  const items = measureItems(library).map((item) => ({
    ...item,
    weight: A_MEASURE * item.measures.count,
  }));
  return items.length > 0 ? catalogue(library, routeOf(mapPath), items) : [];
}
