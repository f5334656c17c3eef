/** Word's .docx as its readers see it (WordprocessingML, ECMA-376 Part 1), and a second time as the bare text of its XML. */
import { ImportFault, MOST_COLUMNS, MOST_LEVELS, statedNumber } from '../limits.ts';
import type { Received } from '../received.ts';
import { DELETED, Flow, FORMULA, unseenCell } from './flow.ts';
import { tableOf, type Cell } from './grid.ts';
import { checkedLabel, levelOf, startOf, type Level } from './numbering.ts';
import { isOn, isSignFont, stated, styled, type Properties } from './words.ts';
import { allIn, childOf, elementsIn, openZip, topmost, xmlOf, type XmlElement } from './xml.ts';

const MAIN = 'word/document.xml';
const WANTED =
  /^word\/(?:document|styles|numbering|comments|footnotes|endnotes|(?:header|footer)\d*)\.xml$/u;
/** In the file, but not of its text. */
const BESIDE: Record<string, string> = { header: '页眉', footer: '页脚', comments: '批注' };
const EMBEDDED = '文件中嵌着另一份文件，读不出来：请在 Word 中打开并另存为 .docx 后再导入';
/** Elements that stand for a character. */
const CHARACTERS = { 'w:cr': '\n', 'w:tab': '\t', 'w:ptab': '\t', 'w:noBreakHyphen': '\u2011' };
const EQUATION = /equation|mathtype|kseequation|axmath/iu;

/** What stands in an element; of two forms of a drawing or sign, in the newer one. */
const insideOf = (node: XmlElement): XmlElement[] =>
  elementsIn((node.name === 'mc:AlternateContent' && childOf(node, 'mc:Choice')) || node);
/** All words of WordprocessingML in the order of the file, whatever they are in: the second reading. */
function allWords(node: XmlElement): string {
  const { name } = node;
  if (/^(?:w:t|w:delText|m:t)$/u.test(name)) return node.text;
  const isSeparator = /^w:(?:footnote|endnote)$/u.test(name) && node.attributes['w:type'];
  const font = stated(childOf(node, 'w:rPr'))['w:rFonts w:ascii'];
  if (name === 'w:moveFrom' || isSeparator || (name === 'w:r' && isSignFont(font))) return '';
  return insideOf(node).map(allWords).join('');
}
const spanOf = (value: string | undefined, what: string): number =>
  statedNumber(value, 0, what, [0, MOST_COLUMNS]);

/** Adds the levels that a list defines, or defines anew. */
function readLevels(parent: XmlElement | undefined, levels: Level[]): void {
  for (const node of parent ? allIn(parent, 'w:lvl') : []) {
    const at = levelOf(node.attributes['w:ilvl']);
    const set = stated(node);
    levels[at] = {
      start: startOf(set['w:start']),
      format: allIn(node, 'w:numFmt')[0]?.attributes['w:val'] ?? 'decimal',
      text: checkedLabel(set['w:lvlText'] ?? ''),
      legal: isOn(set['w:isLgl']),
      restart: statedNumber(set['w:lvlRestart'], at, '编号的重新开始', [0, MOST_LEVELS]),
      apart: set['w:suff'] !== 'nothing',
      hidden: isOn(stated(childOf(node, 'w:rPr'))['w:vanish']),
      style: set['w:pStyle'],
    };
  }
}

/** Gives a reader the lists that a file defines. */
function readLists(root: XmlElement, { lists, styles }: Flow): void {
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
  for (const [id = '', num] of nums) {
    const counter = abstractOf(id);
    const levels: Level[] = [];
    const starts = new Map<number, number>();
    readLevels(abstracts.get(counter), levels);
    for (const override of allIn(num, 'w:lvlOverride')) {
      const start = stated(override)['w:startOverride'];
      if (start !== undefined) starts.set(levelOf(override.attributes['w:ilvl']), startOf(start));
      readLevels(override, levels);
    }
    lists.set(id, { counter, levels, starts });
  }
}

class DocxReader extends Flow {
  /** By the names of what refers to them and their ids: `w:footnoteReference 2`. */
  notes = new Map<string, XmlElement>();
  defaultStyle: string | undefined;

