/** OpenDocument text, .odt (OpenDocument 1.3, part 3), put into Word's model, and a second time as its bare text. */
import { MOST_COLUMNS, MOST_LEVELS, MOST_ROWS, MOST_SPACES, statedNumber } from '../limits.ts';
import type { Received } from '../received.ts';
import { checkedLabel, levelOf, startOf, type Level, type List } from './numbering.ts';
import { cell, given, leftOut, paragraph, run, styled } from './word-model.ts';
import type { Properties, Style } from './word-model.ts';
import { readWord } from './word.ts';
import { allIn, childOf, element, elementsIn, openZip, xmlOf } from './xml.ts';
import { XmlElement, XmlText, type Attributes, type Parts } from './xml.ts';

/** What is in the file and not of its text: what an editor is told of it, where it holds words. */
const LEFT_OUT: Record<string, string> = {
  'text:tracked-changes': '修订中已删去的文字',
  'office:annotation': '批注',
  'text:table-of-content': '目录',
  'text:alphabetical-index': '索引',
  'text:ruby-text': '注音',
};
const NOT_TEXT = /^(?:office:forms|svg:(?:title|desc)|text:note-citation)$/u;

function bareText(node: XmlElement): string {
  const texts = node.children.map((child) => {
    if (child instanceof XmlText) return child.text;
    return child instanceof XmlElement && !/^dc:|^meta:/u.test(child.name) ? bareText(child) : '';
  });
  return texts.join('');
}

/** LibreOffice names a way of counting by its first members: 一, 二, 三, … */
const FORMATS: readonly [RegExp, string][] = [
  [/^$/u, 'none'],
  [/^1$/u, 'decimal'],
  [/^01/u, 'decimalZero'],
  [/^(?:１|1, )/u, 'decimalFullWidth'],
  [/^i$/u, 'lowerRoman'],
  [/^I$/u, 'upperRoman'],
  [/^a$/u, 'lowerAlphabetic'],
  [/^A$/u, 'upperAlphabetic'],
  [/^①/u, 'decimalEnclosedCircle'],
  [/^一/u, 'chineseCountingThousand'],
  [/^壹, 贰/u, 'chineseLegalSimplified'],
  [/^壹/u, 'ideographLegalTraditional'],
  [/^甲/u, 'ideographTraditional'],
  [/^子/u, 'ideographZodiac'],
];
const BULLET: Level = { start: 1, format: 'bullet', text: '', apart: false };

/** The levels of a list style or of the outline; bullets where nothing else is said. */
function levelsOf(style?: XmlElement): Level[] {
  const levels = Array<Level>(MOST_LEVELS).fill(BULLET);
  const names = ['text:list-level-style-number', 'text:outline-level-style'];
  for (const node of style ? allIn(style, ...names) : []) {
    const { attributes: set } = node;
    const at = levelOf(set['text:level'], 1);
    const shown = levelOf(set['text:display-levels'], 1) + 1;
    const figures = Array.from({ length: at + 1 }, (_, i) => `%${i + 1}`).slice(-shown);
    const stated = set['style:num-list-format'] ?? set['loext:num-list-format'];
    const text =
      stated?.replace(/%(\d)%/gu, '%$1') ??
      (set['style:num-prefix'] ?? '') + figures.join('.') + (set['style:num-suffix'] ?? '');
    const named = set['style:num-format'] ?? '';
    const format = FORMATS.find(([pattern]) => pattern.test(named))?.[1] ?? named;
    const isRepeated = set['style:num-letter-sync'] === 'true';
    const [alignment] = allIn(node, 'style:list-level-label-alignment');
    levels[at] = {
      start: startOf(set['text:start-value']),
      format: isRepeated ? format.replace('Alphabetic', 'Letter') : format,
      text: format === 'none' ? '' : checkedLabel(text),
      apart: alignment?.attributes['text:label-followed-by'] !== 'nothing',
    };
  }
  return levels;
}

