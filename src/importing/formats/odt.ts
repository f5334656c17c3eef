/** OpenDocument text, .odt, as a reader sees it (OpenDocument 1.3, part 3), and a second time as its bare text. */
import type { Dropped, Received, ReceivedBlock, ReceivedParagraph } from '../received.ts';
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
import { tableOf, type Cell } from './grid.ts';
import { LevelCounts, listNumber, numberBefore } from './numbering.ts';
import {
  allIn,
  childOf,
  elementsIn,
  openZip,
  xmlOf,
  XmlElement,
  XmlText,
  type Parts,
} from './package.ts';
import { FORMULA, isSignFont, noteOf, passedOver, Words, type Setting } from './words.ts';

/** What is in the file and not of its text: what an editor is told of it, where it holds words. */
const LEFT_OUT: Record<string, string> = {
  'text:tracked-changes': '修订中已删去的文字',
  'office:annotation': '批注',
  'text:table-of-content': '目录',
  'text:alphabetical-index': '索引',
  'text:ruby-text': '注音',
};
const NOT_TEXT = new Set(['office:forms', 'svg:title', 'svg:desc', 'text:note-citation']);
const HIDDEN = '隐藏文字';

const bareText = (node: XmlElement): string =>
  node.children
    .map((child) =>
      child instanceof XmlText
        ? child.text
        : child instanceof XmlElement && !/^dc:|^meta:/u.test(child.name)
          ? bareText(child)
          : '',
    )
    .join('');

/** LibreOffice names a way of counting by its first members: 一, 二, 三, … */
const FORMATS: readonly [RegExp, string][] = [
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
  [/^ア/u, 'aiueoFullWidth'],
  [/^ｱ/u, 'aiueo'],
  [/^イ/u, 'irohaFullWidth'],
];
function formatOf(format: string, together: boolean): string {
  if (/^[aA]$/u.test(format))
    return (format === 'a' ? 'lower' : 'upper') + (together ? 'Letter' : 'Alphabetic');
  return FORMATS.find(([pattern]) => pattern.test(format))?.[1] ?? (format ? `“${format}”` : '');
}

interface Level {
  format: string;
  /** With %1% for the number of the first level, and so on. */
  text: string;
  start: number;
  apart: boolean;
}

function levelsOf(style: XmlElement): Level[] {
  const levels: Level[] = [];
  for (const node of elementsIn(style)) {
    const { name, attributes: set } = node;
    if (name !== 'text:list-level-style-number' && name !== 'text:outline-level-style') continue;
    const at = statedNumber(set['text:level'], 1, '编号的级别', [1, MOST_LEVELS]);
    const shown = statedNumber(set['text:display-levels'], 1, '编号显示的级数', [1, MOST_LEVELS]);
    const numbers = Array.from(
      { length: Math.min(shown, at) },
      (_, i) => `%${at - Math.min(shown, at) + i + 1}%`,
    );
    const text =
      set['style:num-list-format'] ??
      set['loext:num-list-format'] ??
      (set['style:num-prefix'] ?? '') + numbers.join('.') + (set['style:num-suffix'] ?? '');
    if (text.length > MOST_LABEL)
      throw new ImportFault(
        `文件中编号的文字多于 ${MOST_LABEL} 个字，不像编号。请重新设置编号后再导入。`,
      );
    levels[at - 1] = {
      format: formatOf(set['style:num-format'] ?? '', set['style:num-letter-sync'] === 'true'),
      text,
      start: statedNumber(set['text:start-value'], 1, '编号的起始值', [0, MOST_START]),
      apart:
        childOf(node, 'style:list-level-properties', 'style:list-level-label-alignment')
          ?.attributes['text:label-followed-by'] !== 'nothing',
    };
  }
  return levels;
}

interface WordSet {
  hidden: boolean;
  settings: Setting[];
  white: boolean;
  /** The font, where it is one of signs. */
  signs: string;
}
/** One setting within another. */
const within = (outer: WordSet, inner: WordSet): WordSet => ({
  hidden: outer.hidden || inner.hidden,
  settings: [...new Set([...outer.settings, ...inner.settings])],
  white: outer.white || inner.white,
  signs: inner.signs || outer.signs,
});

/** How paragraphs and words are set, by the names of their styles; and the styles of lists. */
class Styles {
  readonly #styles = new Map<string, XmlElement>();
  readonly lists: ReadonlyMap<string, Level[]>;
  readonly outline: Level[];

