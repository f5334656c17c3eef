/** Word 97–2003's .doc as its readers see it: its text, tables and notes; and a second time as its bare text. */
import { ImportFault } from '../limits.ts';
import type { Received, ReceivedBlock } from '../received.ts';
import { DocBinary, stretchesOf } from './doc-binary.ts';
import { DELETED, Flow } from './flow.ts';
import { tableOf, type Cell } from './grid.ts';
import type { Properties } from './words.ts';

/** Edges of columns that are nearer than this, in twentieths of a point, are one. */
const NEAR = 20;
const PARAGRAPH_END = /[\r\u0007\u000c]/u;
/** Characters that stand for others. */
const SHOWN: Record<string, string> = { '\t': '\t', '\u000b': '\n', '\u001e': '\u2011' };

/** The cells of a row and the properties of its end. */
type Row = [contents: ReceivedBlock[][], properties: Properties];

/**
 * The rows of a table, whose cells end at edges of their own (TDefTableOperand), on one grid of columns.
 * @throws ImportFault where a row has other cells than it says
 */
function gridOf(rows: Row[]): Cell[][] {
  const defined = rows.map(([contents, properties]) => {
    const definition = Buffer.from(properties['cells'] ?? '00', 'hex');
    if (definition.readUInt8(0) !== contents.length)
      throw new ImportFault(
        '.doc 中有一张表的行与单元格对不上，读不准。请用 Word 或 WPS 打开并另存为 .docx 后再导入。',
      );
    const edges = Array.from({ length: contents.length + 1 }, (_, i) =>
      definition.readInt16LE(1 + i * 2),
    );
    return { edges, flags: definition.subarray(1 + edges.length * 2) };
  });
  const all = [...new Set(defined.flatMap(({ edges }) => edges))].sort((a, b) => a - b);
  const apart = all.filter((edge, i) => i === 0 || edge - all[i - 1]! > NEAR);
  return rows.map(([contents, properties], row) => {
    const { edges, flags } = defined[row]!;
    const columns = edges.map((edge) => apart.findLastIndex((one) => one <= edge + NEAR));
    const cells = contents.map((blocks, i): Cell => {
      const set = i * 20 + 2 <= flags.length ? flags.readUInt16LE(i * 20) : 0;
      // Of each way 1 where it goes on, 2 or 3 where it begins.
      const merges = [set & 3, Number(properties[`mergedDown ${i}`] ?? set >> 5) & 3];
      const across = Math.max(1, columns[i + 1]! - columns[i]!);
      return { blocks, across, goesOn: merges.includes(1), begins: Math.max(...merges) > 1 };
    });
    return columns[0]! > 0 ? [{ blocks: [], across: columns[0]! }, ...cells] : cells;
  });
}

class DocReader extends Flow {
  readonly #file: DocBinary;
  /** Where the notes stand, by the places where the text refers to them. */
  readonly #noteRanges = new Map<number, [from: number, to: number]>();

  constructor(file: DocBinary) {
    super();
    this.#file = file;
    for (const [id, style] of file.styles) this.styles.set(id, style);
    for (const [id, list] of file.lists) this.lists.set(id, list);
    for (const [[start], references, texts] of [
      [file.stories.footnotes, 2, 3],
      [file.stories.endnotes, 46, 47],
    ] as const) {
      const stretches = stretchesOf(file.part(texts), 0);
      for (const [i, { from: place }] of stretchesOf(file.part(references), 2).entries()) {
        const { from, to } = stretches[i]!;
        this.#noteRanges.set(place, [start + from, start + to]);
      }
    }
  }

