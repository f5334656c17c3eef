/**
 * A document in Word's model (WordprocessingML, ECMA-376 Part 1) as a reader sees it. A .docx holds that model; an .odt and
 * a .doc are put into it first, so that numbers, notes, fields, tables and doubts are made in one way.
 */
import { MOST_COLUMNS, MOST_LEVELS, statedNumber } from '../limits.ts';
import type { ReceivedBlock } from '../received.ts';
import { tableOf, type Cell } from './grid.ts';
import { ListCounter, type List } from './numbering.ts';
import {
  isContents,
  isOn,
  lookOf,
  settingOf,
  stated,
  styled,
  type Properties,
  type Styles,
} from './word-styles.ts';
import { Words, type Look } from './words.ts';
import { allIn, childOf, elementsIn, type XmlElement } from './xml.ts';

export interface WordFile {
  body: XmlElement;
  styles: Styles;
  /** The style of paragraphs that name none. */
  defaultStyle?: string | undefined;
  lists: ReadonlyMap<string, List>;
  /** Notes by the name of what refers to them and its id: `w:footnoteReference 2`. */
  notes: ReadonlyMap<string, XmlElement>;
}

const DELETED = '修订中已删去的文字';
const HIDDEN = '隐藏文字';
const CONTENTS = '目录';
const PLACEHOLDER = '没有填写的提示文字';
/** What is refused of every format that has formulas. */
export const FORMULA = '文件含公式，公式不是文字，读不出来：请先在原件中把公式写成文字，再导入';

/** Of two forms of a drawing or sign, the newer one. */
export function chosen(node: XmlElement): XmlElement[] {
  const all = elementsIn(node);
  const one = all.find(({ name }) => name === 'mc:Choice') ?? all[0];
  return one ? elementsIn(one) : [];
}
export const bareText = (node: XmlElement): string =>
  allIn(node, 'w:t', 'w:delText')
    .map(({ text }) => text)
    .join('');

interface Field {
  code: string;
  /** Its result is being read, which is what is seen of it. */
  result: boolean;
  /** Something was seen of it. */
  seen: boolean;
  box?: XmlElement | undefined;
}
/** Fields that may show nothing where they stand; what another one shows must have been stored, or is not known. */
const SILENT =
  /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|TOC|INDEX|BIBLIOGRAPHY|HYPERLINK|REF|FORMTEXT|FORMDROPDOWN|DOCPROPERTY|MERGEFIELD|NEXT|IF|INCLUDEPICTURE|ADVANCE|=|$)/iu;
/** Word's 带圈字符: EQ \o\ac(○,1). */
const ENCLOSED =
  /^\s*eq\s*\\o\s*\\ac\s*\(\s*[○〇Ο]\s*[,，]\s*(\d{1,2}|[一二三四五六七八九十])\s*\)\s*$/iu;
/** Shows the day on which the file is opened or printed. */
const CLOCK = /^\s*(?:DATE|TIME|PRINTDATE|SAVEDATE)\b/iu;
const EQUATION = /equation|mathtype|kseequation|axmath/iu;
const isToc = ({ code }: Field): boolean => /^\s*TOC\b/u.test(code);

const enclosed = (figure: string): string => {
  const n = Number(figure) || 0;
  if (n >= 1 && n <= 20) return String.fromCodePoint(0x245f + n);
  const place = '一二三四五六七八九十'.indexOf(figure);
  return place >= 0 ? String.fromCodePoint(0x3280 + place) : '';
};

/** A row or cell that is not shown, as a cell without words. */
const leftOut = (node: XmlElement, reason: string): Cell => ({
  blocks: bareText(node).trim() ? [{ kind: 'dropped', text: bareText(node), reason }] : [],
});

