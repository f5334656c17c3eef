/** OpenDocument text, .odt (OpenDocument 1.3, part 3), as its readers see it, and a second time as its bare text. */
import { MOST_COLUMNS, MOST_LEVELS, MOST_ROWS, MOST_SPACES, statedNumber } from '../limits.ts';
import type { Received } from '../received.ts';
import { checkedLabel, formatLike, levelOf, startOf, type Level } from './numbering.ts';
import { Flow, FORMULA } from './flow.ts';
import { tableOf, type Cell } from './grid.ts';
import { given, styled, type Properties, type Style } from './words.ts';
import { allIn, childOf, elementsIn, openZip, topmost, xmlOf } from './xml.ts';
import { XmlElement, XmlText, type Parts } from './xml.ts';

/** What is in the file and not of its text: what an editor is told of it, where it holds words. */
const LEFT_OUT: Record<string, string> = {
  'text:tracked-changes': '修订中已删去的文字',
  'office:annotation': '批注',
  'text:table-of-content': '目录',
  'text:alphabetical-index': '索引',
  'text:ruby-text': '注音',
};
const CELL = /^table:(?:covered-)?table-cell$/u;
const PARAGRAPHS = /^text:[ph]$|^text:list$|:table$/u;
const NOT_TEXT = /^(?:office:forms|svg:(?:title|desc)|text:note-citation)$/u;

const bareText = (node: XmlElement): string =>
  node.children
    .map((child) => {
      if (child instanceof XmlText) return child.text;
      return child instanceof XmlElement && !/^dc:|^meta:/u.test(child.name) ? bareText(child) : '';
    })
    .join('');

