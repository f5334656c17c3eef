/** Word's .docx: what stands in it as a reader sees it, and a second time as the bare text of its XML. */
import type { Dropped, Received, ReceivedBlock } from '../received.ts';
import { MOST_COLUMNS, statedNumber } from '../limits.ts';
import { valueOf, WordNumbers, WordStyles, type RunSetting } from './docx-styles.ts';
import { tableOf, type Cell } from './grid.ts';
import {
  allIn,
  childOf,
  elementsIn,
  openZip,
  xmlOf,
  type Parts,
  type XmlElement,
} from './package.ts';
import { FORMULA, isSignFont, noteOf, passedOver, Words } from './words.ts';

const MAIN = 'word/document.xml';
const NOTES = { 'w:footnoteReference': 'footnote', 'w:endnoteReference': 'endnote' } as const;
const WANTED =
  /^word\/(?:document|styles|numbering|comments|footnotes|endnotes|(?:header|footer)\d*)\.xml$/u;

const DELETED = '修订中已删去的文字';
const HIDDEN = '隐藏文字';
const CONTENTS = '目录';
const PLACEHOLDER = '没有填写的提示文字';
const READINGS = '注音';

/** Of two forms of a drawing or sign, the newer one. */
function chosen(node: XmlElement): XmlElement[] {
  const all = elementsIn(node);
  const one = all.find(({ name }) => name === 'mc:Choice') ?? all[0];
  return one ? elementsIn(one) : [];
}
/** A content control that nobody filled in shows what to write there. */
const isPlaceholder = (sdt: XmlElement): boolean =>
  childOf(sdt, 'w:sdtPr', 'w:showingPlcHdr') !== undefined;
const isMovedAway = ({ name }: XmlElement): boolean => name === 'w:moveFrom';
const bareText = (node: XmlElement): string =>
  allIn(node, 'w:t', 'w:delText')
    .map(({ text }) => text)
    .join('');

