/** Word 97–2003's .doc put into the model of a .docx, with its text, numbers, tables and notes; and a second time as its bare text. */
import { ImportFault } from '../limits.ts';
import type { Received, ReceivedBlock } from '../received.ts';
import { DocBinary, type Story } from './doc-binary.ts';
import { readWord } from './word.ts';
import type { Properties } from './word-styles.ts';
import { element, type XmlElement } from './xml.ts';

/** Edges of columns that are nearer than this, in twentieths of a point, are one. */
const NEAR = 20;
const PARAGRAPH_END = /[\r\u0007\u000c]/u;

/** Characters that stand for something else. */
const ELEMENTS: Record<string, () => XmlElement> = {
  '\u0001': () => element('pic:pic'),
  '\t': () => element('w:tab'),
  '\u000b': () => element('w:br'),
  '\u0013': () => element('w:fldChar', { 'w:fldCharType': 'begin' }),
  '\u0014': () => element('w:fldChar', { 'w:fldCharType': 'separate' }),
  '\u0015': () => element('w:fldChar', { 'w:fldCharType': 'end' }),
  '\u001e': () => element('w:noBreakHyphen'),
};

interface Row {
  cells: XmlElement[][];
  properties: Properties;
}

/** How a row's cells lie: their edges, and whether they begin or go on merged ones (TDefTableOperand). */
function layoutOf({ cells, properties }: Row): { edges: number[]; merges: Properties[] } {
  const definition = Buffer.from(properties['cells'] ?? '00', 'hex');
  const count = definition.readUInt8(0);
  if (count !== cells.length)
    throw new ImportFault(
      '.doc 中有一张表的行与单元格对不上，读不准。请用 Word 或 WPS 打开并另存为 .docx 后再导入。',
    );
  const edges = Array.from({ length: count + 1 }, (_, i) => definition.readInt16LE(1 + i * 2));
  const flags = cells.map((_, i) => {
    const at = 1 + (count + 1) * 2 + i * 20;
    return at + 2 <= definition.length ? definition.readUInt16LE(at) : 0;
  });
  const down = flags.map((flags) => (flags >> 5) & 3);
  const across = flags.map((flags) => flags & 3);
  for (const [name, value] of Object.entries(properties)) {
    const [first, second] = [Number(value) & 0xff, (Number(value) >> 8) & 0xff];
    if (name.startsWith('mergedDown')) down[first] = second & 3;
    if (name.startsWith('mergedAcross'))
      for (let i = first; i < second; i++) across[i] = i === first ? 2 : 1;
  }
  const merge = (way: number): Properties =>
    way === 1 ? { 'w:vMerge': '' } : way > 1 ? { 'w:vMerge': 'restart' } : {};
  return {
    edges,
    merges: cells.map((_, i) => ({ ...merge(across[i]!), ...merge(down[i]!) })),
  };
}

/** Rows whose cells end at edges of their own, on one grid of columns. */
function tableOf(rows: Row[]): XmlElement {
  const layouts = rows.map(layoutOf);
  const edges = [...new Set(layouts.flatMap((layout) => layout.edges))]
    .sort((a, b) => a - b)
    .filter((edge, i, all) => i === 0 || edge - all[i - 1]! > NEAR);
  const column = (edge: number): number => edges.findLastIndex((one) => one <= edge + NEAR);
  return element(
    'w:tbl',
    {},
    rows.map(({ cells }, at) => {
      const { edges: own, merges } = layouts[at]!;
      const columns = own.map(column);
      return element('w:tr', {}, [
        element('w:trPr', { 'w:gridBefore': String(columns[0]) }),
        ...cells.map((inside, i) => {
          const across = String(Math.max(1, columns[i + 1]! - columns[i]!));
          const properties = element('w:tcPr', { ...merges[i], 'w:gridSpan': across });
          return element('w:tc', {}, [properties, ...inside]);
        }),
      ]);
    }),
  );
}

class Translation {
  readonly notes = new Map<string, XmlElement>();
  readonly #file: DocBinary;

