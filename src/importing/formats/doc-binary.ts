/**
 * The binary form of Word 97–2003: where its characters stand, how they are set, its styles and its lists ([MS-DOC],
 * the names in capitals are the standard's). Whatever lies outside the file throws.
 */
import * as CFB from 'cfb';
import { ImportFault } from '../limits.ts';
import { checkedLabel, levelOf, startOf, type Level, type List } from './numbering.ts';
import type { Properties, Style } from './words.ts';

/** The properties (sprms) that are read, by their codes, under the names that WordprocessingML has for them or our own. */
const NAMES = new Map(
  [
    '2416 inTable, 2417 rowEnd, 6649 depth, d608 cells, d62b mergedDown, 460b w:numId, 260a w:ilvl',
    '2461 w:jc, 2403 w:jc, 8460 w:ind w:firstLine, 8411 w:ind w:firstLine, 4a30 w:rStyle, 6a09 sign',
    '4a4f w:rFonts w:ascii, 0800 w:del, 083c w:vanish, 0837 w:strike, 2a53 w:dstrike, 083b w:caps',
    '083a w:smallCaps, 2a48 w:vertAlign, 4845 w:position, 4a43 w:sz, 6870 w:color, 2a0c w:highlight',
    'ca71 w:shd',
  ]
    .flatMap((line) => line.split(', '))
    .map((one) => [parseInt(one, 16), one.slice(5)]),
);
/** The words for their numbers. */
const WORDS: Record<string, string[]> = {
  'w:jc': ['left', 'center', 'right'],
  'w:vertAlign': ['baseline', 'superscript', 'subscript'],
};
const OPERAND_SIZES = [1, 1, 2, 4, 2, 2, 0, 3];
/** Properties that stand in another stream (sprmPHugePapx). */
const HUGE = new Set([0x6645, 0x6646]);
/** The value of what is on or off as the style has it. */
const AS_STYLE = 0x80;

/** Number formats in the order of MSONFC, as OOXML names them. */
const FORMATS =
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand'.split(
    ' ',
  );

/** The parts of its characters, in their order, by the places where it is stated how many each has (FibRgLw97). */
const STORIES = { main: 0, footnotes: 1, headers: 2, comments: 4, endnotes: 5, boxes: 6 };

/** Goes through bytes. */
class Cursor {
  at = 0;
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  take(length: number): Buffer {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  number(size: 1 | 2 | 4): number {
    return this.take(size).readUIntLE(0, size);
  }

  /** What stands after its own length. */
  counted(size: 1 | 2 | 4): Buffer {
    return this.take(this.number(size));
  }

  /** What stands after its own length, filled up to an even one. */
  even(): Buffer {
    const found = this.counted(2);
    this.at += found.length % 2;
    return found;
  }
}

/** Places, and what is stated for each stretch from one to the next (PLC). */
export function stretchesOf(bytes: Buffer, size: number) {
  const count = Math.max(0, Math.floor((bytes.length - 4) / (4 + size)));
  return Array.from({ length: count }, (_, i) => {
    const at = (count + 1) * 4 + i * size;
    const [from, to] = [bytes.readUInt32LE(i * 4), bytes.readUInt32LE(i * 4 + 4)];
    return { from, to, data: bytes.subarray(at, at + size) };
  });
}

export class DocBinary {
  /** Every character of the file, part after part; what each states itself, and as the end of a paragraph. */
  readonly text: string;
  readonly characters: Properties[];
  readonly paragraphs: Properties[];
  readonly stories: Record<keyof typeof STORIES, [from: number, to: number]>;
  /** By their places in the style sheet. */
  readonly styles = new Map<string, Style>();
  /** By their places in the table of lists, from 1. */
  readonly lists = new Map<string, List>();
  readonly fonts: string[] = [];
  readonly #main: Buffer;
  readonly #table: Buffer;
  readonly #data: Buffer;
  readonly #pieces: { from: number; to: number; at: number; size: number }[] = [];