  /** What is read of elements, by their names; of all others what stands in them. */
  readonly #elements: Record<string, (node: XmlElement, own: Properties) => void> = {
    'w:p': (node) => {
      const style: Properties = this.defaultStyle ? { 'w:pStyle': this.defaultStyle } : {};
      const own = { ...style, ...stated(childOf(node, 'w:pPr')) };
      const mark = stated(childOf(node, 'w:pPr', 'w:rPr'));
      this.paragraph(own, mark, () => this.read(elementsIn(node)));
    },
    'w:tbl': (node) => this.blocks.push(...tableOf(this.#rows(node))),
    'w:r': (node) => this.read(elementsIn(node), stated(childOf(node, 'w:rPr'))),
    'w:t': (node, own) => this.text(node.text, own),
    'w:instrText': (node) => this.fields.sees(node.text),
    'w:br': ({ attributes: set }, own) =>
      this.text(/page|column/u.test(set['w:type'] ?? '') ? '' : '\n', own),
    'w:sym': ({ attributes: set }, own) =>
      this.sign(set['w:font'] ?? '', parseInt(set['w:char'] ?? '', 16) || 0, own),
    'w:fldChar': (node) => {
      const type = node.attributes['w:fldCharType'];
      if (type === 'begin') this.fields.begin();
      else if (type === 'separate') this.fields.separate();
      else if (type === 'end') this.fields.end(this.words);
    },
    'w:fldSimple': (node) => {
      this.fields.begin(node.attributes['w:instr'], true);
      this.read(elementsIn(node));
      this.fields.end(this.words);
    },
    'w:footnoteReference': (node) => this.#note(node),
    'w:endnoteReference': (node) => this.#note(node),
    'w:ruby': (node) => {
      this.words.drop(allWords(childOf(node, 'w:rt') ?? node), '注音');
      this.read(elementsIn(childOf(node, 'w:rubyBase') ?? node));
    },
    'w:del': (node) => this.words.drop(allWords(node), DELETED),
    'w:moveFrom': () => undefined,
    'w:sdt': (node, own) => {
      // A content control that nobody filled in shows what to write there.
      if (childOf(node, 'w:sdtPr', 'w:showingPlcHdr'))
        this.words.drop(allWords(node), '没有填写的提示文字');
      else this.read(elementsIn(node), own);
    },
    'w:txbxContent': (node) => this.boxes.push(() => this.read(elementsIn(node))),
    'w:altChunk': () => this.faults.add(EMBEDDED),
    'w:subDoc': () => this.faults.add(EMBEDDED),
    'pic:pic': () => this.picture(),
    'v:imagedata': () => this.picture(),
    'v:textpath': ({ attributes: set }) => this.words.make(set['string'] ?? ''),
    'o:OLEObject': ({ attributes: set }) =>
      EQUATION.test(set['ProgID'] ?? '') ? this.faults.add(FORMULA) : this.objects++,
    'c:chart': () => this.objects++,
    'dgm:relIds': () => this.objects++,
  };

  /** @param own what the run states that they stand in */
  read(nodes: XmlElement[], own: Properties = {}): void {
    for (const node of nodes) {
      const read = this.#elements[node.name];
      const char = CHARACTERS[node.name as keyof typeof CHARACTERS];
      if (char) this.text(char, own);
      else if (read) read(node, own);
      else if (!/^(?:w:\w+Pr|m:.*)$/u.test(node.name)) this.read(insideOf(node), own);
    }
  }

  #note({ name, attributes: set }: XmlElement): void {
    const body = this.notes.get(`${name} ${set['w:id']}`);
    this.note(() => body && this.read(elementsIn(body)), !isOn(set['w:customMarkFollows']));
  }

  #rows(table: XmlElement): Cell[][] {
    return topmost(table, ({ name }) => name === 'w:tr').map((row) => {
      const set = stated(childOf(row, 'w:trPr'));
      const before = spanOf(set['w:gridBefore'], '表格行首的空列数');
      if ('w:del' in set) return [unseenCell(DELETED, allWords(row))];
      if ('w:hidden' in set) return [unseenCell('隐藏文字', allWords(row))];
      const cells = topmost(row, ({ name }) => name === 'w:tc').map((cell) => this.#cell(cell));
      return before > 0 ? [{ blocks: [], across: before }, ...cells] : cells;
    });
  }

  #cell(node: XmlElement): Cell {
    const set = stated(childOf(node, 'w:tcPr'));
    if ('w:cellDel' in set) return unseenCell(DELETED, allWords(node));
    const merges = [set['w:vMerge'], set['w:hMerge']].filter((one) => one !== undefined);
    return {
      blocks: this.apart(() => this.read(elementsIn(node))),
      across: Math.max(1, spanOf(set['w:gridSpan'], '合并的列数')),
      goesOn: merges.some((one) => one !== 'restart'),
      begins: merges.includes('restart'),
    };
  }
}

/** @throws ImportFault where the file is broken, or asks for more than a document does */
export async function readDocx(bytes: Uint8Array): Promise<Received> {
  const parts = await openZip(bytes, WANTED);
  const root = xmlOf(parts[MAIN], MAIN);
  const part = (name: string): XmlElement[] => {
    const file = `word/${name}.xml`;
    return parts[file] ? [xmlOf(parts[file], file)] : [];
  };
  const reader = new DocxReader();
  for (const node of part('styles').flatMap((one) => allIn(one, 'w:style'))) {
    const { 'w:styleId': id = '', 'w:type': type, 'w:default': isDefault } = node.attributes;
    const { 'w:name': name = '', 'w:basedOn': base } = stated(node);
    const paragraph = { ...stated(childOf(node, 'w:pPr')), 'w:name': name };
    reader.styles.set(id, { base, paragraph, words: stated(childOf(node, 'w:rPr')) });
    if (type === 'paragraph' && isOn(isDefault)) reader.defaultStyle = id;
  }
  for (const numbering of part('numbering')) readLists(numbering, reader);
  const notes = ['footnotes', 'endnotes'].flatMap(part);
  for (const note of notes.flatMap((one) => allIn(one, 'w:footnote', 'w:endnote')))
    reader.notes.set(`${note.name}Reference ${note.attributes['w:id']}`, note);
  const beside = Object.keys(parts)
    .sort()
    .flatMap((file): [string, string][] => {
      const [, name, kind] = /^word\/((header|footer|comments)\d*)\.xml$/u.exec(file) ?? [];
      return kind ? part(name!).map((one) => [BESIDE[kind]!, allWords(one)]) : [];
    });
  reader.read([childOf(root, 'w:body') ?? root]);
  return reader.received('Word 文档（.docx）', beside, [root, ...notes].map(allWords).join(''));
}