/** The paragraphs of tables of contents: by their field, their styles, or the control that holds them. */
function contentsOf(root: XmlElement, styles: WordStyles): ReadonlySet<XmlElement> {
  const found = new Set<XmlElement>();
  const gallery = allIn(root, 'w:sdt').filter((sdt) =>
    /table of contents/iu.test(
      valueOf(childOf(sdt, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')) ?? '',
    ),
  );
  for (const sdt of gallery) allIn(sdt, 'w:p').forEach((one) => found.add(one));
  const fields: string[] = [];
  let before: XmlElement | undefined;
  for (const paragraph of allIn(root, 'w:p')) {
    let inside = fields.some((code) => /^\s*TOC\b/u.test(code));
    for (const node of allIn(paragraph, 'w:fldChar', 'w:instrText')) {
      const type = node.attributes['w:fldCharType'];
      if (type === 'begin') fields.push('');
      else if (type === 'end') fields.pop();
      else if (node.name === 'w:instrText' && fields.length > 0)
        fields[fields.length - 1] += node.text;
      inside ||= fields.some((code) => /^\s*TOC\b/u.test(code));
    }
    const styled = styles
      .names(paragraph)
      .some((name) => /^(?:toc|目录)(?: heading| ?\d)/u.test(name));
    const words = bareText(paragraph).trim();
    if ((inside || styled) && words) {
      found.add(paragraph);
      if (before && /^目\s*[录錄次]$/u.test(bareText(before).trim())) found.add(before);
    }
    if (words) before = paragraph;
  }
  return found;
}

interface Field {
  code: string;
  /** Its result is being read, which is what is seen of it. */
  result: boolean;
  /** Something was seen of it. */
  seen: boolean;
  box?: XmlElement;
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

const span = (node: XmlElement | undefined, what: string): number =>
  statedNumber(valueOf(node), 0, what, [0, MOST_COLUMNS]);

class WordReader {
  readonly #styles: WordStyles;
  readonly #numbers: WordNumbers;
  readonly #contents: ReadonlySet<XmlElement>;
  readonly #fields: Field[] = [];
  /** Words of a paragraph whose own mark was deleted: they go on in the next one. */
  #open: Words | null = null;
  readonly notes: { kind: 'footnote' | 'endnote'; id: string; mark: string }[] = [];
  readonly faults = new Set<string>();
  pictures = 0;
  objects = 0;

  constructor(styles: WordStyles, numbers: WordNumbers, contents: ReadonlySet<XmlElement>) {
    this.#styles = styles;
    this.#numbers = numbers;
    this.#contents = contents;
  }

  /** Whether what is read now is seen: not the instruction of a field. */
  get #isSeen(): boolean {
    return this.#fields.every(({ result }) => result);
  }

  #emit(words: Words, text: string, { hidden, settings, signs, doubtOf }: RunSetting): void {
    if (!this.#isSeen || text === '') return;
    for (const field of this.#fields) field.seen = true;
    if (hidden) return words.drop(text, HIDDEN);
    const doubt = text.trim() && doubtOf?.(text.trim());
    if (doubt) words.doubts.push(`“${text.trim()}”${doubt}`);
    if (!signs && !/[\ue000-\uf8ff]/u.test(text)) return words.add(text, ...settings);
    for (const char of text) words.sign(signs ?? '', char.codePointAt(0)!);
  }

  #fieldEnds(words: Words): void {
    const field = this.#fields.pop();
    if (!field) return;
    const circled = ENCLOSED.exec(field.code)?.[1];
    const box = field.box && childOf(field.box, 'w:checkBox');
    const choices = field.box && childOf(field.box, 'w:ddList');
    if (box) {
      const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default');
      words.make(state && !['0', 'false'].includes(valueOf(state) ?? '1') ? '☑' : '☐');
    } else if (choices && !field.seen) {
      const at = valueOf(childOf(choices, 'w:result') ?? childOf(choices, 'w:default'));
      words.make(valueOf(allIn(choices, 'w:listEntry')[Number(at ?? 0)]) ?? '');
    } else if (circled) words.make(enclosed(circled));
    else if (/^\s*eq\b/iu.test(field.code)) this.faults.add(FORMULA);
    else if (CLOCK.test(field.code) && field.seen)
      words.doubts.push('此处的日期是自动更新的域，每次打开都会变，请按印出的原件核对');
    else if (!field.seen && !SILENT.test(field.code))
      words.doubts.push(`此处有“${field.code.trim().slice(0, 40)}”域，它显示的编号或文字读不出来`);
  }

  #fieldChar(node: XmlElement, words: Words): void {
    const type = node.attributes['w:fldCharType'];
    const box = childOf(node, 'w:ffData');
    if (type === 'begin')
      this.#fields.push({ code: '', result: false, seen: false, ...(box ? { box } : {}) });
    const field = this.#fields.at(-1);
    if (type === 'separate' && field) field.result = true;
    if (type === 'end') this.#fieldEnds(words);
  }

  #note(node: XmlElement, words: Words): void {
    if (!this.#isSeen) return;
    const kind = NOTES[node.name as keyof typeof NOTES];
    const own = node.attributes['w:customMarkFollows'];
    const mark = own && own !== '0' ? '' : `[${this.notes.length + 1}]`;
    words.make(mark);
    this.notes.push({ kind, id: node.attributes['w:id'] ?? '', mark });
  }

  /** Text boxes in a drawing come after the paragraph that it stands in; pictures and objects are counted. */
  #drawing(node: XmlElement, boxes: XmlElement[], words: Words): void {
    const { name, attributes } = node;
    if (name === 'w:txbxContent') return void boxes.push(node);
    if (name === 'pic:pic' || name === 'v:imagedata') this.pictures++;
    if (name === 'v:textpath' && attributes['string']) words.make(attributes['string']);
    if (name === 'o:OLEObject' && EQUATION.test(attributes['ProgID'] ?? ''))
      this.faults.add(FORMULA);
    else if (name === 'o:OLEObject' || name === 'c:chart' || name === 'dgm:relIds') this.objects++;
    const inside = name === 'mc:AlternateContent' ? chosen(node) : elementsIn(node);
    for (const child of inside) this.#drawing(child, boxes, words);
  }

  #runPart(node: XmlElement, set: RunSetting, words: Words, boxes: XmlElement[]): void {
    switch (node.name) {
      case 'w:t':
        return this.#emit(words, node.text, set);
      case 'w:tab':
      case 'w:ptab':
        return this.#emit(words, '\t', set);
      case 'w:cr':
        return this.#emit(words, '\n', set);
      case 'w:br':
        return this.#emit(
          words,
          /page|column/u.test(node.attributes['w:type'] ?? '') ? '' : '\n',
          set,
        );
      case 'w:noBreakHyphen':
        return this.#emit(words, '\u2011', set);
      case 'w:sym':
        if (this.#isSeen && !set.hidden)
          words.sign(
            node.attributes['w:font'] ?? '',
            parseInt(node.attributes['w:char'] ?? '', 16) || 0,
          );
        return;
      case 'w:fldChar':
        return this.#fieldChar(node, words);
      case 'w:instrText': {
        const field = this.#fields.at(-1);
        if (field && !field.result) field.code += node.text;
        return;
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return this.#note(node, words);
      case 'w:ruby':
        words.drop(bareText(childOf(node, 'w:rt') ?? node), READINGS);
        return this.#inline(
          elementsIn(childOf(node, 'w:rubyBase') ?? node),
          words,
          boxes,
          undefined,
        );
      case 'mc:AlternateContent':
        return chosen(node).forEach((child) => this.#runPart(child, set, words, boxes));
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#drawing(node, boxes, words);
      default:
    }
  }

  #inline(
    nodes: XmlElement[],
    words: Words,
    boxes: XmlElement[],
    paragraph: XmlElement | undefined,
  ): void {
    for (const node of nodes) {
      if (node.name === 'w:pPr' || node.name === 'w:sdtPr' || isMovedAway(node)) continue;
      if (node.name === 'w:r') {
        const set = this.#styles.run(paragraph, node);
        for (const child of elementsIn(node)) this.#runPart(child, set, words, boxes);
      } else if (node.name === 'w:del') words.drop(bareText(node), DELETED);
      else if (node.name === 'w:sdt' && isPlaceholder(node))
        words.drop(bareText(node), PLACEHOLDER);
      else if (node.name === 'w:fldSimple') {
        this.#fields.push({ code: node.attributes['w:instr'] ?? '', result: true, seen: false });
        this.#inline(elementsIn(node), words, boxes, paragraph);
        this.#fieldEnds(words);
      } else if (node.name === 'mc:AlternateContent')
        this.#inline(chosen(node), words, boxes, paragraph);
      else if (!node.name.startsWith('m:')) this.#inline(elementsIn(node), words, boxes, paragraph);
    }
  }

  paragraph(node: XmlElement): ReceivedBlock[] {
    if (this.#contents.has(node)) {
      const text = bareText(node);
      return text.trim() ? [{ kind: 'dropped', text, reason: CONTENTS }] : [];
    }
    const words = this.#open ?? new Words(this.faults);
    const boxes: XmlElement[] = [];
    this.#inline(elementsIn(node), words, boxes, node);
    const unseen = words.isEmpty && this.#styles.run(node, undefined).hidden;
    if (!unseen && !this.#open) {
      const { label, unknown } = this.#numbers.next(node);
      words.lead(label);
      if (unknown)
        words.doubts.push(`编号的格式“${unknown}”没有读，按 1、2、3 写作“${label}”，请核对`);
    }
    const initial = childOf(node, 'w:pPr', 'w:framePr')?.attributes['w:dropCap'] ?? 'none';
    const goesOn = childOf(node, 'w:pPr', 'w:rPr', 'w:del') !== undefined || initial !== 'none';
    this.#open = goesOn ? words : null;
    if (goesOn) return [];
    return [
      ...words.paragraphs(this.#styles.paragraph(node)),
      ...words.dropped,
      ...boxes.flatMap((box) => this.blocks(elementsIn(box))),
    ];
  }

  /** What was left open at the end: the mark of the last paragraph was deleted. */
  rest(): ReceivedBlock[] {
    return this.#open ? [...this.#open.paragraphs(), ...this.#open.dropped] : [];
  }

  #rows(nodes: XmlElement[]): Cell[][] {
    return nodes.flatMap((node): Cell[][] => {
      if (node.name === 'w:tr') {
        const deleted = childOf(node, 'w:trPr', 'w:del');
        const reason = deleted ? DELETED : childOf(node, 'w:trPr', 'w:hidden') && HIDDEN;
        return [reason ? [leftOut(node, reason)] : this.#cells(elementsIn(node))];
      }
      return /^w:(?:tblPr|tblGrid)$/u.test(node.name) ? [] : this.#rows(elementsIn(node));
    });
  }

  #cells(nodes: XmlElement[]): Cell[] {
    return nodes.flatMap((node): Cell[] => {
      if (node.name === 'w:trPr') {
        const across = span(childOf(node, 'w:gridBefore'), '表格行首的空列数');
        return across > 0 ? [{ blocks: [], across }] : [];
      }
      if (node.name !== 'w:tc')
        return /^w:(?:tblPrEx|sdtPr)$/u.test(node.name) ? [] : this.#cells(elementsIn(node));
      if (childOf(node, 'w:tcPr', 'w:cellDel')) return [leftOut(node, DELETED)];
      const merges = ['w:vMerge', 'w:hMerge'].flatMap(
        (name) => childOf(node, 'w:tcPr', name) ?? [],
      );
      return [
        {
          blocks: this.blocks(elementsIn(node)),
          across: Math.max(1, span(childOf(node, 'w:tcPr', 'w:gridSpan'), '合并的列数')),
          goesOn: merges.some((one) => valueOf(one) !== 'restart'),
          begins: merges.some((one) => valueOf(one) === 'restart'),
        },
      ];
    });
  }

  blocks(nodes: XmlElement[]): ReceivedBlock[] {
    return nodes.flatMap((node): ReceivedBlock[] => {
      if (node.name === 'w:p') return this.paragraph(node);
      if (node.name === 'w:tbl') return tableOf(this.#rows(elementsIn(node)));
      if (node.name === 'w:altChunk' || node.name === 'w:subDoc') {
        this.faults.add('文件中嵌着另一份文件，读不出来：请在 Word 中打开并另存为 .docx 后再导入');
        return [];
      }
      if (node.name === 'mc:AlternateContent') return this.blocks(chosen(node));
      if (node.name === 'w:sdt' && isPlaceholder(node))
        return [{ kind: 'dropped', text: bareText(node), reason: PLACEHOLDER }];
      if (isMovedAway(node) || /^(?:w:\w+Pr|m:.*)$/u.test(node.name)) return [];
      return this.blocks(elementsIn(node));
    });
  }
}