/** What is stated of words, in Word's properties. */
function wordsOf(set: Attributes): Properties {
  const shift = set['style:text-position'];
  const raised = Number.parseFloat(shift ?? '');
  return given({
    'w:vanish': set['text:display'] && String(set['text:display'] === 'none'),
    'w:strike': set['style:text-line-through-style'] ?? set['style:text-line-through-type'],
    'w:vertAlign': raised > 0 ? 'superscript' : raised < 0 ? 'subscript' : shift,
    'w:color': set['fo:color']?.slice(1),
    'w:shd': /^#.*/u.exec(set['fo:background-color'] ?? '')?.[0],
    'w:rFonts w:ascii': set['style:font-name'],
    'w:rFonts w:hAnsi': set['fo:font-family'],
  });
}

/** A style by its family and name. */
function styleEntry(node: XmlElement): [string, Style] {
  const { attributes: set } = node;
  const family = set['style:family'];
  const paragraph = childOf(node, 'style:paragraph-properties')?.attributes ?? {};
  const indent = String(Number.parseFloat(paragraph['fo:text-indent'] ?? ''));
  return [
    `${family} ${set['style:name']}`,
    {
      base: `${family} ${set['style:parent-style-name']}`,
      paragraph: given({
        'w:jc': paragraph['fo:text-align'],
        'w:ind w:firstLine': indent === 'NaN' ? undefined : indent,
        list: set['style:list-style-name'],
      }),
      words: wordsOf(childOf(node, 'style:text-properties')?.attributes ?? {}),
    },
  ];
}

/** A part of the text that is shown only under a condition, and is not shown. */
const isHidden = ({ name, attributes: set }: XmlElement): boolean =>
  (name === 'text:section' && set['text:display'] === 'none') ||
  (/^text:(?:section|hidden-text|hidden-paragraph)$/u.test(name) &&
    set['text:is-hidden'] === 'true');

/** The list that numbered headings are in. */
const OUTLINE = 'outline';

/** A list that paragraphs are read in. */
interface OpenList {
  style: string;
  level: number;
  counter: string;
}

/** What is around an element. */
interface Around {
  /** In a paragraph: what spans state of its words. */
  words?: Properties;
  list?: OpenList;
}

class Translation {
  readonly styles: Map<string, Style>;
  readonly lists = new Map<string, List>();
  readonly notes = new Map<string, XmlElement>();
  readonly #parts: Parts;
  /** By the names of list styles. */
  readonly #levels: Map<string, Level[]>;
  /** The counter of the last list of a style, and of a list that others may go on with. */
  readonly #counters = new Map<string, string>();

