/** A web page as saved from a government site or WeChat, as its readers see it: its article; the site around it is left out. */
import { MOST_COLUMNS, MOST_ROWS, MOST_START, statedNumber } from '../limits.ts';
import { solid } from '../received.ts';
import type { Received, ReceivedBlock, ReceivedParagraph } from '../received.ts';
import { isPublication, kindOf } from '../recognise/lines.ts';
import { decodeText } from './encoding.ts';
import { readPage } from './html-article.ts';
import { droppedOf, Flow, FORMULA, unseenCell } from './flow.ts';
import { tableOf, type Cell } from './grid.ts';
import { listNumber } from './numbering.ts';
import { given, type Properties } from './words.ts';
import { allIn, elementsIn, topmost, XmlElement, XmlText } from './xml.ts';

const BLOCK = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const HIDDEN = '页面上不显示的文字';
const SITE = '网页的导航、页眉页脚等';

/** What the page's own sheets and the element's own attribute say of how it is set, by simple selectors alone. */
type Declarations = Record<string, string>;

const declarationsOf = (text: string): Declarations =>
  Object.fromEntries(
    [...text.toLowerCase().matchAll(/([\w-]+)\s*:([^;]+)/gu)].map(([, name, value]) => [
      name!,
      value!.replace('!important', '').trim(),
    ]),
  );

function sheetOf(page: XmlElement): Map<string, Declarations> {
  const rules = new Map<string, Declarations>();
  const css = allIn(page, 'style')
    .map(({ attributes }) => attributes['content'])
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    // What holds for print or a narrow window does not hold for what a reader sees.
    .replace(/@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gu, '');
  for (const [, selectors, body] of css.matchAll(/([^{}]+)\{([^{}]*)\}/gu))
    for (const selector of selectors!.split(',').map((one) => one.trim()))
      rules.set(selector, { ...rules.get(selector), ...declarationsOf(body!) });
  return rules;
}

/** The words that CSS and HTML have for ways of counting. */
const COUNTERS: Record<string, string> = {
  decimal: '1 decimal',
  lowerAlphabetic: 'a lower-alpha lower-latin',
  upperAlphabetic: 'A upper-alpha upper-latin',
  lowerRoman: 'i lower-roman',
  upperRoman: 'I upper-roman',
  chineseCountingThousand: 'cjk-ideographic simp-chinese-informal trad-chinese-informal',
};
const formatOf = (style: string): string | undefined =>
  Object.keys(COUNTERS).find((format) => COUNTERS[format]!.split(' ').includes(style));
const NO_NUMBER = /^(?:none|disc|circle|square)$/u;

/** The particulars that a site lists above a document: 索引号, 主题分类, 发文机关. */
const PARTICULAR =
  /^(?:索引号|信息索引|索取号|主题(?:分类|词)|(?:体裁|组配|公文)(?:分类|种类)|服务对象|发文(?:机关|单位|字号|日期)|(?:发布|公开)(?:机构|机关|单位|日期|时间|方式|范围)|生成日期|成文日期|文号|标题|信息名称|名称|时效(?:性|状态)?|有效性|生效日期|废止日期|关键[词字]|信息(?:公开)?类别)[：:]?$/u;
const isMetadata = (rows: string[][]): boolean => {
  const cells = rows.flat().map(solid).filter(Boolean);
  const labels = cells.filter((cell) => PARTICULAR.test(cell)).length;
  return labels >= 3 && labels * 3 >= cells.length;
};

/** 上一页 1 2 3 下一页: the article goes on on other pages. */
const PAGES = /^(?:首页\s*)?(?:上一页[\s\d.…]*)?[\s\d.…]*下一页(?:\s*(?:尾页|末页))?$/u;
/** 上一篇：…, the links to other articles. */
const OTHERS = /^[上下]一(?:篇|条|则)[：:]/u;

/** A block less the site's own words in it. */
function withoutSite(block: ReceivedBlock): ReceivedBlock {
  if (block.kind === 'dropped') return block;
  if (block.kind === 'table')
    return isMetadata(block.rows)
      ? { kind: 'dropped', text: block.rows.flat().join(' '), reason: '网页的元数据表' }
      : block;
  const text = block.text.replace(/[ \u00a0]+/gu, ' ');
  const drop = (reason: string): ReceivedBlock => ({ kind: 'dropped', text, reason });
  if (PAGES.test(text))
    return drop('网页的翻页：全文可能分在几页，请核对是否齐全，把其余各页的文字接上');
  if (isPublication(text)) return drop('网页的发布信息');
  return OTHERS.test(text) ? drop(SITE) : { ...block, text };
}

/** A whole number that an attribute begins with. */
const whole = (value: string | undefined): string | undefined =>
  /^\s*[-+]?\d+/u.exec(value ?? '')?.[0];

