/** OpenDocument text, .odt (OpenDocument 1.3, part 3), put into Word's model, and a second time as its bare text. */
import type { Dropped, Received } from '../received.ts';
import {
  ImportFault,
  MOST_COLUMNS,
  MOST_LABEL,
  MOST_LEVELS,
  MOST_ROWS,
  MOST_SPACES,
  MOST_START,
  statedNumber,
} from '../limits.ts';
import type { Level, List } from './numbering.ts';
import { readWord } from './word.ts';
import { styled, styleOf, type Properties, type Style } from './word-styles.ts';
import {
  allIn,
  childOf,
  element,
  elementsIn,
  openZip,
  xmlOf,
  XmlElement,
  XmlText,
  type Parts,
} from './xml.ts';

/** What is in the file and not of its text: what an editor is told of it, where it holds words. */
const LEFT_OUT: Record<string, string> = {
  'text:tracked-changes': '修订中已删去的文字',
  'office:annotation': '批注',
  'text:table-of-content': '目录',
  'text:alphabetical-index': '索引',
  'text:ruby-text': '注音',
};
const NOT_TEXT = new Set(['office:forms', 'svg:title', 'svg:desc', 'text:note-citation']);

const bareText = (node: XmlElement): string =>
  node.children
    .map((child) => {
      if (child instanceof XmlText) return child.text;
      return child instanceof XmlElement && !/^dc:|^meta:/u.test(child.name) ? bareText(child) : '';
    })
    .join('');

/** LibreOffice names a way of counting by its first members: 一, 二, 三, … */
const FORMATS: readonly [RegExp, string][] = [
  [/^$/u, 'none'],
  [/^1$/u, 'decimal'],
  [/^01/u, 'decimalZero'],
  [/^(?:１|1, )/u, 'decimalFullWidth'],
  [/^i$/u, 'lowerRoman'],
  [/^I$/u, 'upperRoman'],
  [/^①/u, 'decimalEnclosedCircle'],
  [/^一/u, 'chineseCountingThousand'],
  [/^壹, 贰/u, 'chineseLegalSimplified'],
  [/^壹/u, 'ideographLegalTraditional'],
  [/^甲/u, 'ideographTraditional'],
  [/^子/u, 'ideographZodiac'],
];
function formatOf(format: string, together: boolean): string {
  if (/^[aA]$/u.test(format))
    return (format === 'a' ? 'lower' : 'upper') + (together ? 'Letter' : 'Alphabetic');
  return FORMATS.find(([pattern]) => pattern.test(format))?.[1] ?? format;
}

const BULLET: Level = { start: 1, format: 'bullet', text: '', apart: false };

/** The levels of a list style or of the outline; bullets where nothing else is said. */
function levelsOf(style: XmlElement | undefined): Level[] {
  const levels = Array<Level>(MOST_LEVELS).fill(BULLET);
  const numbers = ['text:list-level-style-number', 'text:outline-level-style'];
  for (const node of style ? allIn(style, ...numbers) : []) {
    const { attributes: set } = node;
    const at = statedNumber(set['text:level'], 1, '编号的级别', [1, MOST_LEVELS]);
    const shown = statedNumber(set['text:display-levels'], 1, '编号显示的级数', [1, MOST_LEVELS]);
    const figures = Array.from({ length: at }, (_, i) => `%${i + 1}`).slice(-shown);
    const stated = set['style:num-list-format'] ?? set['loext:num-list-format'];
    const text =
      stated?.replace(/%(\d)%/gu, '%$1') ??
      (set['style:num-prefix'] ?? '') + figures.join('.') + (set['style:num-suffix'] ?? '');
    if (text.length > MOST_LABEL)
      throw new ImportFault(
        `文件中编号的文字多于 ${MOST_LABEL} 个字，不像编号。请重新设置编号后再导入。`,
      );
    const format = formatOf(set['style:num-format'] ?? '', set['style:num-letter-sync'] === 'true');
    const start = statedNumber(set['text:start-value'], 1, '编号的起始值', [0, MOST_START]);
    const alignment = allIn(node, 'style:list-level-label-alignment')[0];
    const apart = alignment?.attributes['text:label-followed-by'] !== 'nothing';
    levels[at - 1] = { format, text: format === 'none' ? '' : text, start, apart };
  }
  return levels;
}

const given = (set: Record<string, string | undefined>): Properties =>
  Object.fromEntries(
    Object.entries(set).filter((one): one is [string, string] => one[1] !== undefined),
  );

