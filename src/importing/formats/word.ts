/** Reads a document in Word's model as a reader sees it: its paragraphs with their numbers, tables, notes, and what is doubtful. */
import { MOST_COLUMNS, statedNumber } from '../limits.ts';
import type { Dropped, Received, ReceivedBlock, ReceivedParagraph } from '../received.ts';
import { tableOf, type Cell } from './grid.ts';
import { levelOf, ListCounter } from './numbering.ts';
import { Fields, FORMULA } from './word-fields.ts';
import { isOn, lookOf, stated, styled, type Properties, type WordFile } from './word-model.ts';
import { Words, type Look } from './words.ts';
import { allIn, childOf, elementsIn, type XmlElement } from './xml.ts';

const DELETED = '修订中已删去的文字';
const HIDDEN = '隐藏文字';
const CONTENTS = '目录';
const EMBEDDED = '文件中嵌着另一份文件，读不出来：请在 Word 中打开并另存为 .docx 后再导入';
const EQUATION = /equation|mathtype|kseequation|axmath/iu;
const ALIGN = { center: 'center', right: 'right', end: 'right' } as const;

/** What stands in an element; of two forms of a drawing or sign, in the newer one. */
export function insideOf(node: XmlElement): XmlElement[] {
  const all = elementsIn(node);
  if (node.name !== 'mc:AlternateContent') return all;
  const one = all.find(({ name }) => name === 'mc:Choice') ?? all[0];
  return one ? elementsIn(one) : [];
}
export const bareText = (node: XmlElement): string =>
  allIn(node, 'w:t', 'w:delText')
    .map(({ text }) => text)
    .join('');

const droppedOf = (reason: string, text: string): Dropped[] =>
  text.trim() ? [{ kind: 'dropped', text, reason }] : [];

/** How a paragraph is set. */
function settingOf(set: Properties): Partial<ReceivedParagraph> {
  const align = ALIGN[set['w:jc'] as keyof typeof ALIGN];
  const indent =
    Number(set['w:ind w:firstLineChars'] ?? 0) || Number(set['w:ind w:firstLine'] ?? 0);
  const heading = Number(set['w:outlineLvl heading'] ?? 0);
  return {
    ...(align ? { align } : {}),
    ...(indent > 0 ? { indented: true } : {}),
    ...(heading ? { heading } : {}),
  };
}

class WordReader {
  readonly faults = new Set<string>();
  readonly counter = new ListCounter();
  pictures = 0;
  objects = 0;
  readonly #file: WordFile;
  readonly #fields = new Fields();
  readonly #notes: { body: XmlElement | undefined; mark: string }[] = [];
  #blocks: ReceivedBlock[] = [];
  /** Of the paragraph that is read. */
  #words = new Words(this.faults);
  #byParagraph: Properties = {};
  #isContents = false;
  /** Text boxes come after the paragraph that they are anchored in. */
  #boxes: XmlElement[] = [];
  /** The mark of the paragraph before was deleted, or it is a large first letter: its words go on in this one. */
  #goesOn = false;

  constructor(file: WordFile) {
    this.#file = file;
  }

  /** The whole document, its notes last, each with its mark before its first words. */
  document(): ReceivedBlock[] {
    const blocks = this.#apart(this.#file.body);
    for (const { body, mark } of this.#notes) {
      const note = body ? this.#apart(elementsIn(body)) : [];
      const [first] = note;
      if (first?.kind === 'paragraph' && mark) {
        first.text = `${mark} ${first.text}`;
        first.generated = [mark, ...(first.generated ?? [])];
      }
      blocks.push(...note);
    }
    return blocks;
  }

  /** The blocks of a part of its own: the text, a cell, a note. */
  #apart(nodes: XmlElement[]): ReceivedBlock[] {
    const around = this.#blocks;
    this.#blocks = [];
    this.#readAll(nodes);
    if (!this.#goesOn || nodes === this.#file.body) this.#endParagraph({});
    const found = this.#blocks;
    this.#blocks = around;
    return found;
  }