/** How a paragraph is set, and whether its white space is kept. */
type Setup = Partial<ReceivedParagraph> & { pre?: boolean };

class PageReader extends Flow {
  readonly #sheet: ReadonlyMap<string, Declarations>;
  readonly #kept: ReadonlySet<XmlElement>;
  /** The number of a list's item, until its first words. */
  #label = '';

  /** @param kept what is read of the page; all else is left out in its place */
  constructor(page: XmlElement, kept: XmlElement[]) {
    super();
    this.#sheet = sheetOf(page);
    this.#kept = new Set(kept);
  }

  /** Reads what is kept in an element. */
  read(node: XmlElement): void {
    if (this.#kept.has(node)) {
      this.#element(node, {}, {});
      this.#end({});
    } else if (allIn(node).some((one) => this.#kept.has(one))) {
      for (const child of node.children)
        if (child instanceof XmlElement) this.read(child);
        else if (child instanceof XmlText) this.#leaveOut(child.text);
    } else this.#leaveOut(node.text);
  }

  #leaveOut(text: string): void {
    this.blocks.push(...droppedOf(SITE, text.replace(/\s+/gu, ' ').trim()));
  }

  /** Ends a paragraph; what has no words yet goes on, with its number and what is doubtful of it. */
  #end({ pre: _, ...set }: Setup): void {
    if (this.words.isEmpty && this.words.dropped.length === 0) return;
    if (!this.words.isEmpty) {
      this.words.lead(this.#label);
      this.#label = '';
    }
    this.endParagraph(set);
  }

