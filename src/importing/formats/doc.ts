/** Word 97–2003's .doc as a reader sees it: its text, numbers, tables and notes; and a second time as its bare text. */
import { ImportFault } from '../limits.ts';
import type { Received, ReceivedBlock } from '../received.ts';
import { DocBinary, type Sprm, type Story } from './doc-binary.ts';
import { tableOf, type Cell } from './grid.ts';
import { ListCounter } from './numbering.ts';
import { FORMULA, isSignFont, noteOf, passedOver, Words, type Setting } from './words.ts';

const P = { inTable: 0x2416, rowEnd: 0x2417, depth: 0x6649, list: 0x460b, level: 0x260a };
const ALIGN = { jc: 0x2461, oldJc: 0x2403, indent: 0x8460, oldIndent: 0x8411 };
const T = { cells: 0xd608, mergedDown: 0xd62b, mergedAcross: 0x5624 };
const C = {
  deleted: 0x0800,
  hidden: 0x083c,
  struck: 0x0837,
  struckTwice: 0x2a53,
  script: 0x2a48,
  sign: 0x6a09,
  font: 0x4a4f,
};
/** Edges of columns that are nearer than this, in twentieths of a point, are one. */
const NEAR = 20;

const last = (sprms: Sprm[], ...codes: number[]): Buffer | undefined =>
  sprms.findLast(({ code }) => codes.includes(code))?.operand;
const flag = (sprms: Sprm[], code: number): boolean => ((last(sprms, code)?.[0] ?? 0) & 1) === 1;

interface Row {
  cells: Cell[];
  edges: number[];
}

interface CharacterSet {
  settings: Setting[];
  font: string;
  /** Why it is left out. */
  left: string | undefined;
  sign: { font: string; code: number } | undefined;
}

class DocReader {
  readonly #sets = new Map<Sprm[], CharacterSet>();
  readonly #file: DocBinary;
  readonly #counter = new ListCounter();
  /** Marks of notes in the text, by their place in it. */
  readonly #marks = new Map<number, string>();
  readonly faults = new Set<string>();
  pictures = 0;

  constructor(file: DocBinary) {
    this.#file = file;
  }

  get bullets(): number {
    return this.#counter.bullets;
  }

  /** How characters of these properties are set; they have one list of them between them. */
  #setOf(sprms: Sprm[]): CharacterSet {
    let set = this.#sets.get(sprms);
    if (set) return set;
    const settings: Setting[] = [];
    if (flag(sprms, C.struck) || flag(sprms, C.struckTwice)) settings.push('del');
    const script = last(sprms, C.script)?.[0] ?? 0;
    if (script > 0) settings.push(script === 1 ? 'sup' : 'sub');
    const sign = last(sprms, C.sign);
    set = {
      settings,
      font: this.#file.font(last(sprms, C.font)?.readUInt16LE(0) ?? -1),
      left: flag(sprms, C.deleted)
        ? '修订中已删去的文字'
        : flag(sprms, C.hidden)
          ? '隐藏文字'
          : undefined,
      sign: sign && { font: this.#file.font(sign.readUInt16LE(0)), code: sign.readUInt16LE(2) },
    };
    this.#sets.set(sprms, set);
    return set;
  }

  #character(place: number, style: number, words: Words): void {
    const char = this.#file.text[place]!;
    const { settings, font, left, sign } = this.#setOf(this.#file.charactersAt(place, style));
    if (char === '\u0002') return words.make(this.#marks.get(place) ?? '');
    if (char === '\u0001') return void this.pictures++;
    if (left) return char >= ' ' ? words.drop(char, left) : undefined;
    if (char === '(' && sign) return words.sign(sign.font, sign.code);
    if (isSignFont(font) || /[\ue000-\uf8ff]/u.test(char))
      return words.sign(font, char.charCodeAt(0));
    const shown: Record<string, string> = { '\u000b': '\n', '\u001e': '\u2011', '\t': '\t' };
    if (shown[char] !== undefined || char >= ' ') words.add(shown[char] ?? char, ...settings);
  }

