/**
 * A document as the reader of its format tells of it, part after part, put together as people see it: words by the styles that
 * hold for them, numbers, fields, tables, text boxes after the paragraph that they are anchored in, notes at the end.
 */
import type { Dropped, Received, ReceivedBlock, ReceivedParagraph } from '../received.ts';
import type { Cell } from './grid.ts';
import { levelOf, ListCounter, listNumber, type List } from './numbering.ts';
import { isOn, lookOf, styled, Words, type Look, type Properties, type Style } from './words.ts';

export const DELETED = '修订中已删去的文字';
const CONTENTS = '目录';
const ALIGN = { center: 'center', right: 'right', end: 'right' } as const;

/** @returns words that are left out, as a block; nothing where there are none */
export const droppedOf = (reason: string, text: string): Dropped[] =>
  text.trim() ? [{ kind: 'dropped', text, reason }] : [];

/** A row or cell that is not seen, as a cell without words. */
export const unseenCell = (reason: string, text: string): Cell => ({
  blocks: droppedOf(reason, text),
  across: 0,
});

/** How a paragraph is set. */
function settingOf(set: Properties): Partial<ReceivedParagraph> {
  const align = ALIGN[set['w:jc'] as keyof typeof ALIGN];
  const indent =
    Number(set['w:ind w:firstLineChars'] ?? 0) || Number(set['w:ind w:firstLine'] ?? 0);
  return { ...(align ? { align } : {}), ...(indent > 0 ? { indented: true } : {}) };
}

interface Field {
  code: string;
  /** Its result is being read. */
  result: boolean;
  /** Something was seen of it. */
  seen: boolean;
}

/** What is refused of every format that has formulas. */
export const FORMULA = '文件含公式，公式不是文字，读不出来：请先在原件中把公式写成文字，再导入';

/** Fields that may show nothing where they stand; what another one shows must have been stored, or is not known. */
const SILENT =
  /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|TOC|INDEX|BIBLIOGRAPHY|HYPERLINK|REF|FORMTEXT|DOCPROPERTY|MERGEFIELD|NEXT|IF|SHAPE|INCLUDEPICTURE|ADVANCE|=|$)/iu;
/** Word's 带圈字符: EQ \o\ac(○,1). */
const ENCLOSED = /^\s*eq\s*\\o\s*\\ac\s*\(\s*[○〇Ο]\s*[,，]\s*(1?\d|20)\s*\)\s*$/iu;
/** Shows the day on which the file is opened or printed. */
const CLOCK = /^\s*(?:DATE|TIME|PRINTDATE|SAVEDATE)\b/iu;

/** Word's fields (ECMA-376 Part 1, 17.16): of each is seen what it shows, its result, and not what it is made by. */
class Fields {
  readonly #open: Field[] = [];

  begin(code = '', result = false): void {
    this.#open.push({ code, result, seen: false });
  }

  /** Its result begins. */
  separate(): void {
    const field = this.#open.at(-1);
    if (field) field.result = true;
  }

  /** @returns whether words that stand here are seen, and not what a field is made by */
  sees(words: string): boolean {
    const field = this.#open.at(-1);
    if (field && !field.result) field.code += words;
    const isSeen = this.#open.every(({ result }) => result);
    if (isSeen && words) for (const one of this.#open) one.seen = true;
    return isSeen;
  }

  get inContents(): boolean {
    return this.#open.some(({ code }) => /^\s*TOC\b/u.test(code));
  }

  /** Adds to the words what a field shows that is not stored as its result, or a doubt where that is not known. */
  end(words: Words): void {
    const { code = '', seen } = this.#open.pop() ?? { seen: true };
    const circled = ENCLOSED.exec(code)?.[1];
    if (circled) words.make(listNumber(Number(circled), 'decimalEnclosedCircle')!);
    else if (/^\s*eq\b|EMBED\s+Equation/iu.test(code)) words.faults.add(FORMULA);
    else if (CLOCK.test(code) && seen)
      words.doubts.push('此处的日期是自动更新的域，每次打开都会变，请按印出的原件核对');
    else if (!seen && !SILENT.test(code))
      words.doubts.push(`此处有“${code.trim().slice(0, 40)}”域，它显示的编号或文字读不出来`);
  }
}

export class Flow {
  /** By their ids. */
  readonly styles = new Map<string, Style>();
  readonly lists = new Map<string, List>();
  readonly counter = new ListCounter();
  readonly fields = new Fields();
  readonly faults = new Set<string>();
  pictures = 0;
  objects = 0;
  /** Of the paragraph that is read. */
  words = new Words(this.faults);
  blocks: ReceivedBlock[] = [];
  /** What reads the text boxes that are anchored in the paragraph. */
  readonly boxes: (() => void)[] = [];
  #byParagraph: Properties = {};
  #isContents = false;
  readonly #notes: { mark: string; read: () => void }[] = [];
  /** The mark of the paragraph before was deleted, or it is a large first letter: its words go on in this one. */
  #goesOn = false;