  #declared({ name, attributes: set }: XmlElement): Declarations {
    const classes = (set['class'] ?? '').split(/\s+/u).map((one) => `.${one}`);
    const found = ['', ...classes, `#${set['id']}`].flatMap((one) => [
      this.#sheet.get(one),
      this.#sheet.get(name + one),
    ]);
    return Object.assign({}, ...found, declarationsOf(set['style'] ?? '')) as Declarations;
  }

  #isHidden(node: XmlElement, css = this.#declared(node)): boolean {
    return (
      css['display'] === 'none' ||
      css['visibility'] === 'hidden' ||
      /^0(?:px|pt|em|%)?$/u.test(css['font-size'] ?? '') ||
      'hidden' in node.attributes
    );
  }

  /** What an element says of its words, in the properties of Word. */
  #wordsOf({ name, text }: XmlElement, css: Declarations): Properties {
    const shift = css['vertical-align'] ?? '';
    // Letters and words are moved by a pixel or two for their looks.
    const height = /^[\d+\-−()]{1,4}$/u.test(text.trim()) ? parseFloat(shift) : 0;
    const raised = height > 0 ? 'super' : height < 0 ? 'sub' : shift;
    const struck = /line-through/u.test(`${css['text-decoration']} ${css['text-decoration-line']}`);
    const white = /^#(?:f{3}|f{6})$|^white$/u.test(css['color'] ?? '');
    return given({
      'w:vertAlign':
        name === 'sup' || name === 'sub' ? name : /^su/u.test(raised) ? raised : undefined,
      'w:strike': /^(?:del|s|strike)$/u.test(name) || struck ? 'true' : undefined,
      'w:color': white ? 'ffffff' : css['color'],
      'w:shd': css['background'] ?? css['background-color'],
    });
  }

  #setupOf({ name, attributes: set, text }: XmlElement, css: Declarations): Setup {
    const align = name === 'center' ? name : (css['text-align'] ?? set['align']?.toLowerCase());
    const level = /^h([2-6])$/u.exec(name)?.[1];
    const isShort = [...text.trim()].length <= 56 && !/[。；]/u.test(text);
    return {
      ...(align === 'center' || align === 'right' ? { align } : {}),
      ...(/^[1-9]/u.test(css['text-indent'] ?? '') ? { indented: true } : {}),
      ...(level && isShort ? { heading: Number(level) } : {}),
      ...(name === 'pre' ? { pre: true } : {}),
    };
  }

  #nodes(nodes: XmlElement['children'], words: Properties, set: Setup): void {
    const spaces = set.pre ? /[\t \u00a0]+/gu : /[\t\n\r \u00a0]+/gu;
    for (const node of nodes)
      if (node instanceof XmlElement) this.#element(node, words, set);
      else if (node instanceof XmlText) this.text(node.text.replace(spaces, ' '), words);
  }

  #element(node: XmlElement, around: Properties, outer: Setup): void {
    const { name, attributes: set } = node;
    const css = this.#declared(node);
    // WeChat shows its article by script.
    if (this.#isHidden(node, css) && !this.#kept.has(node))
      return this.words.drop(node.text, HIDDEN);
    if (name === 'math') this.faults.add(FORMULA);
    if (name === 'rt' || name === 'rp') return this.words.drop(node.text, '注音');
    if (name === 'br') return this.#end(outer);
    if (name === 'img') this.picture();
    if (name === 'input' && /^(?:checkbox|radio)$/iu.test(set['type'] ?? ''))
      this.words.make('checked' in set ? '☑' : '☐');
    const words = { ...around, ...this.#wordsOf(node, css) };
    if (!BLOCK.has(name)) return this.#nodes(node.children, words, outer);
    this.#end(outer);
    const inner = { ...outer, ...this.#setupOf(node, css) };
    if (name === 'table') this.blocks.push(...tableOf(this.#rows(node)));
    else if (name === 'ol') this.#list(node, words, inner);
    else this.#nodes(node.children, words, inner);
    if (name === 'ul')
      this.counter.bullets += elementsIn(node).filter((one) => one.name === 'li').length;
    this.#end(inner);
  }

  #rows(node: XmlElement): Cell[][] {
    return topmost(node, (one) => one.name === 'tr' || this.#isHidden(one)).map((row) => {
      const inside = elementsIn(row).filter(({ name }) => /^t[dh]$/u.test(name));
      const cells = this.#isHidden(row) ? [row] : inside;
      return cells.map((one) => this.#cell(one));
    });
  }

  #cell(node: XmlElement): Cell {
    const { attributes: set } = node;
    if (this.#isHidden(node)) return unseenCell(HIDDEN, node.text.trim());
    const across = statedNumber(whole(set['colspan']), 1, '合并的列数', [0, MOST_COLUMNS]);
    const down = statedNumber(whole(set['rowspan']), 1, '合并的行数', [0, MOST_ROWS]);
    const blocks = this.apart(() => this.#nodes(node.children, {}, {}));
    return { blocks, across: Math.max(1, across), down: down || MOST_ROWS };
  }

  /** How the items of a list are counted. */
  #countedBy(node: XmlElement): string | undefined {
    const { 'list-style-type': type, 'list-style': style = '' } = this.#declared(node);
    const words = (type ?? style).split(/\s+/u);
    const known = words.find((one) => NO_NUMBER.test(one) || formatOf(one));
    return known ?? (type || node.attributes['type']);
  }

  #list(node: XmlElement, words: Properties, set: Setup): void {
    const items = elementsIn(node).filter(({ name }) => name === 'li');
    const step = 'reversed' in node.attributes ? -1 : 1;
    const numberOf = (value: string | undefined, missing: number): number =>
      statedNumber(whole(value), missing, '列表的起始值', [-MOST_START, MOST_START]);
    const twice = items.length > 1 && items.every(({ text }) => kindOf(text) === 'level');
    let next = numberOf(node.attributes['start'], step > 0 ? 1 : items.length);
    for (const item of node.children) {
      if (item instanceof XmlElement && item.name === 'li') {
        this.#end(set);
        const number = numberOf(item.attributes['value'], next);
        const style = this.#countedBy(item) ?? this.#countedBy(node) ?? 'decimal';
        const format = formatOf(style) ?? 'decimal';
        next = number + step;
        if (!NO_NUMBER.test(style)) {
          const label = `${listNumber(number, format)}${format.startsWith('chinese') ? '、' : '.'}`;
          this.#label = label.replace('.', '. ');
          if (!formatOf(style))
            this.words.doubts.push(`列表的编号式样“${style}”没有读，按 1、2、3 写，请核对`);
          if (twice)
            this.words.doubts.push(`列表的编号“${label}”之后又有一个编号，请删去不显示的一个`);
        }
      }
      this.#nodes([item], words, set);
      this.#label = '';
    }
  }
}

/** The encoding that the page declares in its head. */
const declared = (bytes: Uint8Array): string | undefined =>
  /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu
    .exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1]
    ?.replace(/^utf8$/iu, 'utf-8');

/** @throws ImportFault where the encoding cannot be told, or the page asks for more than a document does */
export function readHtml(bytes: Uint8Array, wanted?: string): Received {
  const { text, encoding } = decodeText(bytes, wanted ?? declared(bytes));
  const { page, body, kept } = readPage(text);
  const reader = new PageReader(page, kept);
  reader.read(body);
  const received = reader.received('网页（.html）', [], body.text);
  received.encoding = encoding;
  received.blocks = received.blocks.map(withoutSite);
  const forms = kept.flatMap((one) => allIn(one, 'input', 'select', 'textarea'));
  if (forms.some(({ attributes: { type = 'text' } }) => /^text$/iu.test(type)))
    received.remarks.push('网页中有表单：其中填写、选定的字没有读，请照网页补上。');
  return received;
}