  constructor(roots: XmlElement[]) {
    for (const root of roots)
      for (const style of allIn(root, 'style:style'))
        this.#styles.set(
          `${style.attributes['style:family']} ${style.attributes['style:name']}`,
          style,
        );
    this.lists = new Map(
      roots
        .flatMap((root) => allIn(root, 'text:list-style'))
        .map((node) => [node.attributes['style:name'] ?? '', levelsOf(node)]),
    );
    const outline = roots.flatMap((root) => allIn(root, 'text:outline-style'))[0];
    this.outline = outline ? levelsOf(outline) : [];
  }

  /** What a style and those above it state, the nearest first. */
  #stated(family: string, name: string | undefined, properties: string): Record<string, string> {
    const all: Record<string, string>[] = [];
    const seen = new Set<XmlElement>();
    for (let at = this.#styles.get(`${family} ${name}`); at && !seen.has(at);) {
      seen.add(at);
      all.push(childOf(at, properties)?.attributes ?? {});
      at = this.#styles.get(`${family} ${at.attributes['style:parent-style-name']}`);
    }
    return Object.assign({}, ...all.reverse()) as Record<string, string>;
  }

  paragraph(node: XmlElement): Partial<ReceivedParagraph> {
    const set = this.#stated(
      'paragraph',
      node.attributes['text:style-name'],
      'style:paragraph-properties',
    );
    const align = { center: 'center', end: 'right', right: 'right' }[set['fo:text-align'] ?? ''];
    const indented = Number.parseFloat(set['fo:text-indent'] ?? '0') > 0;
    return {
      ...(align ? { align: align as 'center' } : {}),
      ...(indented ? { indented } : {}),
    };
  }

  words(family: 'paragraph' | 'text', name: string | undefined): WordSet {
    const set = this.#stated(family, name, 'style:text-properties');
    const settings: Setting[] = [];
    const struck =
      set['style:text-line-through-style'] ?? set['style:text-line-through-type'] ?? 'none';
    if (struck !== 'none') settings.push('del');
    const position = set['style:text-position'] ?? '';
    const raised = /^su[bp]/u.test(position)
      ? { b: -1, p: 1 }[position[2]!]!
      : Number.parseFloat(position) || 0;
    if (raised !== 0) settings.push(raised > 0 ? 'sup' : 'sub');
    const white =
      /^#f{6}$/iu.test(set['fo:color'] ?? '') && !/^#/u.test(set['fo:background-color'] ?? '');
    return {
      hidden: set['text:display'] === 'none',
      settings,
      white,
      signs: [set['style:font-name'], set['fo:font-family']].find((font) => isSignFont(font)) ?? '',
    };
  }

  /** The list style that a paragraph's style names. */
  listOf(node: XmlElement | undefined): string | undefined {
    return this.#styles.get(`paragraph ${node?.attributes['text:style-name']}`)?.attributes[
      'style:list-style-name'
    ];
  }
}

/** A part of the text that is shown only under a condition, and is not shown. */
const isHidden = ({ name, attributes: set }: XmlElement): boolean =>
  (name === 'text:section' && set['text:display'] === 'none') ||
  (/^text:(?:section|hidden-text|hidden-paragraph)$/u.test(name) &&
    set['text:is-hidden'] === 'true');

/** A list that paragraphs are read in. */
interface OpenList {
  style: string;
  level: number;
  levels: Level[];
  counts: LevelCounts;
}

class OdtReader {
  readonly #styles: Styles;
  readonly #parts: Parts;
  readonly #byStyle = new Map<string, LevelCounts>();
  readonly #byId = new Map<string, LevelCounts>();
  readonly #outline = new LevelCounts();
  readonly notes: { node: XmlElement; mark: string }[] = [];
  readonly faults = new Set<string>();
  pictures = 0;
  objects = 0;
  bullets = 0;

  constructor(styles: Styles, parts: Parts) {
    this.#styles = styles;
    this.#parts = parts;
  }