/** The levels of a list style or of the outline; bullets where nothing else is said. */
function levelsOf(style?: XmlElement): Level[] {
  const bullet: Level = { start: 1, format: 'bullet', text: '', apart: false };
  const levels = Array<Level>(MOST_LEVELS).fill(bullet);
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
    const format = formatLike(set['style:num-format'] ?? '');
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

/** A style by its family and name, in Word's properties. */
function styleEntry(node: XmlElement): [string, Style] {
  const family = node.attributes['style:family'];
  const set = childOf(node, 'style:paragraph-properties')?.attributes ?? {};
  const words = childOf(node, 'style:text-properties')?.attributes ?? {};
  const shift = words['style:text-position'];
  const raised = Number.parseFloat(shift ?? '');
  return [
    `${family} ${node.attributes['style:name']}`,
    {
      base: `${family} ${node.attributes['style:parent-style-name']}`,
      paragraph: given({
        'w:jc': set['fo:text-align'],
        'w:ind w:firstLine': /^-?[\d.]+/u.exec(set['fo:text-indent'] ?? '')?.[0],
        list: node.attributes['style:list-style-name'],
      }),
      words: given({
        'w:vanish': words['text:display'] && String(words['text:display'] === 'none'),
        'w:strike': words['style:text-line-through-style'] ?? words['style:text-line-through-type'],
        'w:vertAlign': raised > 0 ? 'superscript' : raised < 0 ? 'subscript' : shift,
        'w:color': words['fo:color']?.slice(1),
        'w:shd': /^#.*/u.exec(words['fo:background-color'] ?? '')?.[0],
        'w:rFonts w:ascii': words['style:font-name'],
        'w:rFonts w:hAnsi': words['fo:font-family'],
      }),
    },
  ];
}

/** A part of the text that is shown only under a condition, and is not shown. */
const isHidden = ({ name, attributes: set }: XmlElement): boolean =>
  /^text:(?:section|hidden-text|hidden-paragraph)$/u.test(name) &&
  (set['text:display'] === 'none' || set['text:is-hidden'] === 'true');

/** The list that numbered headings are in. */
const OUTLINE = 'text:outline-style';

/** A list that paragraphs are read in. */
interface OpenList {
  style: string;
  level: number;
  counter: string;
}

class OdtReader extends Flow {
  readonly #parts: Parts;
  /** By the names of list styles. */
  readonly #levels = new Map<string, Level[]>();
  /** The counter of the last list of a style, and of a list that others may go on with. */
  readonly #counters = new Map<string, string>();

  constructor(roots: XmlElement[], parts: Parts) {
    super();
    this.#parts = parts;
    for (const node of roots.flatMap((root) => allIn(root, 'style:style')))
      this.styles.set(...styleEntry(node));
    for (const node of roots.flatMap((root) => allIn(root, 'text:list-style', OUTLINE)))
      this.#levels.set(
        node.name === OUTLINE ? OUTLINE : (node.attributes['style:name'] ?? ''),
        levelsOf(node),
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

  /** Reads a list, or a paragraph that is one for itself. */
  #list(node: XmlElement, outer?: OpenList): void {
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
    const level = outer ? outer.level + 1 : levelOf(set['text:level'], 1);
    const list = { style, level, counter };
    for (const item of node.name === 'text:list' ? elementsIn(node) : [node])
      for (const [i, child] of elementsIn(item).entries())
        if (i === 0 && item.name !== 'text:list-header' && /^text:[ph]$/u.test(child.name))
          this.#paragraph(child, this.#numbered(list, item.attributes['text:start-value']));
        else this.#element(child, undefined, list);
  }

  #paragraph(node: XmlElement, number?: Properties): void {
    const { name, attributes: set } = node;
    const isHeading = name === 'text:h' && set['text:is-list-header'] !== 'true';
    const level = Number(set['text:outline-level'] ?? 1) - 1;
    const outline = { style: OUTLINE, level, counter: OUTLINE };
    if (isHeading && this.#levels.has(OUTLINE))
      number ??= this.#numbered(outline, set['text:start-value']);
    const hidden = allIn(node, 'text:hidden-paragraph').some(isHidden) ? 'true' : undefined;
    const words = given({ 'w:vanish': hidden });
    const style = { 'w:pStyle': `paragraph ${set['text:style-name']}` };
    this.paragraph({ ...number, ...style }, words, () => this.read(node, words));
  }

  /** A formula is no text; another object is counted. */
  #object(node: XmlElement): void {
    const href = (node.attributes['xlink:href'] ?? '').replace(/^\.\//u, '');
    const part = this.#parts[`${href}/content.xml`];
    const root = part ? xmlOf(part, href) : elementsIn(node)[0];
    if (/^(?:\w+:)?math$/u.test(root?.name ?? '')) this.faults.add(FORMULA);
    else this.objects++;
  }

  #rows(table: XmlElement): Cell[][] {
    return topmost(table, ({ name }) => name === 'table:table-row').flatMap((row) => {
      const stated = row.attributes['table:number-rows-repeated'];
      const times = statedNumber(stated, 1, '重复的行数', [1, MOST_ROWS]);
      return Array<Cell[]>(times).fill(
        elementsIn(row)
          .filter(({ name }) => CELL.test(name))
          .flatMap((one) => this.#cells(one)),
      );
    });
  }

  /** Cells that a merged one covers stand in the file, so it takes up one place. */
  #cells(node: XmlElement): Cell[] {
    const number = (attribute: string, what: string, most: number): number =>
      statedNumber(node.attributes[`table:number-${attribute}`], 1, what, [1, most]);
    const times = number('columns-repeated', '重复的单元格数', MOST_COLUMNS);
    const across = number('columns-spanned', '合并的列数', MOST_COLUMNS);
    const down = number('rows-spanned', '合并的行数', MOST_ROWS);
    const goesOn = node.name === 'table:covered-table-cell';
    const blocks = this.apart(() => this.read(node));
    return Array<Cell>(times).fill({ blocks, goesOn, begins: across > 1 || down > 1 });
  }

  /** What is read of elements, by their names; of all others what stands in them. */
  readonly #elements: Record<
    string,
    (node: XmlElement, words?: Properties, list?: OpenList) => void
  > = {
    'text:p': (node) => this.#paragraph(node),
    'text:h': (node) => this.#paragraph(node),
    'text:list': (node, _, list) => this.#list(node, list),
    'text:numbered-paragraph': (node) => this.#list(node),
    'table:table': (node) => this.blocks.push(...tableOf(this.#rows(node))),
    'text:span': (node, words) => {
      const style = styled(this.styles, `text ${node.attributes['text:style-name']}`, 'words');
      this.read(node, { ...words, ...style });
    },
    'text:s': ({ attributes: set }, words) =>
      this.text(' '.repeat(statedNumber(set['text:c'], 1, '空格的个数', [0, MOST_SPACES])), words),
    'text:tab': (_, words) => this.text('\t', words),
    'text:line-break': (_, words) => this.text('\n', words),
    'text:note': (node) => this.note(() => this.read(childOf(node, 'text:note-body') ?? node)),
    'draw:image': () => this.picture(),
  };

  /** @param words in a paragraph: what spans state of its words; `list` around it */
  #element(node: XmlElement, words?: Properties, list?: OpenList): void {
    const { name } = node;
    const reason = LEFT_OUT[name] ?? (isHidden(node) ? '隐藏文字' : undefined);
    const read = this.#elements[name];
    if (reason) {
      this.words.drop(bareText(node), reason);
      if (!words) this.endParagraph();
    } else if (read) read(node, words, list);
    else if (/^draw:(?:object|object-ole|control|plugin)$/u.test(name)) this.#object(node);
    else if (
      words &&
      name.startsWith('draw:') &&
      elementsIn(node).some((one) => PARAGRAPHS.test(one.name))
    )
      this.boxes.push(() => this.read(node));
    else if (!NOT_TEXT.test(name)) this.read(node, words, list);
  }

  read(node: XmlElement, words?: Properties, list?: OpenList): void {
    for (const child of node.children)
      if (child instanceof XmlElement) this.#element(child, words, list);
      else if (child instanceof XmlText && words)
        this.text(child.text.replace(/[\t\n ]+/gu, ' '), words);
  }
}

/** @throws ImportFault where the file is broken, or asks for more than a document does */
export async function readOdt(bytes: Uint8Array): Promise<Received> {
  const parts = await openZip(bytes, /^(?:styles|content|Object[^/]*\/content)\.xml$/u);
  const root = xmlOf(parts['content.xml'], 'content.xml');
  const page = parts['styles.xml'] ? xmlOf(parts['styles.xml'], 'styles.xml') : root;
  const text = allIn(root, 'office:text')[0] ?? root;
  const reader = new OdtReader([page, root], parts);
  reader.read(text);
  const heads = allIn(page, 'style:header', 'style:footer');
  const reason = (name: string): string => (name === 'style:header' ? '页眉' : '页脚');
  const beside = heads.map((one): [string, string] => [reason(one.name), bareText(one)]);
  return reader.received('OpenDocument 文档（.odt）', beside, bareText(text));
}