  /** What is read of elements, by their names; of all others what stands in them. */
  readonly #readers: Record<string, (node: XmlElement, look: Look) => void> = {
    'w:p': (node) => this.#paragraph(node),
    'w:tbl': (node) => this.#blocks.push(...tableOf(this.#rows(node))),
    'w:r': (node) => this.#readAll(elementsIn(node), this.#look(stated(childOf(node, 'w:rPr')))),
    'w:t': (node, look) => this.#text(node.text, look),
    'w:instrText': (node, look) => this.#text(node.text, look),
    'w:br': ({ attributes: set }, look) =>
      this.#text(/page|column/u.test(set['w:type'] ?? '') ? '' : '\n', look),
    'w:cr': (_, look) => this.#text('\n', look),
    'w:tab': (_, look) => this.#text('\t', look),
    'w:ptab': (_, look) => this.#text('\t', look),
    'w:noBreakHyphen': (_, look) => this.#text('\u2011', look),
    'w:sym': ({ attributes: set }, look) => {
      if (this.#fields.sees('') && !look.hidden)
        this.#words.sign(set['w:font'] ?? '', parseInt(set['w:char'] ?? '', 16) || 0);
    },
    'w:fldChar': (node) => this.#fieldChar(node),
    'w:fldSimple': (node) => {
      this.#fields.begin(node.attributes['w:instr'], true);
      this.#readAll(elementsIn(node));
      this.#endField();
    },
    'w:footnoteReference': (node) => this.#note(node),
    'w:endnoteReference': (node) => this.#note(node),
    'w:ruby': (node) => {
      this.#words.drop(bareText(childOf(node, 'w:rt') ?? node), '注音');
      this.#readAll(elementsIn(childOf(node, 'w:rubyBase') ?? node));
    },
    'w:del': (node) => this.#words.drop(bareText(node), node.attributes['reason'] ?? DELETED),
    'w:moveFrom': () => undefined,
    shown: ({ attributes: set }) => this.#words.make(set['text']!),
    'v:textpath': ({ attributes: set }) => this.#words.make(set['string'] ?? ''),
    'w:sdt': (node, look) => this.#control(node, look),
    'w:txbxContent': (node) => this.#boxes.push(node),
    'w:altChunk': () => this.faults.add(EMBEDDED),
    'w:subDoc': () => this.faults.add(EMBEDDED),
    'pic:pic': () => (this.pictures += Number(this.#fields.sees(''))),
    'v:imagedata': () => (this.pictures += Number(this.#fields.sees(''))),
    'o:OLEObject': ({ attributes: set }) =>
      EQUATION.test(set['ProgID'] ?? '') ? this.faults.add(FORMULA) : this.objects++,
    'c:chart': () => this.objects++,
    'dgm:relIds': () => this.objects++,
  };

  /** @param look how the words of the run look that they stand in */
  #readAll(nodes: XmlElement[], look: Look = { settings: [] }): void {
    for (const node of nodes) {
      const read = this.#readers[node.name];
      if (read) read(node, look);
      else if (!/^(?:w:\w+Pr|m:.*)$/u.test(node.name)) this.#readAll(insideOf(node), look);
    }
  }

  #look(own: Properties): Look {
    return lookOf(own, styled(this.#file.styles, own['w:rStyle'], 'words'), this.#byParagraph);
  }

  #text(text: string, look: Look): void {
    if (this.#fields.sees(text) && text) this.#words.show(text, look);
  }

  #fieldChar(node: XmlElement): void {
    const type = node.attributes['w:fldCharType'];
    if (type === 'begin') this.#fields.begin('', false, childOf(node, 'w:ffData'));
    else if (type === 'separate') this.#fields.separate();
    else if (type === 'end') this.#endField();
  }

  #endField(): void {
    this.#isContents ||= this.#fields.inContents;
    this.#fields.end(this.#words);
  }

  #note({ name, attributes: set }: XmlElement): void {
    if (!this.#fields.sees('')) return;
    const mark = isOn(set['w:customMarkFollows']) ? '' : `[${this.#notes.length + 1}]`;
    this.#words.make(mark);
    this.#notes.push({ body: this.#file.notes?.get(`${name} ${set['w:id']}`), mark });
  }

  /** A content control: one that nobody filled in shows what to write there, one may hold the table of contents. */
  #control(node: XmlElement, look: Look): void {
    const gallery = childOf(node, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery');
    if (childOf(node, 'w:sdtPr', 'w:showingPlcHdr'))
      this.#words.drop(bareText(node), '没有填写的提示文字');
    else if (/table of contents/iu.test(gallery?.attributes['w:val'] ?? ''))
      for (const line of allIn(node, 'w:p')) this.#leaveOutContents(bareText(line));
    else this.#readAll(elementsIn(node), look);
  }

  /** A line of the table of contents; with the first the words 目录 above it. */
  #leaveOutContents(line: string): void {
    const last = this.#blocks.at(-1);
    if (line.trim() && last?.kind === 'paragraph' && /^目\s*[录錄次]$/u.test(last.text))
      this.#blocks.splice(-1, 1, ...droppedOf(CONTENTS, last.text));
    this.#blocks.push(...droppedOf(CONTENTS, line));
  }

  #paragraph(node: XmlElement): void {
    const { styles, defaultStyle } = this.#file;
    const own = stated(childOf(node, 'w:pPr'));
    const mark = stated(childOf(node, 'w:pPr', 'w:rPr'));
    const style = own['w:pStyle'] ?? defaultStyle;
    const set = { ...styled(styles, style, 'paragraph'), ...own };
    this.#byParagraph = styled(styles, style, 'words');
    this.#isContents =
      this.#fields.inContents || /^(?:toc|目录)(?: heading| ?\d)/iu.test(set['w:name'] ?? '');
    this.#readAll(elementsIn(node));
    if (this.#isContents || this.#fields.inContents) {
      this.#words = new Words(this.faults);
      return this.#leaveOutContents(bareText(node));
    }
    const isUnseen = this.#words.isEmpty && this.#look(mark).hidden;
    if (!isUnseen && !this.#goesOn) this.#number(own, set, style);
    this.#goesOn = 'w:del' in mark || isOn(own['w:framePr w:dropCap']) === true;
    if (!this.#goesOn) this.#endParagraph(set);
  }

  #endParagraph(set: Properties): void {
    this.#blocks.push(...this.#words.paragraphs(settingOf(set)), ...this.#words.dropped);
    this.#words = new Words(this.faults);
    const boxes = this.#boxes;
    this.#boxes = [];
    for (const box of boxes) this.#readAll(elementsIn(box));
  }

  /** The number before a paragraph in a list: its level by itself, by the list's definition for its style, or by its style. */
  #number(own: Properties, set: Properties, style: string | undefined): void {
    const id = set['w:numId'] ?? '0';
    const list = id === '0' ? undefined : this.#file.lists?.get(id);
    if (!list) return;
    const linked = list.levels.findIndex((one) => style !== undefined && one?.style === style);
    const level = own['w:ilvl'] === undefined && linked >= 0 ? linked : levelOf(set['w:ilvl']);
    const { label, unknown } = this.counter.next(list, id, level);
    this.#words.lead(label);
    if (own['doubt']) this.#words.doubts.push(own['doubt']);
    if (unknown)
      this.#words.doubts.push(`编号的格式“${unknown}”没有读，按 1、2、3 写作“${label}”，请核对`);
  }