/** A style by its family and name, with Word's properties for its own. */
function styleEntry(node: XmlElement): [string, Style] {
  const { attributes: set } = node;
  const family = set['style:family'];
  const paragraph = childOf(node, 'style:paragraph-properties')?.attributes ?? {};
  const words = childOf(node, 'style:text-properties')?.attributes ?? {};
  const indent = paragraph['fo:text-indent'];
  const shift = words['style:text-position'];
  const raised = Number.parseFloat(shift ?? '');
  const display = words['text:display'];
  const background = words['fo:background-color'];
  return [
    `${family} ${set['style:name']}`,
    styleOf(
      '',
      `${family} ${set['style:parent-style-name']}`,
      given({
        'w:jc': paragraph['fo:text-align'],
        'w:ind w:firstLine': indent && String(Number.parseFloat(indent)),
        list: set['style:list-style-name'],
      }),
      given({
        'w:vanish': display && String(display === 'none'),
        'w:strike': words['style:text-line-through-style'] ?? words['style:text-line-through-type'],
        'w:vertAlign': raised > 0 ? 'superscript' : raised < 0 ? 'subscript' : shift,
        'w:color': words['fo:color']?.slice(1),
        'w:shd': background?.startsWith('#') ? background : undefined,
        'w:rFonts w:ascii': words['style:font-name'],
        'w:rFonts w:hAnsi': words['fo:font-family'],
      }),
    ),
  ];
}

/** A part of the text that is shown only under a condition, and is not shown. */
const isHidden = ({ name, attributes: set }: XmlElement): boolean =>
  (name === 'text:section' && set['text:display'] === 'none') ||
  (/^text:(?:section|hidden-text|hidden-paragraph)$/u.test(name) &&
    set['text:is-hidden'] === 'true');

const run = (words: Properties, ...parts: XmlElement[]): XmlElement =>
  element('w:r', {}, [element('w:rPr', words), ...parts]);

/** A list that paragraphs are read in. */
interface OpenList {
  style: string;
  level: number;
  counter: string;
}

class Translation {
  readonly styles: Map<string, Style>;
  readonly lists = new Map<string, List>();
  readonly notes = new Map<string, XmlElement>();
  readonly #parts: Parts;
  readonly #levels: Map<string, Level[]>;
  readonly #byStyle = new Map<string, string>();
  readonly #byId = new Map<string, string>();

