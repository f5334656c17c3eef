/**
 * The numbers that Word makes and does not store as text (一、 （一） 1.): what a reader sees before a
 * paragraph, from numbering.xml and styles.xml (ECMA-376 Part 1, 17.9).
 */
import { listNumber } from './list-number.ts';
import { allIn, childOf, elementsIn, xmlOf, type XmlElement } from './xml.ts';
import type { Parts } from './zip.ts';

interface Level {
  start: number;
  format: string;
  text: string;
}
interface List {
  /** Lists of one abstract list go on counting together. */
  counter: string;
  levels: Level[];
  restarts: Map<number, number>;
}

const val = (node: XmlElement | undefined): string | undefined => node?.attributes['w:val'];

function levelsOf(node: XmlElement): Level[] {
  const levels: Level[] = [];
  for (const level of elementsIn(node).filter((child) => child.name === 'w:lvl'))
    levels[Number(level.attributes['w:ilvl'])] = {
      start: Number(val(childOf(level, 'w:start')) ?? 1),
      format: val(childOf(level, 'w:numFmt')) ?? 'decimal',
      text: val(childOf(level, 'w:lvlText')) ?? '',
    };
  return levels;
}

function listsOf(parts: Parts): Map<string, List> {
  const lists = new Map<string, List>();
  if (!parts['word/numbering.xml']) return lists;
  const { root } = xmlOf(parts['word/numbering.xml'], 'word/numbering.xml');
  const abstracts = new Map(
    allIn(root, 'w:abstractNum').map((node) => [
      node.attributes['w:abstractNumId'],
      levelsOf(node),
    ]),
  );
  for (const num of allIn(root, 'w:num')) {
    const counter = val(childOf(num, 'w:abstractNumId')) ?? '';
    const levels = [...(abstracts.get(counter) ?? [])];
    const restarts = new Map<number, number>();
    for (const override of allIn(num, 'w:lvlOverride')) {
      const at = Number(override.attributes['w:ilvl']);
      const start = val(childOf(override, 'w:startOverride'));
      if (start !== undefined) restarts.set(at, Number(start));
      levelsOf(override).forEach((level, i) => (levels[i] = level));
    }
    lists.set(num.attributes['w:numId'] ?? '', { counter, levels, restarts });
  }
  return lists;
}

/** Which list the paragraphs of a style are in; a style without one has that of the style it is based on. */
function styleLists(parts: Parts): (style: string | undefined) => XmlElement | undefined {
  const styles = new Map<string, XmlElement>();
  if (parts['word/styles.xml'])
    for (const style of allIn(xmlOf(parts['word/styles.xml'], 'word/styles.xml').root, 'w:style'))
      styles.set(style.attributes['w:styleId'] ?? '', style);
  return (id) => {
    const seen = new Set<string>();
    for (
      let at = id;
      at !== undefined && !seen.has(at);
      at = val(childOf(styles.get(at), 'w:basedOn'))
    ) {
      seen.add(at);
      const own = childOf(childOf(styles.get(at), 'w:pPr'), 'w:numPr');
      if (own) return own;
    }
    return undefined;
  };
}

/**
 * @returns a function that is asked for every paragraph in order, and tells the number that Word shows
 *   before it; empty for a paragraph in no list; a bullet is counted in `bullets` and not shown
 */
export function numberer(parts: Parts): {
  numberOf: (paragraph: XmlElement) => string;
  bullets: () => number;
} {
  const lists = listsOf(parts);
  const ofStyle = styleLists(parts);
  const counts = new Map<string, number[]>();
  const used = new Set<string>();
  let bullets = 0;
  const numberOf = (paragraph: XmlElement): string => {
    const properties = childOf(paragraph, 'w:pPr');
    const own = childOf(properties, 'w:numPr');
    const inherited = ofStyle(val(childOf(properties, 'w:pStyle')));
    const id = val(childOf(own, 'w:numId')) ?? val(childOf(inherited, 'w:numId'));
    const list = lists.get(id ?? '');
    const at = Number(val(childOf(own, 'w:ilvl')) ?? val(childOf(inherited, 'w:ilvl')) ?? 0);
    const level = list?.levels[at];
    if (!id || id === '0' || !list || !level) return '';
    const count = counts.get(list.counter) ?? [];
    counts.set(list.counter, count);
    const restart = list.restarts.get(at);
    if (restart !== undefined && !used.has(`${id} ${at}`)) delete count[at];
    used.add(`${id} ${at}`);
    count[at] = count[at] === undefined ? (restart ?? level.start) : count[at] + 1;
    count.length = at + 1;
    if (level.format === 'bullet') bullets++;
    if (level.format === 'bullet' || level.format === 'none') return '';
    return level.text.replace(/%(\d)/gu, (_, digit: string) => {
      const i = Number(digit) - 1;
      const other = list.levels[i];
      return listNumber(count[i] ?? other?.start ?? 1, other?.format ?? 'decimal');
    });
  };
  return { numberOf, bullets: () => bullets };
}