  /** The number of the next paragraph of a level; what is not known of it is a doubt. */
  #number({ levels, level, counts }: OpenList, stated: string | undefined, words: Words): string {
    const own = levels[level];
    if (!own) return (this.bullets++, '');
    if (stated !== undefined) counts.reset(level);
    counts.step(level, statedNumber(stated, own.start, '编号的起始值', [0, MOST_START]));
    if (!own.format) return '';
    const label = own.text.replace(/%(\d+)%/gu, (_, digit: string) => {
      const other = levels[Number(digit) - 1];
      const number = counts.at(Number(digit) - 1) ?? other?.start ?? 1;
      const written = listNumber(number, other?.format || 'none');
      if (written === null)
        words.doubts.push(`编号的格式${other!.format}没有读，按 1、2、3 写作“${number}”，请核对`);
      return written ?? String(number);
    });
    return numberBefore(label, own.apart);
  }

  #openList(node: XmlElement, outer: OpenList | null): OpenList {
    const set = node.attributes;
    const first = allIn(node, 'text:p', 'text:h')[0];
    const style = set['text:style-name'] ?? outer?.style ?? this.#styles.listOf(first) ?? '';
    const level = outer ? outer.level + 1 : 0;
    const goesOn = set['text:continue-numbering'] === 'true' || outer !== null;
    const before =
      outer?.style === style
        ? outer.counts
        : (this.#byId.get(set['text:continue-list'] ?? '') ??
          (goesOn ? this.#byStyle.get(style) : undefined));
    const counts = before ?? new LevelCounts();
    this.#byStyle.set(style, counts);
    if (set['xml:id']) this.#byId.set(set['xml:id'], counts);
    return { style, level, levels: this.#styles.lists.get(style) ?? [], counts };
  }

  #list(node: XmlElement, outer: OpenList | null): ReceivedBlock[] {
    const list = this.#openList(node, outer);
    return elementsIn(node).flatMap((item) => {
      const inside = elementsIn(item);
      const numbered = item.name === 'text:list-item' && /^text:[ph]$/u.test(inside[0]?.name ?? '');
      return inside.flatMap((child, i) =>
        i === 0 && numbered
          ? this.#paragraph(child, list, item.attributes['text:start-value'])
          : this.#block(child, list),
      );
    });
  }

  #emit(words: Words, text: string, { hidden, settings, white, signs }: WordSet): void {
    if (text === '') return;
    if (hidden) return words.drop(text, HIDDEN);
    if (white && text.trim()) words.doubts.push(`“${text.trim()}”是白色的字，读者未必看见，请核对`);
    if (!signs && !/[\ue000-\uf8ff]/u.test(text)) return words.add(text, ...settings);
    for (const char of text) words.sign(signs, char.codePointAt(0)!);
  }

  /** A formula is no text; another object is counted. */
  #object(node: XmlElement): void {
    const href = (node.attributes['xlink:href'] ?? '').replace(/^\.\//u, '');
    const part = this.#parts[`${href}/content.xml`];
    const root = part ? xmlOf(part, href) : elementsIn(node)[0];
    if (/^(?:\w+:)?math$/u.test(root?.name ?? '')) this.faults.add(FORMULA);
    else this.objects++;
  }

  /** What a drawing holds: text boxes and the words of shapes come after the paragraph that it stands in. */
  #drawing(node: XmlElement, boxes: XmlElement[]): void {
    if (node.name === 'draw:image') this.pictures++;
    else if (/^draw:(?:object|object-ole|control|plugin)$/u.test(node.name)) this.#object(node);
    else if (elementsIn(node).some(({ name }) => /^text:(?:p|h|list)$|^table:table$/u.test(name)))
      boxes.push(node);
    else elementsIn(node).forEach((child) => this.#drawing(child, boxes));
  }

  #inline(node: XmlElement, set: WordSet, words: Words, boxes: XmlElement[]): void {
    for (const child of node.children) {
      if (child instanceof XmlText) this.#emit(words, child.text.replace(/[\t\n ]+/gu, ' '), set);
      if (!(child instanceof XmlElement) || NOT_TEXT.has(child.name)) continue;
      const { name, attributes } = child;
      const reason = LEFT_OUT[name];
      if (reason) words.drop(bareText(child), reason);
      else if (isHidden(child)) words.drop(bareText(child), HIDDEN);
      else if (name === 'text:s')
        this.#emit(
          words,
          ' '.repeat(statedNumber(attributes['text:c'], 1, '空格的个数', [0, MOST_SPACES])),
          set,
        );
      else if (name === 'text:tab') this.#emit(words, ' ', set);
      else if (name === 'text:line-break') this.#emit(words, '\n', set);
      else if (name === 'text:note') {
        const mark = `[${this.notes.length + 1}]`;
        this.notes.push({ node: child, mark });
        words.make(mark);
      } else if (name.startsWith('draw:')) this.#drawing(child, boxes);
      else {
        const inner =
          name === 'text:span'
            ? within(set, this.#styles.words('text', attributes['text:style-name']))
            : set;
        this.#inline(child, inner, words, boxes);
      }
    }
  }

  #paragraph(node: XmlElement, list: OpenList | null, start?: string): ReceivedBlock[] {
    const words = new Words(this.faults);
    const boxes: XmlElement[] = [];
    const set = this.#styles.words('paragraph', node.attributes['text:style-name']);
    const hidden = allIn(node, 'text:hidden-paragraph').some(isHidden);
    this.#inline(node, { ...set, hidden: set.hidden || hidden }, words, boxes);
    if (!words.isEmpty || words.dropped.length === 0) {
      const heading = node.name === 'text:h' && node.attributes['text:is-list-header'] !== 'true';
      const level = Number(node.attributes['text:outline-level'] ?? 1) - 1;
      if (list) words.lead(this.#number(list, start, words));
      else if (heading && this.#styles.outline[level]?.format)
        words.lead(
          this.#number(
            { style: '', level, levels: this.#styles.outline, counts: this.#outline },
            node.attributes['text:start-value'],
            words,
          ),
        );
    }
    return [
      ...words.paragraphs(this.#styles.paragraph(node)),
      ...words.dropped,
      ...boxes.flatMap((box) => this.blocks(box)),
    ];
  }

  #rows(node: XmlElement): Cell[][] {
    return elementsIn(node).flatMap((child): Cell[][] => {
      if (child.name !== 'table:table-row')
        return /^table:table-(?:header-)?rows?(?:-group)?$/u.test(child.name)
          ? this.#rows(child)
          : [];
      const cells = elementsIn(child).flatMap((cell): Cell[] => {
        if (!/^table:(?:covered-)?table-cell$/u.test(cell.name)) return [];
        const number = (name: string, what: string, most: number): number =>
          statedNumber(cell.attributes[name], 1, what, [1, most]);
        const times = number('table:number-columns-repeated', '重复的单元格数', MOST_COLUMNS);
        const across = number('table:number-columns-spanned', '合并的列数', MOST_COLUMNS);
        const down = number('table:number-rows-spanned', '合并的行数', MOST_ROWS);
        const covered = cell.name === 'table:covered-table-cell';
        // Cells that a merged one covers stand in the file, so it takes up one place.
        const one = { blocks: this.blocks(cell), goesOn: covered, begins: across > 1 || down > 1 };
        return Array<Cell>(times).fill(one);
      });
      const times = statedNumber(child.attributes['table:number-rows-repeated'], 1, '重复的行数', [
        1,
        MOST_ROWS,
      ]);
      return Array<Cell[]>(times).fill(cells);
    });
  }

  #block(node: XmlElement, list: OpenList | null): ReceivedBlock[] {
    const { name, attributes } = node;
    const reason = LEFT_OUT[name] ?? (isHidden(node) ? HIDDEN : undefined);
    if (NOT_TEXT.has(name)) return [];
    if (reason) {
      const text = bareText(node).trim();
      return text ? [{ kind: 'dropped', text, reason }] : [];
    }
    if (name === 'text:p' || name === 'text:h') return this.#paragraph(node, null);
    if (name === 'text:list') return this.#list(node, list);
    if (name === 'table:table') return tableOf(this.#rows(node));
    if (name === 'text:numbered-paragraph') {
      const level = statedNumber(attributes['text:level'], 1, '编号的级别', [1, MOST_LEVELS]) - 1;
      const open = { ...this.#openList(node, null), level };
      const counts = this.#byId.get(attributes['text:list-id'] ?? '') ?? open.counts;
      this.#byId.set(attributes['text:list-id'] ?? '', counts);
      const [inside] = elementsIn(node);
      const own = { ...open, counts };
      return inside ? this.#paragraph(inside, own, attributes['text:start-value']) : [];
    }
    if (name.startsWith('draw:')) {
      const boxes: XmlElement[] = [];
      this.#drawing(node, boxes);
      return boxes.flatMap((box) => this.blocks(box));
    }
    return this.blocks(node, list);
  }

  blocks(parent: XmlElement, list: OpenList | null = null): ReceivedBlock[] {
    return elementsIn(parent).flatMap((node) => this.#block(node, list));
  }
}

/** @throws ImportFault where the file is broken, or asks for more than a document does */
export async function readOdt(bytes: Uint8Array): Promise<Received> {
  const parts = await openZip(bytes, (name) =>
    /^(?:(?:content|styles)\.xml|Object[^/]*\/content\.xml)$/u.test(name),
  );
  const root = xmlOf(parts['content.xml'], 'content.xml');
  const page = parts['styles.xml'] ? xmlOf(parts['styles.xml'], 'styles.xml') : root;
  const styles = new Styles([page, root]);
  const body = allIn(root, 'office:text')[0] ?? root;
  const reader = new OdtReader(styles, parts);
  const blocks = reader.blocks(body);
  for (let i = 0; i < reader.notes.length; i++) {
    const { node, mark } = reader.notes[i]!;
    blocks.push(...noteOf(mark, reader.blocks(childOf(node, 'text:note-body') ?? node)));
  }
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
    whole: bareText(body) + beside.map(({ text }) => text).join(''),
    faults: [...reader.faults],
    remarks: passedOver(reader),
  };
}
