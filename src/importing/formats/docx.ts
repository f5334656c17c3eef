/** Word's .docx: its parts as the model that they are, and a second time as the bare text of its XML. */
import { ImportFault, MOST_LABEL, MOST_LEVELS, MOST_START, statedNumber } from '../limits.ts';
import type { Dropped, Received } from '../received.ts';
import type { Level, List } from './numbering.ts';
import { bareText, chosen, readWord } from './word.ts';
import { isOn, stated, styled, styleOf, type Style, type Styles } from './word-styles.ts';
import { isSignFont } from './words.ts';
import { allIn, childOf, elementsIn, openZip, xmlOf, type XmlElement } from './xml.ts';

const MAIN = 'word/document.xml';
const WANTED =
  /^word\/(?:document|styles|numbering|comments|footnotes|endnotes|(?:header|footer)\d*)\.xml$/u;
/** Heads, feet and comments: in the file, but not of its text. */
const BESIDE: readonly [RegExp, string][] = [
  [/header\d*\.xml$/u, '页眉'],
  [/footer\d*\.xml$/u, '页脚'],
  [/comments\.xml$/u, '批注'],
];

const valueOf = (node: XmlElement | undefined, ...path: string[]): string | undefined =>
  childOf(node, ...path)?.attributes['w:val'];

function stylesOf(root: XmlElement | null): { styles: Styles; defaultStyle: string | undefined } {
  const styles = new Map<string, Style>();
  let defaultStyle: string | undefined;
  for (const node of root ? allIn(root, 'w:style') : []) {
    const { 'w:styleId': id = '', 'w:type': type, 'w:default': isDefault } = node.attributes;
    const [paragraph, words] = [childOf(node, 'w:pPr'), childOf(node, 'w:rPr')];
    styles.set(
      id,
      styleOf(
        valueOf(node, 'w:name') ?? '',
        valueOf(node, 'w:basedOn'),
        stated(paragraph),
        stated(words),
      ),
    );
    if (type === 'paragraph' && isOn(isDefault)) defaultStyle = id;
  }
  return { styles, defaultStyle };
}

const startOf = (value: string | undefined): number =>
  statedNumber(value, 1, '编号的起始值', [0, MOST_START]);
const levelOf = (value: string | undefined): number =>
  statedNumber(value, 0, '编号的级别', [0, MOST_LEVELS - 1]);

function readLevels(parent: XmlElement | undefined): Level[] {
  const levels: Level[] = [];
  for (const node of parent ? allIn(parent, 'w:lvl') : []) {
    const at = levelOf(node.attributes['w:ilvl']);
    const formats = allIn(node, 'w:numFmt').map(({ attributes }) => attributes);
    const custom = formats.find((one) => one['w:val'] === 'custom')?.['w:format'];
    const text = valueOf(node, 'w:lvlText') ?? '';
    if (text.length > MOST_LABEL)
      throw new ImportFault(
        `文件中编号的文字有 ${text.length} 个字，多于 ${MOST_LABEL} 个，不像编号。请在 Word 中重新设置编号，另存后再导入。`,
      );
    const set = stated(node);
    levels[at] = {
      start: startOf(set['w:start']),
      format: custom ? `custom ${custom}` : (formats[0]?.['w:val'] ?? 'decimal'),
      text,
      legal: isOn(set['w:isLgl']) ?? false,
      restart: statedNumber(set['w:lvlRestart'], at, '编号的重新开始', [0, MOST_LEVELS]),
      apart: set['w:suff'] !== 'nothing',
      hidden: isOn(stated(childOf(node, 'w:rPr'))['w:vanish']) ?? false,
      style: set['w:pStyle'],
    };
  }
  return levels;
}

function listsOf(root: XmlElement | null, styles: Styles): Map<string, List> {
  if (!root) return new Map();
  const abstracts = new Map(
    allIn(root, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', one]),
  );
  const nums = new Map(allIn(root, 'w:num').map((one) => [one.attributes['w:numId'] ?? '', one]));
  const abstractOf = (id: string | undefined): string =>
    valueOf(nums.get(id ?? ''), 'w:abstractNumId') ?? '';
  /** A list may be defined by a numbering style, which names the list that is meant. */
  const resolved = (id: string): string => {
    const link = valueOf(abstracts.get(id), 'w:numStyleLink');
    if (!link) return id;
    if (!styles.has(link))
      throw new ImportFault(
        `编号的定义引用了文件中没有的样式“${link}”，编号算不出来。请用 Word 打开，重新设置编号并另存后再导入。`,
      );
    return abstractOf(styled(styles, link, 'paragraph')['w:numId']) || id;
  };
  return new Map(
    [...nums].map(([id, num]): [string, List] => {
      const counter = resolved(abstractOf(id));
      const levels = readLevels(abstracts.get(counter));
      const starts = new Map<number, number>();
      for (const override of allIn(num, 'w:lvlOverride')) {
        const start = childOf(override, 'w:startOverride');
        if (start)
          starts.set(levelOf(override.attributes['w:ilvl']), startOf(start.attributes['w:val']));
        readLevels(override).forEach((level, i) => (levels[i] = level));
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
  const font = childOf(node, 'w:rPr', 'w:rFonts')?.attributes['w:ascii'];
  if (name === 'w:moveFrom' || isSeparator || (name === 'w:r' && isSignFont(font))) return '';
  return (name === 'mc:AlternateContent' ? chosen(node) : elementsIn(node)).map(allWords).join('');
}

/** @throws ImportFault where the file is broken, or asks for more than a document does */
export async function readDocx(bytes: Uint8Array): Promise<Received> {
  const parts = await openZip(bytes, (name) => WANTED.test(name));
  const part = (name: string): XmlElement | null => (parts[name] ? xmlOf(parts[name], name) : null);
  const root = xmlOf(parts[MAIN], MAIN);
  const notes = ['footnote', 'endnote'].flatMap((kind) => part(`word/${kind}s.xml`) ?? []);
  const { styles, defaultStyle } = stylesOf(part('word/styles.xml'));
  const { blocks, ...rest } = readWord({
    body: childOf(root, 'w:body') ?? root,
    styles,
    defaultStyle,
    lists: listsOf(part('word/numbering.xml'), styles),
    notes: new Map(
      notes
        .flatMap((one) => allIn(one, 'w:footnote', 'w:endnote'))
        .map((one) => [`${one.name}Reference ${one.attributes['w:id']}`, one]),
    ),
  });
  const beside = Object.keys(parts)
    .sort()
    .flatMap((name): Dropped[] => {
      const reason = BESIDE.find(([pattern]) => pattern.test(name))?.[1];
      const text = reason ? bareText(part(name)!).trim() : '';
      return reason && text ? [{ kind: 'dropped', text, reason }] : [];
    });
  return {
    format: 'Word 文档（.docx）',
    blocks: [...blocks, ...beside],
    whole: [root, ...notes].map(allWords).join('') + beside.map(({ text }) => text).join(''),
    ...rest,
  };
}