class WordReader {
  readonly faults = new Set<string>();
  readonly counter = new ListCounter();
  pictures = 0;
  objects = 0;
  readonly #file: WordFile;
  #blocks: ReceivedBlock[] = [];
  /** Of the paragraph that is read. */
  #words = new Words(this.faults);
  #byParagraph: Properties = {};
  /** Text boxes come after the paragraph that they are anchored in. */
  #boxes: XmlElement[] = [];
  #isContents = false;
  /** The mark of the paragraph before was deleted: its words go on in this one. */
  #goesOn = false;
  readonly #fields: Field[] = [];
  readonly #notes: { body: XmlElement | undefined; mark: string }[] = [];

  constructor(file: WordFile) {
    this.#file = file;
  }

  /** The whole document, its notes last, each with its mark before its first words. */
  document(): ReceivedBlock[] {
    const blocks = this.#inside(this.#file.body);
    for (const { body, mark } of this.#notes) {
      const [first, ...rest] = body ? this.#inside(body) : [];
      if (first?.kind === 'paragraph' && mark) {
        first.text = `${mark} ${first.text}`;
        first.generated = [mark, ...(first.generated ?? [])];
      }
      if (first) blocks.push(first, ...rest);
    }
    return blocks;
  }

  /** The blocks of a part of its own: a cell, a note. */
  #inside(node: XmlElement): ReceivedBlock[] {
    const around = this.#blocks;
    this.#blocks = [];
    this.#readIn(node);
    if (!this.#goesOn || node === this.#file.body) this.#endParagraph({});
    const found = this.#blocks;
    this.#blocks = around;
    return found;
  }