  /** @returns the blocks of a part of its own: a cell, a note */
  apart(read: () => void): ReceivedBlock[] {
    const around = this.blocks;
    this.blocks = [];
    read();
    if (!this.#goesOn) this.endParagraph();
    const found = this.blocks;
    this.blocks = around;
    return found;
  }

  /** @param own what is stated of the words themselves, `w:rStyle` their style */
  text(text: string, own: Properties = {}): void {
    if (this.fields.sees(text) && text) this.words.show(text, this.#look(own));
  }

  sign(font: string, code: number, own: Properties): void {
    if (this.fields.sees('') && !this.#look(own).hidden) this.words.sign(font, code);
  }

  picture(): void {
    if (this.fields.sees('')) this.pictures++;
  }

  /** @param read of its words, once the text has ended; `isMarked` where the text has no mark of its own */
  note(read: () => void, isMarked = true): void {
    if (!this.fields.sees('')) return;
    const mark = isMarked ? `[${this.#notes.length + 1}]` : '';
    this.words.make(mark);
    this.#notes.push({ mark, read });
  }

  /**
   * @param own what is stated of it, `w:pStyle` its style, `w:numId` and `w:ilvl` its list and level
   * @param mark what is stated of the mark at its end
   * @param read of what stands in it
   */
  paragraph(own: Properties, mark: Properties, read: () => void): void {
    const style = own['w:pStyle'];
    const set = { ...styled(this.styles, style, 'paragraph'), ...own };
    this.#byParagraph = styled(this.styles, style, 'words');
    this.#isContents = /^(?:toc|目录)(?: heading| ?\d)/iu.test(set['w:name'] ?? '');
    read();
    const isSeen = !this.words.isEmpty || !this.#look(mark).hidden;
    if (isSeen && !this.#goesOn) this.#number(own, set);
    this.#goesOn = isOn(mark['w:del']) ?? isOn(own['w:framePr w:dropCap']) ?? false;
    if (!this.#goesOn) this.endParagraph(settingOf(set));
  }

  endParagraph(set: Partial<ReceivedParagraph> = {}): void {
    const last = this.words.dropped[0]?.reason === CONTENTS ? this.blocks.at(-1) : undefined;
    // The words 目录 above the first line of a table of contents.
    if (last?.kind === 'paragraph' && /^目\s*[录錄次]$/u.test(last.text))
      this.blocks.splice(-1, 1, ...droppedOf(CONTENTS, last.text));
    this.blocks.push(...this.words.paragraphs(set), ...this.words.dropped);
    this.words = new Words(this.faults);
    for (const read of this.boxes.splice(0)) read();
  }

  #look(own: Properties): Look {
    const look = lookOf(own, styled(this.styles, own['w:rStyle'], 'words'), this.#byParagraph);
    return this.#isContents || this.fields.inContents ? { ...look, hidden: CONTENTS } : look;
  }

  /** The number before a paragraph in a list: its level by itself, by the list's definition for its style, or by its style. */
  #number(own: Properties, set: Properties): void {
    const id = set['w:numId'] ?? '0';
    const list = id === '0' ? undefined : this.lists.get(id);
    if (!list) return;
    const style = own['w:pStyle'];
    const linked = list.levels.findIndex((one) => style !== undefined && one?.style === style);
    const level = own['w:ilvl'] === undefined && linked >= 0 ? linked : levelOf(set['w:ilvl']);
    const { label, unknown } = this.counter.next(list, id, level);
    this.words.lead(label);
    if (unknown)
      this.words.doubts.push(`编号的格式“${unknown}”没有读，按 1、2、3 写作“${label}”，请核对`);
  }

  /**
   * What was read, its notes last, each with its mark before its first words.
   * @param format what a reader calls it: Word 文档（.docx）
   * @param beside what is in the file and not of its text, heads and comments: why it is left out, and its words
   * @param whole the text by a second reading
   */
  received(format: string, beside: [reason: string, text: string][], whole: string): Received {
    this.endParagraph();
    for (const { mark, read } of this.#notes) {
      this.words.make(mark);
      this.words.add(' ');
      this.blocks.push(...this.apart(read));
    }
    const { pictures, objects } = this;
    const { bullets } = this.counter;
    const remarks = [
      bullets && `${bullets} 个项目符号没有写入：它们是图形，不是文字。`,
      pictures && `文件中有 ${pictures} 幅图片，图片不收入；其中若有文字，请照录成文字。`,
      objects && `文件中有 ${objects} 个嵌入的图表或对象，其中的文字没有读出：请照录成文字。`,
    ];
    const left = beside.flatMap(([reason, text]) => droppedOf(reason, text.trim()));
    return {
      format,
      blocks: [...this.blocks, ...left],
      whole: whole + beside.map(([, text]) => text).join(''),
      faults: [...this.faults],
      remarks: remarks.filter((remark) => typeof remark === 'string'),
    };
  }
}
