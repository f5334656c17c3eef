/** Word's .docx: its parts as the model that they are, and a second time as the bare text of its XML. */
import { ImportFault, MOST_LEVELS, statedNumber } from '../limits.ts';
import type { Received } from '../received.ts';
import { checkedLabel, levelOf, startOf, type Level, type List } from './numbering.ts';
import { bareText, insideOf, readWord } from './word.ts';
import { isOn, stated, styled, type Style, type Styles } from './word-model.ts';
import { isSignFont } from './words.ts';
import { allIn, childOf, openZip, xmlOf, type XmlElement } from './xml.ts';

const MAIN = 'word/document.xml';
const WANTED =
  /^word\/(?:document|styles|numbering|comments|footnotes|endnotes|(?:header|footer)\d*)\.xml$/u;
/** In the file, but not of its text. */
const BESIDE: Record<string, string> = { header: '页眉', footer: '页脚', comments: '批注' };

function styleEntry(node: XmlElement): [string, Style] {
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
    const formats = allIn(node, 'w:numFmt').map(stated);
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

function listsOf(root: XmlElement, styles: Styles): Map<string, List> {
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

/** All words of WordprocessingML in the order of the file, whatever they are in: the second reading. */
function allWords(node: XmlElement): string {
  const { name } = node;
  if (/^(?:w:t|w:delText|m:t)$/u.test(name)) return node.text;
  const isSeparator = /^w:(?:footnote|endnote)$/u.test(name) && node.attributes['w:type'];
  const font = stated(childOf(node, 'w:rPr'))['w:rFonts w:ascii'];
  if (name === 'w:moveFrom' || isSeparator || (name === 'w:r' && isSignFont(font))) return '';
  return insideOf(node).map(allWords).join('');
}

/** @throws ImportFault where the file is broken, or asks for more than a document does */
export async function readDocx(bytes: Uint8Array): Promise<Received> {
  const parts = await openZip(bytes, (name) => WANTED.test(name));
  const root = xmlOf(parts[MAIN], MAIN);
  const part = (name: string): XmlElement[] => {
    const file = `word/${name}.xml`;
    return parts[file] ? [xmlOf(parts[file], file)] : [];
  };
  const nodes = part('styles').flatMap((one) => allIn(one, 'w:style'));
  const isDefault = ({ attributes: set }: XmlElement): boolean =>
    set['w:type'] === 'paragraph' && isOn(set['w:default']) === true;
  const styles = new Map(nodes.map(styleEntry));
  const notes = ['footnotes', 'endnotes'].flatMap(part);
  const beside = Object.keys(parts)
    .sort()
    .flatMap((file): [string, string][] => {
      const [, name, kind] = /^word\/((header|footer|comments)\d*)\.xml$/u.exec(file) ?? [];
      return kind ? part(name!).map((one) => [BESIDE[kind]!, bareText(one)]) : [];
    });
  const file = {
    body: [childOf(root, 'w:body') ?? root],
    styles,
    defaultStyle: nodes.findLast(isDefault)?.attributes['w:styleId'],
    lists: new Map(part('numbering').flatMap((one) => [...listsOf(one, styles)])),
    notes: new Map(
      notes
        .flatMap((one) => allIn(one, 'w:footnote', 'w:endnote'))
        .map((one) => [`${one.name}Reference ${one.attributes['w:id']}`, one]),
    ),
  };
  return readWord('Word 文档（.docx）', file, beside, [root, ...notes].map(allWords).join(''));
}