  #readIn(node: XmlElement, look?: Look): void {
    const inside = node.name === 'mc:AlternateContent' ? chosen(node) : elementsIn(node);
    for (const child of inside) this.#read(child, look);
  }

  /** @param look how the run looks that it stands in */
  #read(node: XmlElement, look: Look = { settings: [] }): void {
    const { name, attributes: set } = node;
    switch (name) {
      case 'w:p':
        return this.#paragraph(node);
      case 'w:tbl':
        return void this.#blocks.push(...tableOf(this.#rows(node)));
      case 'w:r':
        return this.#readIn(node, this.#look(stated(childOf(node, 'w:rPr'))));
      case 'w:t':
      case 'w:instrText':
        return this.#text(node.text, look);
      case 'w:br':
        return this.#text(/page|column/u.test(set['w:type'] ?? '') ? '' : '\n', look);
      case 'w:tab':
      case 'w:ptab':
        return this.#text('\t', look);
      case 'w:cr':
        return this.#text('\n', look);
      case 'w:noBreakHyphen':
        return this.#text('\u2011', look);
      case 'w:sym':
        if (this.#isSeen && !look.hidden)
          this.#words.sign(set['w:font'] ?? '', parseInt(set['w:char'] ?? '', 16) || 0);
        return;
      case 'w:fldChar':
        return this.#fieldChar(node);
      case 'w:fldSimple':
        this.#fields.push({ code: set['w:instr'] ?? '', result: true, seen: false });
        this.#readIn(node);
        return this.#endField();
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return this.#note(node);
      case 'w:ruby':
        this.#words.drop(bareText(childOf(node, 'w:rt') ?? node), '注音');
        return this.#readIn(childOf(node, 'w:rubyBase') ?? node);
      case 'w:del':
        return this.#words.drop(bareText(node), DELETED);
      case 'dropped':
        return this.#words.drop(node.text, set['reason']!);
      case 'w:sdt':
        return this.#control(node, look);
      case 'w:txbxContent':
        return void this.#boxes.push(node);
      case 'w:altChunk':
      case 'w:subDoc':
        this.faults.add('文件中嵌着另一份文件，读不出来：请在 Word 中打开并另存为 .docx 后再导入');
        return;
      case 'pic:pic':
      case 'v:imagedata':
        if (this.#isSeen) this.pictures++;
        for (const field of this.#fields) field.seen = true;
        break;
      case 'v:textpath':
        this.#words.make(set['string'] ?? '');
        break;
      case 'o:OLEObject':
        if (EQUATION.test(set['ProgID'] ?? '')) this.faults.add(FORMULA);
        else this.objects++;
        break;
      case 'c:chart':
      case 'dgm:relIds':
        this.objects++;
        break;
    }
    if (!/^(?:w:\w+Pr|m:.*|w:moveFrom)$/u.test(name)) this.#readIn(node, look);
  }

  #look(own: Properties): Look {
    return lookOf(own, styled(this.#file.styles, own['w:rStyle'], 'words'), this.#byParagraph);
  }

  /** Whether what is read now is seen: not the instruction of a field. */
  get #isSeen(): boolean {
    return this.#fields.every(({ result }) => result);
  }

  #text(text: string, look: Look): void {
    const field = this.#fields.at(-1);
    if (field && !field.result) field.code += text;
    if (!this.#isSeen || text === '') return;
    for (const one of this.#fields) one.seen = true;
    this.#words.show(text, look);
  }

  #fieldChar(node: XmlElement): void {
    const type = node.attributes['w:fldCharType'];
    if (type === 'begin')
      this.#fields.push({ code: '', result: false, seen: false, box: childOf(node, 'w:ffData') });
    const field = this.#fields.at(-1);
    if (type === 'separate' && field) field.result = true;
    if (type === 'end') this.#endField();
  }

  /** What a field shows that is not stored as its result, or a doubt where that is not known. */
  #endField(): void {
    const field = this.#fields.pop();
    if (!field) return;
    this.#isContents ||= isToc(field);
    const circled = ENCLOSED.exec(field.code)?.[1];
    const box = childOf(field.box, 'w:checkBox');
    const choices = childOf(field.box, 'w:ddList');
    if (box) {
      const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default');
      this.#words.make(state && isOn(state.attributes['w:val'] ?? '1') ? '☑' : '☐');
    } else if (choices && !field.seen) {
      const at = childOf(choices, 'w:result') ?? childOf(choices, 'w:default');
      const entry = allIn(choices, 'w:listEntry')[Number(at?.attributes['w:val'] ?? 0)];
      this.#words.make(entry?.attributes['w:val'] ?? '');
    } else if (circled) this.#words.make(enclosed(circled));
    else if (/^\s*eq\b|EMBED\s+Equation/iu.test(field.code)) this.faults.add(FORMULA);
    else if (CLOCK.test(field.code) && field.seen)
      this.#words.doubts.push('此处的日期是自动更新的域，每次打开都会变，请按印出的原件核对');
    else if (!field.seen && !SILENT.test(field.code))
      this.#words.doubts.push(
        `此处有“${field.code.trim().slice(0, 40)}”域，它显示的编号或文字读不出来`,
      );
  }

  #note({ name, attributes: set }: XmlElement): void {
    if (!this.#isSeen) return;
    const mark = isOn(set['w:customMarkFollows']) ? '' : `[${this.#notes.length + 1}]`;
    this.#words.make(mark);
    this.#notes.push({ body: this.#file.notes.get(`${name} ${set['w:id']}`), mark });
  }

  /** A content control: one that nobody filled in shows what to write there, one may hold the table of contents. */
  #control(node: XmlElement, look: Look): void {
    const gallery = childOf(node, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery');
    if (childOf(node, 'w:sdtPr', 'w:showingPlcHdr')) this.#words.drop(bareText(node), PLACEHOLDER);
    else if (/table of contents/iu.test(gallery?.attributes['w:val'] ?? ''))
      for (const paragraph of allIn(node, 'w:p')) this.#leaveOutContents(bareText(paragraph));
    else this.#readIn(node, look);
  }

  /** A line of the table of contents; with the first the words 目录 above it. */
  #leaveOutContents(text: string): void {
    if (!text.trim()) return;
    const last = this.#blocks.at(-1);
    if (last?.kind === 'paragraph' && /^目\s*[录錄次]$/u.test(last.text))
      this.#blocks.splice(-1, 1, { kind: 'dropped', text: last.text, reason: CONTENTS });
    this.#blocks.push({ kind: 'dropped', text, reason: CONTENTS });
  }

  #paragraph(node: XmlElement): void {
    const own = stated(childOf(node, 'w:pPr'));
    const mark = stated(childOf(node, 'w:pPr', 'w:rPr'));
    const style = own['w:pStyle'] ?? this.#file.defaultStyle;
    const set = { ...styled(this.#file.styles, style, 'paragraph'), ...own };
    this.#byParagraph = styled(this.#file.styles, style, 'words');
    this.#isContents = isContents(set) || this.#fields.some(isToc);
    this.#readIn(node);
    if (this.#isContents || this.#fields.some(isToc)) {
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
    for (const box of boxes) this.#readIn(box);
  }

  /** The number before a paragraph in a list: its level by itself, by the list's definition for its style, or by its style. */
  #number(own: Properties, set: Properties, style: string | undefined): void {
    const id = set['w:numId'] ?? '0';
    const list = id === '0' ? undefined : this.#file.lists.get(id);
    if (!list) return;
    const linked =
      own['w:ilvl'] === undefined && style !== undefined
        ? list.levels.findIndex((one) => one?.style === style)
        : -1;
    const level = statedNumber(set['w:ilvl'], 0, '编号的级别', [0, MOST_LEVELS - 1]);
    const { label, unknown } = this.counter.next(list, id, linked >= 0 ? linked : level);
    this.#words.lead(label);
    if (unknown)
      this.#words.doubts.push(`编号的格式“${unknown}”没有读，按 1、2、3 写作“${label}”，请核对`);
  }

  #rows(table: XmlElement): Cell[][] {
    return elementsIn(table).flatMap((node): Cell[][] => {
      if (node.name === 'w:tr') {
        const set = stated(childOf(node, 'w:trPr'));
        const reason = 'w:del' in set ? DELETED : 'w:hidden' in set ? HIDDEN : null;
        if (reason) return [[leftOut(node, reason)]];
        const before = this.#span(set['w:gridBefore'], '表格行首的空列数');
        return [[...(before > 0 ? [{ blocks: [], across: before }] : []), ...this.#cells(node)]];
      }
      return /^w:(?:tblPr|tblGrid)$/u.test(node.name) ? [] : this.#rows(node);
    });
  }

  #cells(row: XmlElement): Cell[] {
    return elementsIn(row).flatMap((node): Cell[] => {
      if (node.name !== 'w:tc') return /^w:\w+Pr$/u.test(node.name) ? [] : this.#cells(node);
      const set = stated(childOf(node, 'w:tcPr'));
      if ('w:cellDel' in set) return [leftOut(node, DELETED)];
      const merges = [set['w:vMerge'], set['w:hMerge']].filter((one) => one !== undefined);
      return [
        {
          blocks: this.#inside(node),
          across: Math.max(1, this.#span(set['w:gridSpan'], '合并的列数')),
          goesOn: merges.some((one) => one !== 'restart'),
          begins: merges.includes('restart'),
        },
      ];
    });
  }

  #span(value: string | undefined, what: string): number {
    return statedNumber(value, 0, what, [0, MOST_COLUMNS]);
  }
}

/** What was passed over in reading, as an editor is told of it. */
export function passedOver(bullets: number, pictures: number, objects = 0): string[] {
  return [
    bullets && `${bullets} 个项目符号没有写入：它们是图形，不是文字。`,
    pictures && `文件中有 ${pictures} 幅图片，图片不收入；其中若有文字，请照录成文字。`,
    objects && `文件中有 ${objects} 个嵌入的图表或对象，其中的文字没有读出：请照录成文字。`,
  ].filter((remark): remark is string => typeof remark === 'string');
}

/** @throws ImportFault where it asks for more than a document does */
export function readWord(file: WordFile): {
  blocks: ReceivedBlock[];
  faults: string[];
  remarks: string[];
} {
  const reader = new WordReader(file);
  const blocks = reader.document();
  return {
    blocks,
    faults: [...reader.faults],
    remarks: passedOver(reader.counter.bullets, reader.pictures, reader.objects),
  };
}