  /** @throws where the file is no Word document, or is broken; ImportFault where it is locked */
  constructor(bytes: Uint8Array) {
    const file = CFB.read(Buffer.from(bytes), { type: 'buffer' });
    /** Empty where it is not there, so that reading it throws. */
    const stream = (name: string): Buffer =>
      Buffer.from((CFB.find(file, name)?.content as Uint8Array | undefined) ?? []);
    const main = stream('WordDocument');
    if (main.readUInt16LE(0) !== 0xa5ec) throw new Error('no Word document');
    const flags = main.readUInt16LE(0x0a);
    if (flags & 0x0100)
      throw new ImportFault('文件有密码保护，打不开。请在 Word 或 WPS 中去掉密码后再导入。');
    this.#main = main;
    this.#table = stream(flags & 0x0200 ? '1Table' : '0Table');
    this.#data = stream('Data');
    this.text = this.#readPieces();
    let from = 0;
    const stories = Object.entries(STORIES).map(([name, i]) => {
      const range = [from, (from += main.readUInt32LE(0x4c + 4 * i))];
      if (from > this.text.length) throw new Error('shorter than it says');
      return [name, range];
    });
    this.stories = Object.fromEntries(stories) as typeof this.stories;
    this.#readFonts();
    this.characters = this.#readProperties(12, 1);
    this.paragraphs = this.#readProperties(13, 13);
    this.#readStyles();
    this.#readLists();
  }

  /** A structure of the table stream, by its place in FibRgFcLcb97; `beyond` lets it go on after its stated length. */
  part(index: number, beyond = false): Buffer {
    const at = this.#main.readUInt32LE(0x9a + 8 * index);
    const length = this.#main.readUInt32LE(0x9a + 8 * index + 4);
    if (at + length > this.#table.length) throw new Error('shorter than it says');
    return this.#table.subarray(at, beyond && length > 0 ? undefined : at + length);
  }

  #readPieces(): string {
    const clx = new Cursor(this.part(33));
    while (clx.number(1) === 1) clx.counted(2);
    let text = '';
    for (const { from, to, data } of stretchesOf(clx.counted(4), 8)) {
      const fc = data.readUInt32LE(2);
      const size = fc & 0x40000000 ? 1 : 2;
      const at = size === 1 ? (fc & 0x3fffffff) / 2 : fc;
      const end = at + (to - from) * size;
      if (to < from || end > this.#main.length) throw new Error('shorter than it says');
      const bytes = this.#main.subarray(at, end);
      text +=
        size === 1 ? new TextDecoder('windows-1252').decode(bytes) : bytes.toString('utf16le');
      this.#pieces.push({ from, to, at, size });
    }
    return text;
  }

  /** What a list of properties (grpprl) states; how a cell is merged by the cell. */
  #stated(bytes?: Buffer): Properties {
    const found: Properties = {};
    for (const cursor = new Cursor(bytes ?? Buffer.alloc(0)); cursor.left > 2;) {
      const code = cursor.number(2);
      const name = NAMES.get(code);
      const size =
        name === 'cells' ? cursor.number(2) - 1 : OPERAND_SIZES[code >> 13] || cursor.number(1);
      const operand = cursor.take(size);
      if (HUGE.has(code)) {
        const data = new Cursor(this.#data.subarray(operand.readUInt32LE(0)));
        Object.assign(found, this.#stated(data.counted(2)));
      } else if (name === 'mergedDown') found[`${name} ${operand[0]}`] = String(operand[1]);
      else if (name && !(size === 1 && operand[0] === AS_STYLE))
        found[name] = this.#value(name, operand);
    }
    return found;
  }

  #value(name: string, operand: Buffer): string {
    const { length } = operand;
    if (length === 0 || length === 3 || length > 4) return operand.toString('hex');
    const number = length === 1 ? operand[0]! : operand.readIntLE(0, length);
    if (name === 'w:rFonts w:ascii') return this.fonts[number] ?? '';
    return WORDS[name]?.[number] ?? number.toString(name === 'w:color' ? 16 : 10);
  }

  /**
   * What pages of properties state for each character of the text.
   * @param index of the table of these pages
   * @param size of what they have for a stretch of the file: 1 for characters (CHPX), 13 for paragraphs (PAPX)
   */
  #readProperties(index: number, size: 1 | 13): Properties[] {
    const found = Array<Properties>(this.text.length).fill({});
    for (const { data } of stretchesOf(this.part(index), 4)) {
      const at = (data.readUInt32LE(0) & 0x3fffff) * 512;
      const page = this.#main.subarray(at, at + 512);
      const table = page.subarray(0, 4 + page.readUInt8(511) * (4 + size));
      for (const { from, to, data } of stretchesOf(table, size)) {
        const properties = this.#propertiesIn(page, data.readUInt8(0) * 2, size);
        for (const piece of this.#pieces) {
          const place = (at: number): number =>
            piece.from + Math.ceil((at - piece.at) / piece.size);
          const [start, end] = [Math.max(piece.from, place(from)), Math.min(piece.to, place(to))];
          if (start < end) found.fill(properties, start, end);
        }
      }
    }
    return found;
  }

