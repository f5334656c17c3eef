/** Word 97–2003's .doc put into the model of a .docx: its text, tables and notes; and a second time as its bare text. */
import { ImportFault } from '../limits.ts';
import type { Received } from '../received.ts';
import { DocBinary, stretchesOf, type Story } from './doc-binary.ts';
import { readWord } from './word.ts';
import { cell, paragraph, run, type Properties } from './word-model.ts';
import { element, type XmlElement } from './xml.ts';

/** Edges of columns that are nearer than this, in twentieths of a point, are one. */
const NEAR = 20;
const PARAGRAPH_END = /[\r\u0007\u000c]/u;
const FIELD = { '\u0013': 'begin', '\u0014': 'separate', '\u0015': 'end' };

interface Row {
  cells: XmlElement[][];
  /** Where they begin and the last one ends, in twentieths of a point. */
  edges: number[];
  /** Which of them begin merged ones or go on with them. */
  merges: Properties[];
}

/** How the cells of a row lie, by the properties of its end (TDefTableOperand). */
function rowOf(cells: XmlElement[][], properties: Properties): Row {
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
  /** For each cell 1 where it goes on, 2 or 3 where it begins. */
  const down = flags.map((flags) => (flags >> 5) & 3);
  const across = flags.map((flags) => flags & 3);
  for (const [name, value] of Object.entries(properties)) {
    const [first, second] = [Number(value) & 0xff, Number(value) >> 8];
    if (name.startsWith('mergedDown')) down[first] = second & 3;
    if (name.startsWith('mergedAcross')) across.fill(1, first, second).fill(2, first, first + 1);
  }
  const merges = cells.map((_, i): Properties => {
    const ways = [down[i]!, across[i]!];
    if (ways.includes(1)) return { 'w:vMerge': '' };
    return ways.some((way) => way > 1) ? { 'w:vMerge': 'restart' } : {};
  });
  return { cells, edges, merges };
}

/** Rows whose cells end at edges of their own, on one grid of columns. */
function tableOf(rows: Row[]): XmlElement {
  const all = [...new Set(rows.flatMap(({ edges }) => edges))].sort((a, b) => a - b);
  const apart = all.filter((edge, i) => i === 0 || edge - all[i - 1]! > NEAR);
  const trs = rows.map(({ cells, edges, merges }) => {
    const columns = edges.map((edge) => apart.findLastIndex((one) => one <= edge + NEAR));
    const tcs = cells.map((inside, i) => {
      const across = Math.max(1, columns[i + 1]! - columns[i]!);
      return cell({ ...merges[i], 'w:gridSpan': String(across) }, inside);
    });
    const before = element('w:trPr', { 'w:gridBefore': String(columns[0]) });
    return element('w:tr', {}, [before, ...tcs]);
  });
  return element('w:tbl', {}, trs);
}

/** Characters from one place to another that are set alike, as a run; some stand for something else. */
function runOf(file: DocBinary, from: number, to: number): XmlElement {
  const properties = file.characters[from]!;
  const parts = [...file.text.slice(from, to).matchAll(/[\0-\x1f(]|[^\0-\x1f(]+/gu)].flatMap(
    ({ 0: text, index }): (XmlElement | string)[] => {
      const sign = text === '(' && properties['sign'];
      if (sign) return [element('w:sym', file.signOf(Number(sign)))];
      if (text in FIELD)
        return [element('w:fldChar', { 'w:fldCharType': FIELD[text as keyof typeof FIELD] })];
      if (text === '\u0001') return [element('pic:pic')];
      if (text === '\u0002' && from + index < file.stories.main[1])
        return [element('w:footnoteReference', { 'w:id': String(from + index) })];
      const shown = { '\u000b': '\n', '\u001e': '\u2011', '\t': '\t' }[text] ?? text;
      return shown >= ' ' || /[\n\t]/u.test(shown) ? [shown] : [];
    },
  );
  const words = run(properties, ...parts);
  return 'w:del' in properties ? element('w:del', {}, [words]) : words;
}

function paragraphOf(file: DocBinary, from: number, end: number): XmlElement {
  const runs: XmlElement[] = [];
  for (let at = from, to = from; at < end; at = to) {
    while (to < end && file.characters[to] === file.characters[at]) to++;
    runs.push(runOf(file, at, to));
  }
  return paragraph(file.paragraphs[end] ?? {}, runs, file.characters[end]);
}

/** @returns the paragraphs and tables between two places of the text */
function blocksOf(file: DocBinary, from: number, to: number): XmlElement[] {
  const found: XmlElement[] = [];
  let rows: Row[] = [];
  let cells: XmlElement[][] = [];
  let inCell: XmlElement[] = [];
  const endTable = (): void => {
    if (rows.length > 0) found.push(tableOf(rows));
    rows = [];
  };
  for (let at = from, end = from; at < to; at = ++end) {
    while (end < to - 1 && !PARAGRAPH_END.test(file.text[end]!)) end++;
    const mark = file.text[end]!;
    const properties = file.paragraphs[end]!;
    const inTable = properties['inTable'] === '1';
    const endsCell = inTable && mark === '\u0007' && Number(properties['depth'] ?? 1) <= 1;
    if (endsCell && properties['rowEnd'] === '1') {
      rows.push(rowOf(cells, properties));
      cells = [];
      continue;
    }
    if (!inTable) endTable();
    const whole = PARAGRAPH_END.test(mark) ? end : end + 1;
    (inTable ? inCell : found).push(paragraphOf(file, at, whole));
    if (endsCell) {
      cells.push(inCell);
      inCell = [];
    }
  }
  endTable();
  return [...found, ...cells.flat(), ...inCell];
}

/** Footnotes and endnotes by the places where the text refers to them. */
function notesOf(file: DocBinary): Map<string, XmlElement> {
  const kinds = [
    ['footnotes', 2, 3],
    ['endnotes', 46, 47],
  ] as const;
  const entries = kinds.flatMap(([story, references, texts]) => {
    const [start] = file.stories[story];
    const stretches = stretchesOf(file.part(texts), 0);
    return stretchesOf(file.part(references), 2).map(({ from: place }, i): [string, XmlElement] => {
      const { from, to } = stretches[i]!;
      const inside = blocksOf(file, start + from, start + to);
      return [`w:footnoteReference ${place}`, element('w:footnote', {}, inside)];
    });
  });
  return new Map(entries);
}

/** The characters of a part of the file, without marks of its own and without what fields are made by. */
function bareText(file: DocBinary, story: Story): string {
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
    const received = readWord(
      'Word 97–2003 文档（.doc）',
      {
        body: [...blocksOf(file, ...main), ...blocksOf(file, ...boxes)],
        styles: file.styles,
        defaultStyle: '0',
        lists: file.lists,
        notes: notesOf(file),
      },
      [
        ['页眉、页脚', bareText(file, 'headers').replace(/\s+/gu, ' ')],
        ['批注', bareText(file, 'comments').replace(/\s+/gu, ' ')],
      ],
      (['main', 'boxes', 'footnotes', 'endnotes'] as const)
        .map((story) => bareText(file, story))
        .join(''),
    );
    if (boxes[1] > boxes[0])
      received.remarks.unshift('文本框中的文字写在文末：请与原件核对它们的位置。');
    return received;
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    throw new ImportFault(
      (error as Error).message === 'encrypted'
        ? '文件有密码保护，打不开。请在 Word 或 WPS 中去掉密码后再导入。'
        : '文件已损坏，或不是 Word 文档。请用 Word 或 WPS 打开并另存为 .docx 后再导入。',
    );
  }
}