  #characters(from: number, to: number): void {
    const { text, characters, fonts } = this.#file;
    for (let at = from, end = from; at < to; at = end) {
      const own = characters[at]!;
      const char = text[at]!;
      const note = char === '\u0002' && this.#noteRanges.get(at);
      const sign = char === '(' ? Number(own['sign'] ?? 0) : 0;
      end++;
      if (char === '\u0013') this.fields.begin();
      else if (char === '\u0014') this.fields.separate();
      else if (char === '\u0015') this.fields.end(this.words);
      else if (char === '\u0001') this.picture();
      else if (note) this.note(() => this.read(...note));
      else if (sign) this.sign(fonts[sign & 0xffff] ?? '', sign >>> 16, own);
      else if (SHOWN[char]) this.text(SHOWN[char], own);
      else if (char >= ' ') {
        const isSame = (at: number): boolean =>
          characters[at] === own && text[at]! >= ' ' && text[at] !== '(';
        while (end < to && isSame(end)) end++;
        const words = text.slice(at, end);
        if (own['w:del'] === '1') this.words.drop(words, DELETED);
        else this.text(words, own);
      }
    }
  }

  #paragraph(from: number, end: number): void {
    const { paragraphs, characters } = this.#file;
    const own = { 'w:pStyle': '0', ...paragraphs[end] };
    this.paragraph(own, characters[end] ?? {}, () => this.#characters(from, end));
  }

  /** Reads the paragraphs and tables between two places of the text. */
  read(from: number, to: number): void {
    const { text, paragraphs } = this.#file;
    let rows: Row[] = [];
    let cells: ReceivedBlock[][] = [];
    let inCell: ReceivedBlock[] = [];
    const endTable = (): void => {
      if (rows.length > 0) this.blocks.push(...tableOf(gridOf(rows)));
      rows = [];
    };
    for (let at = from, end = from; at < to; at = ++end) {
      while (end < to - 1 && !PARAGRAPH_END.test(text[end]!)) end++;
      const mark = text[end]!;
      const properties = paragraphs[end]!;
      const inTable = properties['inTable'] === '1';
      const endsCell = inTable && mark === '\u0007' && Number(properties['depth'] ?? 1) <= 1;
      if (endsCell && properties['rowEnd'] === '1') {
        rows.push([cells, properties]);
        cells = [];
        continue;
      }
      if (!inTable) endTable();
      const whole = PARAGRAPH_END.test(mark) ? end : end + 1;
      if (inTable) inCell.push(...this.apart(() => this.#paragraph(at, whole)));
      else this.#paragraph(at, whole);
      if (endsCell) {
        cells.push(inCell);
        inCell = [];
      }
    }
    endTable();
    this.blocks.push(...cells.flat(), ...inCell);
  }
}

/** The characters of a part of the file, without marks of its own and without what fields are made by. */
function bareText(file: DocBinary, story: keyof DocBinary['stories']): string {
  let text = file.text.slice(...file.stories[story]);
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/\x13[^\x13-\x15]*(?:\x14([^\x13-\x15]*))?\x15/gu, '$1');
  }
  return text.replaceAll('\u001e', '\u2011').replace(/[\0-\x08\x0e-\x1f]/gu, '');
}

/** @throws ImportFault where the file is broken, encrypted, or no Word document */
export function readDoc(bytes: Uint8Array): Received {
  try {
    const file = new DocBinary(bytes);
    const { main, boxes } = file.stories;
    const reader = new DocReader(file);
    reader.read(...main);
    reader.read(...boxes);
    const stories = ['main', 'boxes', 'footnotes', 'endnotes'] as const;
    const received = reader.received(
      'Word 97–2003 文档（.doc）',
      [
        ['页眉、页脚', bareText(file, 'headers').replace(/\s+/gu, ' ')],
        ['批注', bareText(file, 'comments').replace(/\s+/gu, ' ')],
      ],
      stories.map((story) => bareText(file, story)).join(''),
    );
    if (boxes[1] > boxes[0])
      received.remarks.unshift('文本框中的文字写在文末：请与原件核对它们的位置。');
    return received;
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    throw new ImportFault(
      '文件已损坏，或不是 Word 文档。请用 Word 或 WPS 打开并另存为 .docx 后再导入。',
    );
  }
}