/** All words of WordprocessingML in the order of the file, whatever they are in: the second reading. */
function allWords(node: XmlElement): string {
  const { name } = node;
  if (/^(?:w:t|w:delText|m:t)$/u.test(name)) return node.text;
  if (isMovedAway(node) || (/^w:(?:footnote|endnote)$/u.test(name) && node.attributes['w:type']))
    return '';
  const font = childOf(node, 'w:rPr', 'w:rFonts')?.attributes['w:ascii'];
  if (name === 'w:r' && isSignFont(font)) return '';
  return (name === 'mc:AlternateContent' ? chosen(node) : elementsIn(node)).map(allWords).join('');
}

/** Heads, feet and comments: in the file, but not of its text. */
function besideText(parts: Parts): Dropped[] {
  const reasons: [RegExp, string][] = [
    [/header\d*\.xml$/u, '页眉'],
    [/footer\d*\.xml$/u, '页脚'],
    [/comments\.xml$/u, '批注'],
  ];
  return Object.keys(parts)
    .sort()
    .flatMap((name): Dropped[] => {
      const reason = reasons.find(([pattern]) => pattern.test(name))?.[1];
      const text = reason ? bareText(xmlOf(parts[name], name)).trim() : '';
      return reason && text ? [{ kind: 'dropped', text, reason }] : [];
    });
}

