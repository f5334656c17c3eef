/**
 * The binary form of Word 97–2003: where its characters stand, how they are set, its styles and its lists ([MS-DOC],
 * the names in capitals are the standard's). Whatever lies outside the file throws.
 */
import * as CFB from 'cfb';
import { MOST_LABEL, MOST_LEVELS, MOST_START, statedNumber } from '../limits.ts';
import type { Level, List } from './numbering.ts';
import { styleOf, type Properties, type Style } from './word-styles.ts';

/** The properties (sprms) that are read, by their codes, under the names that Word's model has for them or our own. */
const NAMES: Record<number, string> = {
  0x2416: 'inTable',
  0x2417: 'rowEnd',
  0x6649: 'depth',
  0xd608: 'cells',
  0xd62b: 'mergedDown',
  0x5624: 'mergedAcross',
  0x460b: 'w:numId',
  0x260a: 'w:ilvl',
  0x2461: 'w:jc',
  0x2403: 'w:jc',
  0x8460: 'w:ind w:firstLine',
  0x8411: 'w:ind w:firstLine',
  0x4a30: 'w:rStyle',
  0x4a4f: 'w:rFonts w:ascii',
  0x0800: 'w:del',
  0x083c: 'w:vanish',
  0x0837: 'w:strike',
  0x2a53: 'w:dstrike',
  0x083a: 'w:smallCaps',
  0x083b: 'w:caps',
  0x2a48: 'w:vertAlign',
  0x4845: 'w:position',
  0x4a43: 'w:sz',
  0x6870: 'w:color',
  0x2a0c: 'w:highlight',
  0xca71: 'w:shd',
  0x6a09: 'sign',
};
const WORDS: Record<string, string[]> = {
  'w:jc': ['left', 'center', 'right'],
  'w:vertAlign': ['baseline', 'superscript', 'subscript'],
};
const OPERAND_SIZES = [1, 1, 2, 4, 2, 2, 0, 3];
/** Properties that stand in another stream (sprmPHugePapx). */
const HUGE = new Set([0x6645, 0x6646]);

/** The value of what is on or off as the style has it. */
const AS_STYLE = 0x80;
const EMPTY = Buffer.alloc(0);
const NONE: Properties = {};

/** Properties of a stretch of the file. */
interface Run {
  start: number;
  end: number;
  properties: Properties;
}

/** Number formats in the order of MSONFC, as OOXML names them. */
const FORMATS =
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand'.split(
    ' ',
  );

/** Its parts after the text itself, in their order, by how many characters each has (FibRgLw97). */
const STORIES = {
  main: 0x4c,
  footnotes: 0x50,
  headers: 0x54,
  comments: 0x5c,
  endnotes: 0x60,
  boxes: 0x64,
};
export type Story = keyof typeof STORIES;

export class DocBinary {
  /** Every character of the file, part after part. */
  readonly text: string;
  readonly stories: Record<Story, [from: number, to: number]>;
  /** By their places in the style sheet. */
  readonly styles: Map<string, Style>;
  /** By their places in the table of lists, from 1. */
  readonly lists: Map<string, List>;
  readonly #fonts: string[];
  readonly #main: Buffer;
  readonly #table: Buffer;
  readonly #data: Buffer | null;
  readonly #pieces: { from: number; to: number; at: number; size: number }[] = [];
  readonly #paragraphs: Run[];
  readonly #characters: Run[];

  /** @throws where the file is no Word document, or is broken; its message says `encrypted` where it is locked */
  constructor(bytes: Uint8Array) {
    const file = CFB.read(Buffer.from(bytes), { type: 'buffer' });
    const stream = (name: string): Buffer | null => {
      const content = CFB.find(file, name)?.content;
      return content ? Buffer.from(content as Uint8Array) : null;
    };
    const main = stream('WordDocument');
    if (!main || main.readUInt16LE(0) !== 0xa5ec) throw new Error('no Word document');
    const flags = main.readUInt16LE(0x0a);
    if (flags & 0x0100) throw new Error('encrypted');
    const table = stream(flags & 0x0200 ? '1Table' : '0Table');
    if (!table) throw new Error('no table');
    this.#main = main;
    this.#table = table;
    this.#data = stream('Data');
    this.text = this.#readPieces();
    let from = 0;
    this.stories = Object.fromEntries(
      Object.entries(STORIES).map(([name, at]) => {
        const to = from + main.readUInt32LE(at);
        if (to > this.text.length) throw new Error('shorter than it says');
        const range = [from, to];
        from = to;
        return [name, range];
      }),
    ) as Record<Story, [number, number]>;
    this.#fonts = this.#readFonts();
    this.#characters = this.#readRuns(12, false);
    this.#paragraphs = this.#readRuns(13, true);
    this.styles = this.#readStyles();
    this.lists = this.#readLists();
  }