  constructor(roots: XmlElement[], parts: Parts) {
    this.#parts = parts;
    const all = (name: string): XmlElement[] => roots.flatMap((root) => allIn(root, name));
    this.styles = new Map(all('style:style').map(styleEntry));
    this.#levels = new Map(
      all('text:list-style').map((node) => [node.attributes['style:name'] ?? '', levelsOf(node)]),
    );
    const outline = all('text:outline-style')[0];
    if (outline) this.#levels.set('outline', levelsOf(outline));
  }

  /** Word's properties for the number of a paragraph; one that begins anew is in a list of its own that counts on with it. */
  #numbered({ style, level, counter }: OpenList, start?: string): Properties {
    const starts = new Map<number, number>();
    if (start !== undefined)
      starts.set(level, statedNumber(start, 1, '编号的起始值', [0, MOST_START]));
    const id = `${counter} ${style}${start === undefined ? '' : ` ${this.lists.size}`}`;
    const levels = this.#levels.get(style) ?? levelsOf(undefined);
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
      this.#byId.get(set['text:continue-list'] ?? '') ??
      (goesOn ? this.#byStyle.get(style) : undefined) ??
      `list ${this.#byId.size}`;
    this.#byStyle.set(style, counter);
    this.#byId.set(set['xml:id'] ?? counter, counter);
    return { style, level: outer ? outer.level + 1 : 0, counter };
  }

  #list(node: XmlElement, outer?: OpenList): XmlElement[] {
    const list = this.#open(node, outer);
    return elementsIn(node).flatMap((item) =>
      elementsIn(item).flatMap((child, i) =>
        i === 0 && item.name === 'text:list-item' && /^text:[ph]$/u.test(child.name)
          ? this.#paragraph(child, this.#numbered(list, item.attributes['text:start-value']))
          : this.#element(child, undefined, list),
      ),
    );
  }

  #paragraph(node: XmlElement, number: Properties = {}): XmlElement {
    const { name, attributes: set } = node;
    const hidden: Properties = allIn(node, 'text:hidden-paragraph').some(isHidden)
      ? { 'w:vanish': '1' }
      : {};
    const level = Number(set['text:outline-level'] ?? 1) - 1;
    const isHeading = name === 'text:h' && set['text:is-list-header'] !== 'true';
    const properties =
      isHeading && !number['w:numId'] && this.#levels.has('outline')
        ? this.#numbered({ style: 'outline', level, counter: '' }, set['text:start-value'])
        : number;
    const style = `paragraph ${set['text:style-name']}`;
    return element('w:p', {}, [
      element('w:pPr', { ...properties, 'w:pStyle': style }, [element('w:rPr', hidden)]),
      ...this.inside(node, hidden),
    ]);
  }

  /** A formula is no text; another object is counted. */
  #object(node: XmlElement): XmlElement {
    const href = (node.attributes['xlink:href'] ?? '').replace(/^\.\//u, '');
    const part = this.#parts[`${href}/content.xml`];
    const root = part ? xmlOf(part, href) : elementsIn(node)[0];
    const isFormula = /^(?:\w+:)?math$/u.test(root?.name ?? '');
    return element('o:OLEObject', isFormula ? { ProgID: 'equation' } : {});
  }

  #rows(node: XmlElement): XmlElement[] {
    return elementsIn(node).flatMap((child): XmlElement[] => {
      const { name, attributes: set } = child;
      if (/^table:table-(?:header-)?rows?(?:-group)?$/u.test(name) && name !== 'table:table-row')
        return this.#rows(child);
      if (name !== 'table:table-row') return [];
      const times = statedNumber(set['table:number-rows-repeated'], 1, '重复的行数', [
        1,
        MOST_ROWS,
      ]);
      const row = element(
        'w:tr',
        {},
        elementsIn(child).flatMap((cell) => this.#cells(cell)),
      );
      return Array<XmlElement>(times).fill(row);
    });
  }

  /** Cells that a merged one covers stand in the file, so it takes up one place. */
  #cells(cell: XmlElement): XmlElement[] {
    const { name, attributes: set } = cell;
    if (!/^table:(?:covered-)?table-cell$/u.test(name)) return [];
    const number = (attribute: string, what: string, most: number): number =>
      statedNumber(set[`table:number-${attribute}`], 1, what, [1, most]);
    const times = number('columns-repeated', '重复的单元格数', MOST_COLUMNS);
    const across = number('columns-spanned', '合并的列数', MOST_COLUMNS);
    const down = number('rows-spanned', '合并的行数', MOST_ROWS);
    const merge =
      name === 'table:covered-table-cell' ? '' : across > 1 || down > 1 ? 'restart' : undefined;
    const one = element('w:tc', {}, [
      element('w:tcPr', given({ 'w:vMerge': merge })),
      ...this.inside(cell),
    ]);
    return Array<XmlElement>(times).fill(one);
  }

  /** What stands in an element; `words` is what the spans around it state, in a paragraph. */
  inside(node: XmlElement, words?: Properties, list?: OpenList): XmlElement[] {
    return node.children.flatMap((child) => {
      if (child instanceof XmlElement) return this.#element(child, words, list);
      if (!(child instanceof XmlText) || !words) return [];
      return run(words, element('w:t', {}, [child.text.replace(/[\t\n ]+/gu, ' ')]));
    });
  }

  #element(node: XmlElement, words?: Properties, list?: OpenList): XmlElement[] {
    const { name, attributes: set } = node;
    const reason = LEFT_OUT[name] ?? (isHidden(node) ? '隐藏文字' : undefined);
    if (NOT_TEXT.has(name)) return [];
    if (reason) return [element('dropped', { reason }, [bareText(node)])];
    switch (name) {
      case 'text:p':
      case 'text:h':
        return [this.#paragraph(node)];
      case 'text:list':
        return this.#list(node, list);
      case 'text:numbered-paragraph': {
        const level = statedNumber(set['text:level'], 1, '编号的级别', [1, MOST_LEVELS]) - 1;
        const open = this.#open(node);
        const id = set['text:list-id'] ?? '';
        const counter = this.#byId.get(id) ?? open.counter;
        this.#byId.set(id, counter);
        const number = this.#numbered({ ...open, level, counter }, set['text:start-value']);
        return elementsIn(node).map((child) => this.#paragraph(child, number));
      }
      case 'table:table':
        return [element('w:tbl', {}, this.#rows(node))];
      case 'text:span': {
        const style = styled(this.styles, `text ${set['text:style-name']}`, 'words');
        return this.inside(node, { ...words, ...style });
      }
      case 'text:s': {
        const spaces = statedNumber(set['text:c'], 1, '空格的个数', [0, MOST_SPACES]);
        return [run(words ?? {}, element('w:t', {}, [' '.repeat(spaces)]))];
      }
      case 'text:tab':
        return [run(words ?? {}, element('w:tab'))];
      case 'text:line-break':
        return [run(words ?? {}, element('w:br'))];
      case 'text:note': {
        const id = String(this.notes.size);
        const body = childOf(node, 'text:note-body') ?? node;
        this.notes.set(`w:footnoteReference ${id}`, element('w:footnote', {}, this.inside(body)));
        return [element('w:footnoteReference', { 'w:id': id })];
      }
      case 'draw:image':
        return [element('pic:pic')];
      case 'draw:object':
      case 'draw:object-ole':
      case 'draw:control':
      case 'draw:plugin':
        return [this.#object(node)];
    }
    if (!name.startsWith('draw:')) return this.inside(node, words, list);
    const holdsText = elementsIn(node).some((child) =>
      /^text:(?:p|h|list)$|^table:table$/u.test(child.name),
    );
    const inside = this.inside(node);
    return words && holdsText ? [element('w:txbxContent', {}, inside)] : inside;
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
  const body = element('w:body', {}, translation.inside(text));
  const { blocks, ...rest } = readWord({ body, ...translation });
  const beside = (
    [
      ['style:header', '页眉'],
      ['style:footer', '页脚'],
    ] as const
  ).flatMap(([name, reason]) =>
    allIn(page, name)
      .map((node) => bareText(node).trim())
      .filter(Boolean)
      .map((text): Dropped => ({ kind: 'dropped', text, reason })),
  );
  return {
    format: 'OpenDocument 文档（.odt）',
    blocks: [...blocks, ...beside],
    whole: bareText(text) + beside.map(({ text }) => text).join(''),
    ...rest,
  };
}
