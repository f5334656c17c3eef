/**
 * The map of the library: which document states which measures, and what these act on. Columns laid out
 * at build time, once for wide pages and once for narrow ones; every name is a link.
 */
import type { EntryKey, Library } from '../../library/types.ts';
import { measuresBySource, type MeasureGroup } from '../measures/measures-by-source.ts';
import type { SitePath } from '../urls.ts';
import { collectionLabels } from '../wording/labels.ts';
import { TOP, type MapForm, type MapPoint } from './map-drawing.ts';
import {
  layOutGroup,
  layOutObjects,
  type Drawing,
  type MapFlow,
  type MapNode,
} from './map-layout.ts';

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