  /** A structure of the table stream, by its place in FibRgFcLcb97; `beyond` lets it go on after its stated length. */
  part(index: number, beyond = false): Buffer {
    const at = this.#main.readUInt32LE(0x9a + 8 * index);
    const length = this.#main.readUInt32LE(0x9a + 8 * index + 4);
    if (at + length > this.#table.length) throw new Error('shorter than it says');
    return length === 0 ? EMPTY : this.#table.subarray(at, beyond ? undefined : at + length);
  }

  #readPieces(): string {
    const clx = this.part(33);
    let at = 0;
    while (clx.readUInt8(at) === 1) at += 3 + clx.readUInt16LE(at + 1);
    const plc = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
    const count = Math.floor((plc.length - 4) / 12);
    let text = '';
    for (let i = 0; i < count; i++) {
      const [from, to] = [plc.readUInt32LE(i * 4), plc.readUInt32LE(i * 4 + 4)];
      const fc = plc.readUInt32LE((count + 1) * 4 + i * 8 + 2);
      const small = (fc & 0x40000000) !== 0;
      const start = small ? (fc & 0x3fffffff) / 2 : fc;
      const size = small ? 1 : 2;
      const end = start + (to - from) * size;
      if (to < from || end > this.#main.length) throw new Error('shorter than it says');
      const bytes = this.#main.subarray(start, end);
      text += small ? new TextDecoder('windows-1252').decode(bytes) : bytes.toString('utf16le');
      this.#pieces.push({ from, to, at: start, size });
    }
    return text;
  }

  /** What a list of properties (grpprl) states; those of single cells by their names and the cell. */
  #stated(bytes: Buffer): Properties {
    const found: Properties = {};
    for (let at = 0; at + 2 < bytes.length;) {
      const code = bytes.readUInt16LE(at);
      const name = NAMES[code];
      at += 2;
      let size = OPERAND_SIZES[code >> 13]!;
      if (name === 'cells') {
        size = bytes.readUInt16LE(at) - 1;
        at += 2;
      } else if (size === 0) size = bytes.readUInt8(at++);
      const operand = bytes.subarray(at, at + size);
      at += size;
      if (HUGE.has(code)) {
        const from = operand.readUInt32LE(0);
        if (!this.#data) throw new Error('no data');
        const length = this.#data.readUInt16LE(from);
        Object.assign(found, this.#stated(this.#data.subarray(from + 2, from + 2 + length)));
      } else if (name?.startsWith('merged'))
        found[`${name} ${operand[0]}`] = this.#value(name, operand);
      else if (name && !(size === 1 && operand[0] === AS_STYLE))
        found[name] = this.#value(name, operand);
    }
    return found;
  }

  #value(name: string, operand: Buffer): string {
    const { length } = operand;
    if (length === 0 || length === 3 || length > 4) return operand.toString('hex');
    const number = length === 1 ? operand[0]! : operand.readIntLE(0, length);
    if (name === 'w:rFonts w:ascii') return this.#fonts[number] ?? '';
    return WORDS[name]?.[number] ?? number.toString(name === 'w:color' ? 16 : 10);
  }

  /** The pages of properties that a table of pages leads to: of characters (CHPX), or of paragraphs (PAPX). */
  #readRuns(index: number, ofParagraphs: boolean): Run[] {
    const plc = this.part(index);
    const count = Math.max(0, Math.floor((plc.length - 4) / 8));
    const runs: Run[] = [];
    for (let i = 0; i < count; i++) {
      const at = (plc.readUInt32LE((count + 1) * 4 + i * 4) & 0x3fffff) * 512;
      const page = this.#main.subarray(at, at + 512);
      const many = page.readUInt8(511);
      for (let j = 0; j < many; j++) {
        const [start, end] = [page.readUInt32LE(j * 4), page.readUInt32LE(j * 4 + 4)];
        const where = page.readUInt8((many + 1) * 4 + j * (ofParagraphs ? 13 : 1)) * 2;
        const size = page.readUInt8(where);
        let properties: Properties = {};
        if (where > 0 && !ofParagraphs)
          properties = this.#stated(page.subarray(where + 1, where + 1 + size));
        else if (where > 0) {
          const set =
            size > 0
              ? page.subarray(where + 1, where + 2 * size)
              : page.subarray(where + 2, where + 2 + 2 * page.readUInt8(where + 1));
          properties = {
            ...this.#stated(set.subarray(2)),
            'w:pStyle': String(set.readUInt16LE(0)),
          };
        }
        runs.push({ start, end, properties });
      }
    }
    return runs.sort((a, b) => a.start - b.start);
  }