  #rows(table: XmlElement): Cell[][] {
    return elementsIn(table).flatMap((node): Cell[][] => {
      if (node.name !== 'w:tr')
        return /^w:tbl(?:Pr|Grid)$/u.test(node.name) ? [] : this.#rows(node);
      const set = stated(childOf(node, 'w:trPr'));
      const before = this.#span(set['w:gridBefore'], '表格行首的空列数');
      if ('w:del' in set || 'w:hidden' in set)
        return [[this.#unseen(node, 'w:del' in set ? DELETED : HIDDEN)]];
      return [[...(before > 0 ? [{ blocks: [], across: before }] : []), ...this.#cells(node)]];
    });
  }

  #cells(row: XmlElement): Cell[] {
    return elementsIn(row).flatMap((node): Cell[] => {
      if (node.name !== 'w:tc') return /^w:\w+Pr$/u.test(node.name) ? [] : this.#cells(node);
      const set = stated(childOf(node, 'w:tcPr'));
      if ('w:cellDel' in set) return [this.#unseen(node, set['w:cellDel'] || DELETED)];
      const merges = [set['w:vMerge'], set['w:hMerge']].filter((one) => one !== undefined);
      return [
        {
          blocks: this.#apart(elementsIn(node)),
          across: Math.max(1, this.#span(set['w:gridSpan'], '合并的列数')),
          down: Number(set['rows'] ?? 1),
          goesOn: merges.some((one) => one !== 'restart'),
          begins: merges.includes('restart'),
        },
      ];
    });
  }

  /** A row or cell that is not seen, as a cell without words. */
  #unseen(node: XmlElement, reason: string): Cell {
    return { blocks: droppedOf(reason, bareText(node)), across: 0 };
  }

  #span(value: string | undefined, what: string): number {
    return statedNumber(value, 0, what, [0, MOST_COLUMNS]);
  }
}

/**
 * @param format what a reader calls it: Word 文档（.docx）
 * @param beside what is in the file and not of its text, heads and comments: why it is left out, and its words
 * @param whole the text by a second reading
 * @throws ImportFault where it asks for more than a document does
 */
export function readWord(
  format: string,
  file: WordFile,
  beside: [reason: string, text: string][],
  whole: string,
): Received {
  const reader = new WordReader(file);
  const blocks = reader.document();
  const { faults, pictures, objects, counter } = reader;
  const remarks = [
    counter.bullets && `${counter.bullets} 个项目符号没有写入：它们是图形，不是文字。`,
    pictures && `文件中有 ${pictures} 幅图片，图片不收入；其中若有文字，请照录成文字。`,
    objects && `文件中有 ${objects} 个嵌入的图表或对象，其中的文字没有读出：请照录成文字。`,
  ];
  return {
    format,
    blocks: [...blocks, ...beside.flatMap(([reason, text]) => droppedOf(reason, text.trim()))],
    whole: whole + beside.map(([, text]) => text).join(''),
    faults: [...faults],
    remarks: remarks.filter((remark) => typeof remark === 'string'),
  };
}
