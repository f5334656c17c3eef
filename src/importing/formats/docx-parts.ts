/** The styles and lists that the parts of a .docx define (ECMA-376 Part 1, 17.7 and 17.9). */
import { ImportFault, MOST_LEVELS, statedNumber } from '../limits.ts';
import { checkedLabel, levelOf, startOf, type Level, type List } from './numbering.ts';
import { isOn, stated, styled, type Style, type Styles } from './styles.ts';
import { allIn, childOf, type XmlElement } from './xml.ts';

/** A style by its id. */
export function styleEntry(node: XmlElement): [string, Style] {
  const { 'w:name': name = '', 'w:basedOn': base } = stated(node);
  const paragraph = { ...stated(childOf(node, 'w:pPr')), 'w:name': name };
  const words = stated(childOf(node, 'w:rPr'));
  return [node.attributes['w:styleId'] ?? '', { base, paragraph, words }];
}

/** Adds the levels that a list defines, or defines anew. */
function readLevels(parent: XmlElement | undefined, levels: Level[]): void {
  for (const node of parent ? allIn(parent, 'w:lvl') : []) {
    const at = levelOf(node.attributes['w:ilvl']);
    const set = stated(node);
    const formats = allIn(node, 'w:numFmt').map(({ attributes }) => attributes);
    const custom = formats.find((one) => one['w:val'] === 'custom')?.['w:format'];
    levels[at] = {
      start: startOf(set['w:start']),
      format: custom ? `custom ${custom}` : (formats[0]?.['w:val'] ?? 'decimal'),
      text: checkedLabel(set['w:lvlText'] ?? ''),
      legal: isOn(set['w:isLgl']),
      restart: statedNumber(set['w:lvlRestart'], at, '编号的重新开始', [0, MOST_LEVELS]),
      apart: set['w:suff'] !== 'nothing',
      hidden: isOn(stated(childOf(node, 'w:rPr'))['w:vanish']),
      style: set['w:pStyle'],
    };
  }
}

/** @returns the lists by their ids */
export function listsOf(root: XmlElement, styles: Styles): Map<string, List> {
  const byId = (name: string, id: string): Map<string | undefined, XmlElement> =>
    new Map(allIn(root, name).map((one) => [one.attributes[id], one]));
  const abstracts = byId('w:abstractNum', 'w:abstractNumId');
  const nums = byId('w:num', 'w:numId');
  /** A list may be defined by a numbering style, which names the list that is meant. */
  const abstractOf = (numId: string | undefined): string => {
    const id = stated(nums.get(numId))['w:abstractNumId'] ?? '';
    const link = stated(abstracts.get(id))['w:numStyleLink'];
    if (!link) return id;
    if (!styles.has(link))
      throw new ImportFault(
        `编号的定义引用了文件中没有的样式“${link}”，编号算不出来。请用 Word 打开，重新设置编号并另存后再导入。`,
      );
    const meant = styled(styles, link, 'paragraph')['w:numId'];
    return stated(nums.get(meant))['w:abstractNumId'] ?? id;
  };
  return new Map(
    [...nums].map(([id = '', num]): [string, List] => {
      const counter = abstractOf(id);
      const levels: Level[] = [];
      const starts = new Map<number, number>();
      readLevels(abstracts.get(counter), levels);
      for (const override of allIn(num, 'w:lvlOverride')) {
        const start = stated(override)['w:startOverride'];
        if (start !== undefined) starts.set(levelOf(override.attributes['w:ilvl']), startOf(start));
        readLevels(override, levels);
      }
      return [id, { counter, levels, starts }];
    }),
  );
}