/** @throws ImportFault where the file is broken, or asks for more than a document does */
export async function readDocx(bytes: Uint8Array): Promise<Received> {
  const parts = await openZip(bytes, (name) => WANTED.test(name));
  const root = xmlOf(parts[MAIN], MAIN);
  const styles = new WordStyles(parts);
  const numbers = new WordNumbers(parts, styles);
  const contents = contentsOf(root, styles);
  const reader = new WordReader(styles, numbers, contents);
  const blocks = reader.blocks([childOf(root, 'w:body') ?? root]);
  let whole = allWords(root);
  for (const kind of ['footnote', 'endnote'] as const) {
    const name = `word/${kind}s.xml`;
    if (!parts[name]) continue;
    const notes = xmlOf(parts[name], name);
    const bodies = new Map(
      allIn(notes, `w:${kind}`).map((one) => [one.attributes['w:id'] ?? '', one]),
    );
    for (const note of reader.notes.filter((one) => one.kind === kind)) {
      const body = bodies.get(note.id);
      if (body) blocks.push(...noteOf(note.mark, reader.blocks(elementsIn(body))));
    }
    whole += allWords(notes);
  }
  const beside = besideText(parts);
  const { pictures, objects } = reader;
  blocks.push(...reader.rest());
  return {
    format: 'Word 文档（.docx）',
    blocks: [...blocks, ...beside],
    whole: whole + beside.map(({ text }) => text).join(''),
    faults: [...reader.faults],
    remarks: passedOver({ bullets: numbers.bullets, pictures, objects }),
  };
}
