/**
 * The binary form of Word 97–2003: where its characters stand, how they are set, its styles and its lists ([MS-DOC],
 * the names in capitals are the standard's). Whatever lies outside the file throws.
 */
import * as CFB from 'cfb';
import { MOST_LABEL, MOST_LEVELS, MOST_START, statedNumber } from '../limits.ts';
import type { Level, List } from './numbering.ts';

/** A property and its operand. */
export interface Sprm {
  code: number;
  operand: Buffer;
}
const OPERAND_SIZES = [1, 1, 2, 4, 2, 2, 0, 3];
const T_DEF_TABLE = 0xd608;

function sprmsOf(bytes: Buffer): Sprm[] {
  const found: Sprm[] = [];
  for (let at = 0; at + 2 < bytes.length;) {
    const code = bytes.readUInt16LE(at);
    at += 2;
    let size = OPERAND_SIZES[code >> 13]!;
    if (code === T_DEF_TABLE) {
      size = bytes.readUInt16LE(at) - 1;
      at += 2;
    } else if (size === 0) size = bytes.readUInt8(at++);
    found.push({ code, operand: bytes.subarray(at, at + size) });
    at += size;
  }
  return found;
}

/** Properties of a stretch of the file. */
interface Run {
  start: number;
  end: number;
  style: number;
  sprms: Sprm[];
}
export interface DocStyle {
  name: string;
  base: number;
  paragraph: Sprm[];
  characters: Sprm[];
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
  readonly styles: (DocStyle | null)[];
  readonly lists: List[];
  readonly #main: Buffer;
  readonly #table: Buffer;
  readonly #data: Buffer | null;
  readonly #pieces: { from: number; to: number; at: number; size: number }[] = [];
  readonly #paragraphs: Run[];
  readonly #characters: Run[];
  readonly #fonts: string[];
  readonly #known = new Map<string, Sprm[]>();

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
    this.#characters = this.#readRuns(12, false);
    this.#paragraphs = this.#readRuns(13, true);
    this.styles = this.#readStyles();
    this.#fonts = this.#readFonts();
    this.lists = this.#readLists();
  }

  /** A structure of the table stream, by its place in FibRgFcLcb97; `beyond` lets it go on after its stated length. */
  part(index: number, beyond = false): Buffer {
    const at = this.#main.readUInt32LE(0x9a + 8 * index);
    const length = this.#main.readUInt32LE(0x9a + 8 * index + 4);
    if (at + length > this.#table.length) throw new Error('shorter than it says');
    return length === 0
      ? Buffer.alloc(0)
      : this.#table.subarray(at, beyond ? undefined : at + length);
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
        if (where === 0) {
          runs.push({ start, end, style: 0, sprms: [] });
          continue;
        }
        const size = page.readUInt8(where);
        let set = page.subarray(where + 1, where + 1 + size);
        if (ofParagraphs)
          set =
            size > 0
              ? page.subarray(where + 1, where + 2 * size)
              : page.subarray(where + 2, where + 2 + 2 * page.readUInt8(where + 1));
        const style = ofParagraphs ? set.readUInt16LE(0) : 0;
        const sprms = sprmsOf(ofParagraphs ? set.subarray(2) : set);
        runs.push({ start, end, style, sprms: sprms.flatMap((sprm) => this.#unfolded(sprm)) });
      }
    }
    return runs.sort((a, b) => a.start - b.start);
  }

  /** Properties of a large table row stand in another stream (sprmPHugePapx). */
  #unfolded(sprm: Sprm): Sprm[] {
    if (sprm.code !== 0x6646 && sprm.code !== 0x6645) return [sprm];
    const at = sprm.operand.readUInt32LE(0);
    if (!this.#data) throw new Error('no data');
    return sprmsOf(this.#data.subarray(at + 2, at + 2 + this.#data.readUInt16LE(at)));
  }

  #runAt(runs: Run[], place: number): Run | undefined {
    const piece = this.#pieces.find(({ from, to }) => from <= place && place < to);
    if (!piece) return undefined;
    const at = piece.at + (place - piece.from) * piece.size;
    let [low, high] = [0, runs.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = runs[middle]!;
      if (at < run.start) high = middle - 1;
      else if (at >= run.end) low = middle + 1;
      else return run;
    }
    return undefined;
  }

  /** The properties of the paragraph that ends at a place, its style's first. */
  paragraphAt(place: number): { style: number; sprms: Sprm[] } {
    const run = this.#runAt(this.#paragraphs, place);
    const style = run?.style ?? 0;
    return { style, sprms: [...this.#styled(style, 'paragraph'), ...(run?.sprms ?? [])] };
  }

  /** The properties of a character, those of its styles first; the same list for characters that are set alike. */
  charactersAt(place: number, paragraphStyle: number): Sprm[] {
    const run = this.#runAt(this.#characters, place);
    const known = this.#known.get(`${run?.start} ${paragraphStyle}`);
    if (known) return known;
    const sprms = this.#allOf(run?.sprms ?? [], paragraphStyle);
    this.#known.set(`${run?.start} ${paragraphStyle}`, sprms);
    return sprms;
  }

  #allOf(own: Sprm[], paragraphStyle: number): Sprm[] {
    const style = own.find(({ code }) => code === 0x4a30)?.operand.readUInt16LE(0);
    return [
      ...this.#styled(paragraphStyle, 'characters'),
      ...(style === undefined ? [] : this.#styled(style, 'characters')),
      ...own,
    ];
  }

  #styled(style: number, kind: 'paragraph' | 'characters'): Sprm[] {
    const chain: Sprm[][] = [];
    for (let at = style, depth = 0; depth < 20; depth++) {
      const found = this.styles[at];
      if (!found) break;
      chain.unshift(found[kind]);
      at = found.base;
    }
    return chain.flat();
  }

  font(index: number): string {
    return this.#fonts[index] ?? '';
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

  #readStyles(): (DocStyle | null)[] {
    const sheet = this.part(1);
    if (sheet.length === 0) return [];
    const head = sheet.readUInt16LE(0);
    const count = sheet.readUInt16LE(2);
    const base = sheet.readUInt16LE(4);
    const styles: (DocStyle | null)[] = [];
    for (let i = 0, at = 2 + head; i < count; i++) {
      const size = sheet.readUInt16LE(at);
      const std = sheet.subarray(at + 2, at + 2 + size);
      at += 2 + size + (size % 2);
      if (size === 0) {
        styles.push(null);
        continue;
      }
      const kind = std.readUInt16LE(2) & 0xf;
      const letters = std.readUInt16LE(base);
      let next = base + 2 + letters * 2 + 2;
      const parts: Buffer[] = [];
      for (let n = std.readUInt16LE(4) & 0xf; n > 0 && next + 2 <= std.length; n--) {
        const length = std.readUInt16LE(next);
        parts.push(std.subarray(next + 2, next + 2 + length));
        next += 2 + length + (length % 2);
      }
      const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = parts;
      styles.push({
        name: std
          .subarray(base + 2, base + 2 + letters * 2)
          .toString('utf16le')
          .toLowerCase(),
        base: std.readUInt16LE(2) >> 4,
        paragraph: kind === 1 ? sprmsOf(first.subarray(2)) : [],
        characters: sprmsOf(kind === 1 ? second : kind === 2 ? first : Buffer.alloc(0)),
      });
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
    const hidden = sprmsOf(bytes.subarray(at + 28 + paragraph, words)).some(
      ({ code, operand }) => code === 0x083c && operand[0] === 1,
    );
    return [
      {
        start: statedNumber(String(bytes.readInt32LE(at)), 1, '编号的起始值', [0, MOST_START]),
        format: number === 0xff ? 'none' : (FORMATS[number] ?? `MSONFC ${number}`),
        text: [...text].map((char) => (char < '\t' ? `%${char.charCodeAt(0) + 1}` : char)).join(''),
        legal: (flags & 0x04) !== 0,
        restart: flags & 0x08 ? bytes.readUInt8(at + 26) : index,
        apart: bytes.readUInt8(at + 15) !== 2,
        hidden,
      },
      words + 2 + length * 2,
    ];
  }

  #readLists(): List[] {
    const defined = this.part(73, true);
    const used = this.part(74);
    if (defined.length === 0 || used.length === 0) return [];
    const count = defined.readUInt16LE(0);
    const abstracts = new Map<number, Level[]>();
    let at = 2 + count * 28;
    for (let i = 0; i < count; i++) {
      const simple = (defined.readUInt8(2 + i * 28 + 26) & 1) !== 0;
      const levels: Level[] = [];
      for (let j = 0; j < (simple ? 1 : 9); j++) [levels[j], at] = this.#readLevel(defined, at, j);
      abstracts.set(defined.readInt32LE(2 + i * 28), levels);
    }
    const many = used.readUInt32LE(0);
    let next = 4 + many * 16;
    return Array.from({ length: Math.min(many, Math.floor(used.length / 16)) }, (_, i): List => {
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
      return { counter: String(id), levels, starts };
    });
  }
}