  constructor(file: DocBinary) {
    this.#file = file;
    for (const [story, references, texts] of [
      ['footnotes', 2, 3],
      ['endnotes', 46, 47],
    ] as const) {
      const [from] = file.stories[story];
      const [places, starts] = [file.part(references), file.part(texts)];
      for (let i = 0; i < Math.floor((places.length - 4) / 6); i++) {
        const [at, to] = [starts.readUInt32LE(i * 4), starts.readUInt32LE(i * 4 + 4)];
        const note = element('w:footnote', {}, this.blocks(from + at, from + to));
        this.notes.set(`w:footnoteReference ${places.readUInt32LE(i * 4)}`, note);
      }
    }
  }

  /** Characters that are set alike, from one place to another, as a run. */
  #run(from: number, to: number, properties: Properties): XmlElement {
    const parts: XmlElement[] = [];
    let words = '';
    const endWords = (): void => {
      if (words) parts.push(element('w:t', {}, [words]));
      words = '';
    };
    for (let at = from; at < to; at++) {
      const char = this.#file.text[at]!;
      const sign = char === '(' ? properties['sign'] : undefined;
      const own =
        char === '\u0002' && at < this.#file.stories.main[1]
          ? element('w:footnoteReference', { 'w:id': String(at) })
          : sign
            ? element('w:sym', this.#file.signOf(Number(sign)))
            : ELEMENTS[char]?.();
      if (!own && char >= ' ') words += char;
      if (!own) continue;
      endWords();
      parts.push(own);
    }
    endWords();
    const run = element('w:r', {}, [element('w:rPr', properties), ...parts]);
    return 'w:del' in properties ? element('w:del', {}, [run]) : run;
  }

  #paragraph(from: number, end: number): XmlElement {
    const runs: XmlElement[] = [];
    for (let at = from; at < end;) {
      const properties = this.#file.characterAt(at);
      let to = at + 1;
      while (to < end && this.#file.characterAt(to) === properties) to++;
      runs.push(this.#run(at, to, properties));
      at = to;
    }
    const mark = element('w:rPr', this.#file.characterAt(end));
    return element('w:p', {}, [element('w:pPr', this.#file.paragraphAt(end), [mark]), ...runs]);
  }

  /** @returns the paragraphs and tables between two places of the text */
  blocks(from: number, to: number): XmlElement[] {
    const found: XmlElement[] = [];
    let rows: Row[] = [];
    let cells: XmlElement[][] = [];
    let cell: XmlElement[] = [];
    const endTable = (): void => {
      if (rows.length > 0) found.push(tableOf(rows));
      rows = [];
    };
    for (let at = from; at < to;) {
      let end = at;
      while (end < to - 1 && !PARAGRAPH_END.test(this.#file.text[end]!)) end++;
      const mark = this.#file.text[end]!;
      const properties = this.#file.paragraphAt(end);
      const inTable = properties['inTable'] === '1';
      const endsCell = inTable && mark === '\u0007' && Number(properties['depth'] ?? 1) <= 1;
      if (endsCell && properties['rowEnd'] === '1') {
        rows.push({ cells, properties });
        cells = [];
      } else {
        const paragraph = this.#paragraph(at, PARAGRAPH_END.test(mark) ? end : end + 1);
        if (inTable) cell.push(paragraph);
        else {
          endTable();
          found.push(paragraph);
        }
        if (endsCell) {
          cells.push(cell);
          cell = [];
        }
      }
      at = end + 1;
    }
    endTable();
    return [...found, ...cells.flat(), ...cell];
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
    const translation = new Translation(file);
    const { main, boxes } = file.stories;
    const body = [...translation.blocks(...main), ...translation.blocks(...boxes)];
    const { blocks, faults, remarks } = readWord({
      body: element('w:body', {}, body),
      styles: file.styles,
      lists: file.lists,
      notes: translation.notes,
    });
    const beside = (
      [
        ['headers', '页眉、页脚'],
        ['comments', '批注'],
      ] as const
    ).flatMap(([story, reason]): ReceivedBlock[] => {
      const text = bareText(file, story).replace(/\s+/gu, ' ').trim();
      return text ? [{ kind: 'dropped', text, reason }] : [];
    });
    const stories: Story[] = ['main', 'boxes', 'footnotes', 'endnotes', 'headers', 'comments'];
    return {
      format: 'Word 97–2003 文档（.doc）',
      blocks: [...blocks, ...beside],
      whole: stories.map((story) => bareText(file, story)).join(''),
      faults,
      remarks: [
        ...(boxes[1] > boxes[0] ? ['文本框中的文字写在文末：请与原件核对它们的位置。'] : []),
        ...remarks,
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