  #propertiesAt(runs: Run[], place: number): Properties {
    const piece = this.#pieces.find(({ from, to }) => from <= place && place < to);
    const at = piece ? piece.at + (place - piece.from) * piece.size : -1;
    let [low, high] = [0, runs.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = runs[middle]!;
      if (at < run.start) high = middle - 1;
      else if (at >= run.end) low = middle + 1;
      else return run.properties;
    }
    return NONE;
  }

  /** What the paragraph that ends at a place states itself. */
  paragraphAt(place: number): Properties {
    return this.#propertiesAt(this.#paragraphs, place);
  }

  /** What a character states itself; the same object for characters that are set together. */
  characterAt(place: number): Properties {
    return this.#propertiesAt(this.#characters, place);
  }

  /** The font and the code of a sign of a symbol font (CSymbolOperand), as Word's model has them. */
  signOf(operand: number): Properties {
    return {
      'w:font': this.#fonts[operand & 0xffff] ?? '',
      'w:char': (operand >>> 16).toString(16),
    };
  }

  #readFonts(): string[] {
    const table = this.part(15);
    const fonts: string[] = [];
    for (let at = 4; at < table.length; at += 1 + table.readUInt8(at)) {
      const entry = table.subarray(at + 40, at + 1 + table.readUInt8(at)).toString('utf16le');
      fonts.push(entry.split('\0')[0]!);
    }
    return fonts;
  }

  #readStyles(): Map<string, Style> {
    const styles = new Map<string, Style>();
    const sheet = this.part(1);
    if (sheet.length === 0) return styles;
    const count = sheet.readUInt16LE(2);
    const base = sheet.readUInt16LE(4);
    for (let i = 0, at = 2 + sheet.readUInt16LE(0); i < count; i++) {
      const size = sheet.readUInt16LE(at);
      const std = sheet.subarray(at + 2, at + 2 + size);
      at += 2 + size + (size % 2);
      if (size === 0) continue;
      const isParagraph = (std.readUInt16LE(2) & 0xf) === 1;
      const letters = std.readUInt16LE(base);
      const name = std.subarray(base + 2, base + 2 + letters * 2).toString('utf16le');
      let next = base + 2 + letters * 2 + 2;
      const parts: Buffer[] = [];
      for (let n = std.readUInt16LE(4) & 0xf; n > 0 && next + 2 <= std.length; n--) {
        const length = std.readUInt16LE(next);
        parts.push(std.subarray(next + 2, next + 2 + length));
        next += 2 + length + (length % 2);
      }
      const [first = EMPTY, second = EMPTY] = parts;
      const paragraph = isParagraph ? this.#stated(first.subarray(2)) : {};
      const words = this.#stated(isParagraph ? second : first);
      styles.set(String(i), styleOf(name, String(std.readUInt16LE(2) >> 4), paragraph, words));
    }
    return styles;
  }

  /** @returns a level of a list (LVL), and where it ends */
  #readLevel(bytes: Buffer, at: number, index: number): [Level, number] {
    const [characters, paragraph] = [bytes.readUInt8(at + 24), bytes.readUInt8(at + 25)];
    const flags = bytes.readUInt8(at + 5);
    const words = at + 28 + paragraph + characters;
    const length = bytes.readUInt16LE(words);
    statedNumber(String(length), 0, '编号的字数', [0, MOST_LABEL]);
    const text = bytes.subarray(words + 2, words + 2 + length * 2).toString('utf16le');
    const number = bytes.readUInt8(at + 4);
    const hidden = this.#stated(bytes.subarray(at + 28 + paragraph, words))['w:vanish'] === '1';
    return [
      {
        start: statedNumber(String(bytes.readInt32LE(at)), 1, '编号的起始值', [0, MOST_START]),
        format: number === 0xff ? 'none' : (FORMATS[number] ?? `MSONFC ${number}`),
        text: text.replace(/[\0-\x08]/gu, (char) => `%${char.charCodeAt(0) + 1}`),
        legal: (flags & 0x04) !== 0,
        restart: flags & 0x08 ? bytes.readUInt8(at + 26) : index,
        apart: bytes.readUInt8(at + 15) !== 2,
        hidden,
      },
      words + 2 + length * 2,
    ];
  }

  #readLists(): Map<string, List> {
    const lists = new Map<string, List>();
    const defined = this.part(73, true);
    const used = this.part(74);
    if (defined.length === 0 || used.length === 0) return lists;
    const count = defined.readUInt16LE(0);
    const abstracts = new Map<number, Level[]>();
    let at = 2 + count * 28;
    for (let i = 0; i < count; i++) {
      const simple = (defined.readUInt8(2 + i * 28 + 26) & 1) !== 0;
      const levels: Level[] = [];
      for (let j = 0; j < (simple ? 1 : 9); j++) [levels[j], at] = this.#readLevel(defined, at, j);
      abstracts.set(defined.readInt32LE(2 + i * 28), levels);
    }
    const many = Math.min(used.readUInt32LE(0), Math.floor(used.length / 16));
    let next = 4 + used.readUInt32LE(0) * 16;
    for (let i = 0; i < many; i++) {
      const id = used.readInt32LE(4 + i * 16);
      const levels = [...(abstracts.get(id) ?? [])];
      const starts = new Map<number, number>();
      next += 4;
      for (let n = used.readUInt8(4 + i * 16 + 12); n > 0; n--) {
        const start = used.readInt32LE(next);
        const flags = used.readUInt32LE(next + 4);
        const level = statedNumber(String(flags & 0xf), 0, '编号的级别', [0, MOST_LEVELS - 1]);
        next += 8;
        if (flags & 0x20) [levels[level], next] = this.#readLevel(used, next, level);
        else if (flags & 0x10) starts.set(level, start);
      }
      lists.set(String(i + 1), { counter: String(id), levels, starts });
    }
    return lists;
  }
}