  #propertiesIn(page: Buffer, at: number, size: 1 | 13): Properties {
    if (at === 0) return {};
    const cursor = new Cursor(page.subarray(at));
    const words = cursor.number(1);
    if (size === 1) return this.#stated(cursor.take(words));
    const set = cursor.take(words > 0 ? words * 2 - 1 : cursor.number(1) * 2);
    return { ...this.#stated(set.subarray(2)), 'w:pStyle': String(set.readUInt16LE(0)) };
  }

  #readFonts(): void {
    for (const cursor = new Cursor(this.part(15).subarray(4)); cursor.left > 0;) {
      const [name] = cursor.counted(1).toString('utf16le', 39).split('\0');
      this.fonts.push(name!);
    }
  }

  #readStyles(): void {
    const sheet = new Cursor(this.part(1));
    if (sheet.left === 0) return;
    const head = sheet.counted(2);
    for (let i = 0; i < head.readUInt16LE(0); i++) {
      const style = new Cursor(sheet.even());
      if (style.left === 0) continue;
      const set = style.take(head.readUInt16LE(2));
      const kind = set.readUInt16LE(2);
      const name = style.take(style.number(2) * 2 + 2).toString('utf16le');
      const parts: Buffer[] = [];
      for (let n = set.readUInt16LE(4) & 0xf; n > 0 && style.left >= 2; n--)
        parts.push(style.even());
      // A style of paragraphs states what it says of them first.
      const paragraph = (kind & 0xf) === 1 ? this.#stated(parts.shift()?.subarray(2)) : {};
      this.styles.set(String(i), {
        base: String(kind >> 4),
        paragraph: { ...paragraph, 'w:name': name.slice(0, -1) },
        words: this.#stated(parts[0]),
      });
    }
  }

  /** A level of a list (LVL). */
  #readLevel(bytes: Cursor, index: number): Level {
    const set = bytes.take(28);
    const flags = set.readUInt8(5);
    const format = set.readUInt8(4);
    bytes.take(set.readUInt8(25));
    const words = this.#stated(bytes.take(set.readUInt8(24)));
    const text = checkedLabel(bytes.take(bytes.number(2) * 2).toString('utf16le'));
    return {
      start: startOf(String(set.readInt32LE(0))),
      format: format === 0xff ? 'none' : (FORMATS[format] ?? `MSONFC ${format}`),
      text: text.replace(/[\0-\x08]/gu, (char) => `%${char.charCodeAt(0) + 1}`),
      legal: (flags & 0x04) !== 0,
      restart: flags & 0x08 ? set.readUInt8(26) : index,
      apart: set.readUInt8(15) !== 2,
      hidden: words['w:vanish'] === '1',
    };
  }

  /** The lists that are defined (PlfLst), and those that paragraphs are in (PlfLfo). */
  #readLists(): void {
    const [defined, used] = [new Cursor(this.part(73, true)), new Cursor(this.part(74))];
    if (defined.left === 0 || used.left === 0) return;
    const heads = Array.from({ length: defined.number(2) }, () => defined.take(28));
    const abstracts = new Map(
      heads.map((head) => {
        const length = head.readUInt8(26) & 1 ? 1 : 9;
        const levels = Array.from({ length }, (_, i) => this.#readLevel(defined, i));
        return [head.readInt32LE(0), levels];
      }),
    );
    const count = Math.min(used.number(4), used.left / 16);
    const uses = Array.from({ length: count }, () => used.take(16));
    for (const [i, use] of uses.entries()) {
      const id = use.readInt32LE(0);
      const levels = [...(abstracts.get(id) ?? [])];
      const starts = new Map<number, number>();
      used.take(4);
      for (let n = use.readUInt8(12); n > 0; n--) {
        const start = used.number(4);
        const flags = used.number(4);
        const level = levelOf(String(flags & 0xf));
        if (flags & 0x20) levels[level] = this.#readLevel(used, level);
        else if (flags & 0x10) starts.set(level, start);
      }
      this.lists.set(String(i + 1), { counter: String(id), levels, starts });
    }
  }
}