  constructor(roots: XmlElement[], parts: Parts) {
    this.#parts = parts;
    this.styles = new Map(roots.flatMap((root) => allIn(root, 'style:style')).map(styleEntry));
    this.#levels = new Map(
      roots
        .flatMap((root) => allIn(root, 'text:list-style', 'text:outline-style'))
        .map((one) => [
          one.name === 'text:outline-style' ? OUTLINE : (one.attributes['style:name'] ?? ''),
          levelsOf(one),
        ]),
    );
  }

  /** Word's properties for the number of a paragraph; where it begins anew, of a list for itself that goes on counting. */
  #numbered({ style, level, counter }: OpenList, start?: string): Properties {
    const id = `${counter} ${style}${start === undefined ? '' : ` ${this.lists.size}`}`;
    const levels = this.#levels.get(style) ?? levelsOf();
    const starts = new Map(start === undefined ? [] : [[level, startOf(start)]]);
    this.lists.set(id, { counter, levels, starts });
    return { 'w:numId': id, 'w:ilvl': String(level) };
  }

  #open(node: XmlElement, outer?: OpenList): OpenList {
    const { attributes: set } = node;
    const first = allIn(node, 'text:p', 'text:h')[0]?.attributes['text:style-name'];
    const byFirst = this.styles.get(`paragraph ${first}`)?.paragraph['list'];
    const style = set['text:style-name'] ?? outer?.style ?? byFirst ?? '';
    const goesOn = set['text:continue-numbering'] === 'true' || outer;
    const counter =
      (outer?.style === style ? outer.counter : undefined) ??
      this.#counters.get(`list ${set['text:continue-list'] ?? set['text:list-id']}`) ??
      (goesOn ? this.#counters.get(`style ${style}`) : undefined) ??
      `${this.#counters.size}`;
    const id = set['xml:id'] ?? set['text:list-id'] ?? counter;
    this.#counters.set(`style ${style}`, counter).set(`list ${id}`, counter);
    const level = levelOf(set['text:level'], 1);
    return { style, level: outer ? outer.level + 1 : level, counter };
  }

  #list(node: XmlElement, outer?: OpenList): XmlElement[] {
    const list = this.#open(node, outer);
    return elementsIn(node).flatMap((item) =>
      elementsIn(item).flatMap((child, i) =>
        i === 0 && item.name === 'text:list-item' && /^text:[ph]$/u.test(child.name)
          ? this.#paragraph(child, this.#numbered(list, item.attributes['text:start-value']))
          : this.#element(child, { list }),
      ),
    );
  }

  #paragraph(node: XmlElement, number?: Properties): XmlElement {
    const { name, attributes: set } = node;
    const isHeading = name === 'text:h' && set['text:is-list-header'] !== 'true';
    const level = Number(set['text:outline-level'] ?? 1) - 1;
    const byOutline = isHeading && this.#levels.has(OUTLINE) && !number;
    const properties = byOutline
      ? this.#numbered({ style: OUTLINE, level, counter: OUTLINE }, set['text:start-value'])
      : number;
    const hidden = allIn(node, 'text:hidden-paragraph').some(isHidden) ? 'true' : undefined;
    const words = given({ 'w:vanish': hidden });
    const style = { 'w:pStyle': `paragraph ${set['text:style-name']}` };
    return paragraph({ ...properties, ...style }, this.inside(node, { words }), words);
  }

  /** A formula is no text; another object is counted. */
  #object(node: XmlElement): XmlElement[] {
    const href = (node.attributes['xlink:href'] ?? '').replace(/^\.\//u, '');
    const part = this.#parts[`${href}/content.xml`];
    const root = part ? xmlOf(part, href) : elementsIn(node)[0];
    const isFormula = /^(?:\w+:)?math$/u.test(root?.name ?? '');
    return [element('o:OLEObject', isFormula ? { ProgID: 'equation' } : {})];
  }

  #rows(node: XmlElement): XmlElement[] {
    return elementsIn(node).flatMap((child): XmlElement[] => {
      const { name, attributes: set } = child;
      if (name !== 'table:table-row')
        return /^table:table-(?:header-)?rows?(?:-group)?$/u.test(name) ? this.#rows(child) : [];
      const stated = set['table:number-rows-repeated'];
      const times = statedNumber(stated, 1, '重复的行数', [1, MOST_ROWS]);
      const cells = elementsIn(child).flatMap((one) => this.#cells(one));
      return Array<XmlElement>(times).fill(element('w:tr', {}, cells));
    });
  }

  /** Cells that a merged one covers stand in the file, so it takes up one place. */
  #cells(node: XmlElement): XmlElement[] {
    const { name, attributes: set } = node;
    if (!/^table:(?:covered-)?table-cell$/u.test(name)) return [];
    const number = (attribute: string, what: string, most: number): number =>
      statedNumber(set[`table:number-${attribute}`], 1, what, [1, most]);
    const times = number('columns-repeated', '重复的单元格数', MOST_COLUMNS);
    const across = number('columns-spanned', '合并的列数', MOST_COLUMNS);
    const down = number('rows-spanned', '合并的行数', MOST_ROWS);
    const begins = across > 1 || down > 1 ? 'restart' : undefined;
    const merge = name === 'table:covered-table-cell' ? '' : begins;
    return Array<XmlElement>(times).fill(cell(given({ 'w:vMerge': merge }), this.inside(node)));
  }

  inside(node: XmlElement, around: Around = {}): XmlElement[] {
    return node.children.flatMap((child) => {
      if (child instanceof XmlElement) return this.#element(child, around);
      const isText = child instanceof XmlText && around.words;
      return isText ? run(around.words, child.text.replace(/[\t\n ]+/gu, ' ')) : [];
    });
  }

  /** What Word's model has for elements, by their names; for all others what stands in them. */
  readonly #elements: Record<string, (node: XmlElement, around: Around) => XmlElement[]> = {
    'text:p': (node) => [this.#paragraph(node)],
    'text:h': (node) => [this.#paragraph(node)],
    'text:list': (node, { list }) => this.#list(node, list),
    'text:numbered-paragraph': (node) => {
      const number = this.#numbered(this.#open(node), node.attributes['text:start-value']);
      return elementsIn(node).map((child) => this.#paragraph(child, number));
    },
    'table:table': (node) => [element('w:tbl', {}, this.#rows(node))],
    'text:span': (node, { words }) => {
      const style = styled(this.styles, `text ${node.attributes['text:style-name']}`, 'words');
      return this.inside(node, { words: { ...words, ...style } });
    },
    'text:s': ({ attributes: set }, { words }) => {
      const spaces = statedNumber(set['text:c'], 1, '空格的个数', [0, MOST_SPACES]);
      return [run(words, ' '.repeat(spaces))];
    },
    'text:tab': (_, { words }) => [run(words, '\t')],
    'text:line-break': (_, { words }) => [run(words, '\n')],
    'text:note': (node) => {
      const id = String(this.notes.size);
      const body = this.inside(childOf(node, 'text:note-body') ?? node);
      this.notes.set(`w:footnoteReference ${id}`, element('w:footnote', {}, body));
      return [element('w:footnoteReference', { 'w:id': id })];
    },
    'draw:image': () => [element('pic:pic')],
    'draw:object': (node) => this.#object(node),
    'draw:object-ole': (node) => this.#object(node),
    'draw:control': (node) => this.#object(node),
    'draw:plugin': (node) => this.#object(node),
  };

  #element(node: XmlElement, around: Around): XmlElement[] {
    const { name } = node;
    const { words } = around;
    const reason = LEFT_OUT[name] ?? (isHidden(node) ? '隐藏文字' : undefined);
    const left = reason && leftOut(reason, bareText(node));
    if (left) return [words ? left : paragraph({}, [left])];
    const made = this.#elements[name]?.(node, around);
    if (made || NOT_TEXT.test(name)) return made ?? [];
    const holdsText = elementsIn(node).some((one) =>
      /^text:[ph]$|^text:list$|:table$/u.test(one.name),
    );
    if (!words || !name.startsWith('draw:') || !holdsText) return this.inside(node, around);
    return [element('w:txbxContent', {}, this.inside(node))];
  }
}

/** @throws ImportFault where the file is broken, or asks for more than a document does */
export async function readOdt(bytes: Uint8Array): Promise<Received> {
  const parts = await openZip(bytes, (name) =>
    /^(?:(?:content|styles)\.xml|Object[^/]*\/content\.xml)$/u.test(name),
  );
  const root = xmlOf(parts['content.xml'], 'content.xml');
  const page = parts['styles.xml'] ? xmlOf(parts['styles.xml'], 'styles.xml') : root;
  const text = allIn(root, 'office:text')[0] ?? root;
  const translation = new Translation([page, root], parts);
  const file = { body: translation.inside(text), ...translation };
  const beside = allIn(page, 'style:header', 'style:footer').map((one): [string, string] => [
    one.name === 'style:header' ? '页眉' : '页脚',
    bareText(one),
  ]);
  return readWord('OpenDocument 文档（.odt）', file, beside, bareText(text));
}
