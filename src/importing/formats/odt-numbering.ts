/** The numbers before list items of an .odt, which the file does not hold as text (OpenDocument 1.3, 16.30–16.31). */
import { listNumber } from './list-number.ts';
import { allIn, elementsIn, type XmlElement } from './xml.ts';

interface Level {
  format: string;
  prefix: string;
  suffix: string;
  start: number;
  shown: number;
}

/** LibreOffice names a Chinese way of counting by its first members. */
const formatOf = (format: string): string => {
  if (format.startsWith('一')) return 'chineseCounting';
  if (format.startsWith('①')) return 'decimalEnclosedCircle';
  const names: Record<string, string> = {
    a: 'lowerLetter',
    A: 'upperLetter',
    i: 'lowerRoman',
    I: 'upperRoman',
  };
  return names[format] ?? 'decimal';
};

function levelsOf(style: XmlElement): Level[] {
  const levels: Level[] = [];
  for (const node of elementsIn(style)) {
    const { attributes } = node;
    if (node.name !== 'text:list-level-style-number') continue;
    levels[Number(attributes['text:level'])] = {
      format: attributes['style:num-format'] ?? '',
      prefix: attributes['style:num-prefix'] ?? '',
      suffix: attributes['style:num-suffix'] ?? '',
      start: Number(attributes['text:start-value'] ?? 1),
      shown: Number(attributes['text:display-levels'] ?? 1),
    };
  }
  return levels;
}

/**
 * @param roots the files that hold list styles
 * @returns a function that is asked for every list item in order: its list style and its level, from 1
 */
export function odtNumberer(roots: XmlElement[]): (style: string, level: number) => string {
  const styles = new Map(
    roots
      .flatMap((root) => allIn(root, 'text:list-style'))
      .map((node) => [node.attributes['style:name'] ?? '', levelsOf(node)]),
  );
  const counts = new Map<string, number[]>();
  return (style, at) => {
    const levels = styles.get(style);
    const level = levels?.[at];
    if (!levels || !level?.format) return '';
    const count = counts.get(style) ?? [];
    counts.set(style, count);
    count[at] = count[at] === undefined ? level.start : count[at] + 1;
    count.length = at + 1;
    const from = Math.max(1, at - level.shown + 1);
    const numbers = Array.from({ length: at - from + 1 }, (_, i) => {
      const own = levels[from + i];
      return listNumber(count[from + i] ?? own?.start ?? 1, formatOf(own?.format ?? '1'));
    });
    return level.prefix + numbers.join('.') + level.suffix;
  };
}