  /** The words of a paragraph; of fields what they show, not what they are made by. */
  #paragraph(from: number, end: number, before: Words | null): ReceivedBlock[] {
    const { style, sprms } = this.#file.paragraphAt(end);
    const name = this.#file.styles[style]?.name ?? '';
    const words = before ?? new Words(this.faults);
    const fields: { code: string; result: boolean }[] = [];
    let contents = /^(?:toc|目录) ?\d/u.test(name);
    for (let at = from; at < end; at++) {
      const char = this.#file.text[at]!;
      const field = fields.at(-1);
      if (char === '\u0013') fields.push({ code: '', result: false });
      else if (char === '\u0014' && field) field.result = true;
      else if (char === '\u0015') {
        const { code = '' } = fields.pop() ?? {};
        contents ||= /^\s*TOC\b/u.test(code);
        if (/^\s*eq\b|EMBED\s+Equation/iu.test(code)) this.faults.add(FORMULA);
      } else if (field && !field.result) field.code += char;
      else if (fields.every(({ result }) => result)) this.#character(at, style, words);
    }
    const list = this.#file.lists[(last(sprms, P.list)?.readUInt16LE(0) ?? 0) - 1];
    if (list && !(words.isEmpty && words.dropped.length > 0)) {
      const level = last(sprms, P.level)?.[0] ?? 0;
      const { label, unknown } = this.#counter.next(list, list.counter, level);
      words.lead(label);
      if (unknown)
        words.doubts.push(`编号的格式“${unknown}”没有读，按 1、2、3 写作“${label}”，请核对`);
    }
    const jc = last(sprms, ALIGN.jc, ALIGN.oldJc)?.[0];
    const indent = last(sprms, ALIGN.indent, ALIGN.oldIndent)?.readInt16LE(0) ?? 0;
    const blocks = words.paragraphs({
      ...(jc === 1 ? { align: 'center' } : jc === 2 ? { align: 'right' } : {}),
      ...(indent > 0 ? { indented: true } : {}),
    });
    if (contents) return blocks.map(({ text }) => ({ kind: 'dropped', text, reason: '目录' }));
    return [...blocks, ...words.dropped];
  }

  /** How a row's cells lie, from the properties of its end (TDefTableOperand). */
  #row(contents: ReceivedBlock[][], sprms: Sprm[]): Row {
    const definition = last(sprms, T.cells);
    const count = definition ? definition.readUInt8(0) : 0;
    if (!definition || count !== contents.length)
      throw new ImportFault(
        '.doc 中有一张表的行与单元格对不上，读不准。请用 Word 或 WPS 打开并另存为 .docx 后再导入。',
      );
    const edges = Array.from({ length: count + 1 }, (_, i) => definition.readInt16LE(1 + i * 2));
    const flags = contents.map((_, i) => {
      const at = 1 + (count + 1) * 2 + i * 20;
      return at + 2 <= definition.length ? definition.readUInt16LE(at) : 0;
    });
    const down = flags.map((flags) => (flags >> 5) & 3);
    const across = flags.map((flags) => flags & 3);
    for (const { code, operand } of sprms) {
      if (code === T.mergedDown) down[operand[0]!] = operand[1]! & 3;
      if (code === T.mergedAcross)
        for (let i = operand[0]!; i < operand[1]!; i++) across[i] = i === operand[0] ? 2 : 1;
    }
    const cells = contents.map((blocks, i): Cell => ({
      blocks,
      goesOn: down[i] === 1 || across[i] === 1,
      begins: down[i]! > 1 || across[i]! > 1,
    }));
    return { cells, edges };
  }

  /** Rows whose cells end at edges of their own, on one grid of columns. */
  #table(rows: Row[]): ReceivedBlock[] {
    const edges = [...new Set(rows.flatMap((row) => row.edges))]
      .sort((a, b) => a - b)
      .filter((edge, i, all) => i === 0 || edge - all[i - 1]! > NEAR);
    const column = (edge: number): number => edges.findLastIndex((one) => one <= edge + NEAR);
    return tableOf(
      rows.map(({ cells, edges: own }) => {
        const before = column(own[0]!);
        const placed = cells.map((cell, i): Cell => ({
          ...cell,
          across: Math.max(1, column(own[i + 1]!) - column(own[i]!)),
        }));
        return before > 0 ? [{ blocks: [], across: before }, ...placed] : placed;
      }),
    );
  }

  /** @returns the blocks between two places of the text */
  blocks(from: number, to: number): ReceivedBlock[] {
    const found: ReceivedBlock[] = [];
    let rows: Row[] = [];
    let row: ReceivedBlock[][] = [];
    let cell: ReceivedBlock[] = [];
    const endTable = (): void => {
      if (rows.length > 0) found.push(...this.#table(rows));
      rows = [];
    };
    for (let at = from; at < to;) {
      let end = at;
      while (end < to - 1 && !/[\r\u0007\u000c]/u.test(this.#file.text[end]!)) end++;
      const mark = this.#file.text[end]!;
      const { sprms } = this.#file.paragraphAt(end);
      const inTable = flag(sprms, P.inTable);
      const depth = last(sprms, P.depth)?.readInt32LE(0) ?? (inTable ? 1 : 0);
      if (inTable && mark === '\u0007' && depth <= 1 && flag(sprms, P.rowEnd)) {
        rows.push(this.#row(row, sprms));
        row = [];
      } else {
        const whole = /[\r\u0007\u000c]/u.test(mark) ? end : end + 1;
        const blocks = this.#paragraph(at, whole, null);
        if (inTable) cell.push(...blocks);
        else {
          endTable();
          found.push(...blocks);
        }
        if (inTable && mark === '\u0007' && depth <= 1) {
          row.push(cell);
          cell = [];
        }
      }
      at = end + 1;
    }
    endTable();
    return [...found, ...row.flat(), ...cell];
  }

  /** Notes by the places where the text refers to them: their marks, in the order of the text. */
  notes(): ReceivedBlock[] {
    const notes = (
      [
        ['footnotes', 2, 3],
        ['endnotes', 46, 47],
      ] as const
    ).flatMap(([story, references, texts]) => {
      const [from] = this.#file.stories[story];
      const [places, starts] = [this.#file.part(references), this.#file.part(texts)];
      return Array.from({ length: Math.max(0, Math.floor((places.length - 4) / 6)) }, (_, i) => ({
        place: places.readUInt32LE(i * 4),
        from: from + starts.readUInt32LE(i * 4),
        to: from + starts.readUInt32LE(i * 4 + 4),
      }));
    });
    notes.sort((a, b) => a.place - b.place);
    notes.forEach(({ place }, i) => this.#marks.set(place, `[${i + 1}]`));
    return notes.flatMap(({ from, to, place }) =>
      noteOf(this.#marks.get(place)!, this.blocks(from, to)),
    );
  }
}

/** The characters of a part of the file, without marks of its own and without what fields are made by. */
function bareText(file: DocBinary, story: Story): string {
  let text = '';
  let code = 0;
  const depth: boolean[] = [];
  for (let at = file.stories[story][0]; at < file.stories[story][1]; at++) {
    const char = file.text[at]!;
    if (char === '\u0013') (depth.push(true), code++);
    else if (char === '\u0014' && depth.at(-1)) ((depth[depth.length - 1] = false), code--);
    else if (char === '\u0015') code -= depth.pop() ? 1 : 0;
    else if (code === 0) text += char === '\u001e' ? '\u2011' : char === '\u001f' ? '' : char;
  }
  return text.replace(/[\u0000-\u0008\u000e-\u001f]/gu, '');
}

/** @throws ImportFault where the file is broken, encrypted, or no Word document */
export function readDoc(bytes: Uint8Array): Received {
  try {
    const file = new DocBinary(bytes);
    const reader = new DocReader(file);
    const notes = reader.notes();
    const body = reader.blocks(...file.stories.main);
    const boxes = reader.blocks(...file.stories.boxes);
    const beside = (
      [
        ['headers', '页眉、页脚'],
        ['comments', '批注'],
      ] as const
    ).flatMap(([story, reason]): ReceivedBlock[] => {
      const text = bareText(file, story).replace(/\s+/gu, ' ').trim();
      return text ? [{ kind: 'dropped', text, reason }] : [];
    });
    const stories: Story[] = ['main', 'footnotes', 'endnotes', 'boxes', 'headers', 'comments'];
    return {
      format: 'Word 97–2003 文档（.doc）',
      blocks: [...body, ...notes, ...boxes, ...beside],
      whole: stories.map((story) => bareText(file, story)).join(''),
      faults: [...reader.faults],
      remarks: [
        ...(boxes.length ? ['文本框中的文字写在文末：请与原件核对它们的位置。'] : []),
        ...passedOver(reader),
      ],
    };
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    throw new ImportFault(
      (error as Error).message === 'encrypted'
        ? '文件有密码保护，打不开。请在 Word 或 WPS 中去掉密码后再导入。'
        : '文件已损坏，或不是 Word 文档。请用 Word 或 WPS 打开并另存为 .docx 后再导入。',
    );
  }
}
