/** A web page as saved from a government site or WeChat: the article is kept, the site around it is listed as dropped. */
import { parse } from 'parse5';
import { MOST_COLUMNS, MOST_ROWS, MOST_START, statedNumber } from '../limits.ts';
import { solid, type Received, type ReceivedBlock } from '../received.ts';
import { isPublication, kindOf } from '../recognise/lines.ts';
import { decodeText } from './encoding.ts';
import { tableOf, type Cell } from './grid.ts';
import {
  all,
  articleOf,
  attribute,
  checkDepth,
  childrenOf,
  CODE,
  isElement,
  textOf,
  type Element,
  type Node,
} from './html-article.ts';
import { listNumber } from './numbering.ts';
import { FORMULA, passedOver } from './word.ts';
import { Words, type Setting } from './words.ts';

const BLOCK = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const SETTINGS: Record<string, Setting> = {
  sup: 'sup',
  sub: 'sub',
  del: 'del',
  s: 'del',
  strike: 'del',
};
const HIDDEN = '页面上不显示的文字';
const SITE = '网页的导航、页眉页脚等';
const METADATA = '网页的元数据表';

/** What the page's own sheets and the element's own attribute say of how it is set, by simple selectors alone. */
type Declarations = Record<string, string>;

function declarationsOf(text: string): Declarations {
  return Object.fromEntries(
    text.split(';').flatMap((one) => {
      const [name, ...value] = one.split(':');
      const stated = value
        .join(':')
        .replace(/!important/iu, '')
        .trim()
        .toLowerCase();
      return name && stated ? [[name.trim().toLowerCase(), stated]] : [];
    }),
  );
}
function sheetOf(page: Node): Map<string, Declarations> {
  const rules = new Map<string, Declarations>();
  const css = all(page, ({ tagName }) => tagName === 'style')
    .flatMap((style) => childrenOf(style).map(textOf))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    // What holds for print or a narrow window does not hold for what a reader sees.
    .replace(/@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gu, '');
  for (const [, selectors, body] of css.matchAll(/([^{}]+)\{([^{}]*)\}/gu))
    for (const selector of selectors!.split(',').map((one) => one.trim()))
      if (/^(?:[\w-]*[.#])?[\w-]+$/u.test(selector))
        rules.set(selector, { ...rules.get(selector), ...declarationsOf(body!) });
  return rules;
}

/** The words that CSS has for ways of counting, and what follows the number. */
const COUNTERS: Record<string, [format: string, after: string]> = {
  '1': ['decimal', '. '],
  decimal: ['decimal', '. '],
  'decimal-leading-zero': ['decimalZero', '. '],
  a: ['lowerAlphabetic', '. '],
  'lower-alpha': ['lowerAlphabetic', '. '],
  'lower-latin': ['lowerAlphabetic', '. '],
  A: ['upperAlphabetic', '. '],
  'upper-alpha': ['upperAlphabetic', '. '],
  'upper-latin': ['upperAlphabetic', '. '],
  i: ['lowerRoman', '. '],
  'lower-roman': ['lowerRoman', '. '],
  I: ['upperRoman', '. '],
  'upper-roman': ['upperRoman', '. '],
  'cjk-decimal': ['ideographDigital', '、'],
  'cjk-ideographic': ['chineseCountingThousand', '、'],
  'simp-chinese-informal': ['chineseCountingThousand', '、'],
  'trad-chinese-informal': ['chineseCountingThousand', '、'],
  'simp-chinese-formal': ['chineseLegalSimplified', '、'],
  'trad-chinese-formal': ['ideographLegalTraditional', '、'],
  'japanese-informal': ['japaneseCounting', '、'],
  'cjk-heavenly-stem': ['ideographTraditional', '、'],
  'cjk-earthly-branch': ['ideographZodiac', '、'],
};
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

/** What a form on the page shows as filled in or chosen. */
function filledIn(node: Element): string {
  const has = (one: Element, attr: string): boolean => one.attrs.some(({ name }) => name === attr);
  const words = (one: Element): string => childrenOf(one).map(textOf).join('').trim();
  if (node.tagName === 'textarea') return words(node);
  if (node.tagName === 'input')
    return /^(?:text)?$/iu.test(attribute(node, 'type')) ? attribute(node, 'value').trim() : '';
  if (node.tagName !== 'select') return '';
  const options = all(node, ({ tagName }) => tagName === 'option');
  const chosen = options.find((one) => has(one, 'selected')) ?? options[0];
  return chosen ? words(chosen) : '';
}

interface Setup {
  align?: 'center' | 'right';
  indented?: boolean;
  settings: Setting[];
  heading?: number;
  pre?: boolean;
}

/** Goes through a page and gathers its blocks. */
class Page {
  blocks: ReceivedBlock[] = [];
  readonly faults = new Set<string>();
  pictures = 0;
  bullets = 0;
  /** The links to its other pages, where it is one of several. */
  pages = '';
  readonly #sheet: ReadonlyMap<string, Declarations>;
  #words = new Words(this.faults);
  /** The number of a list's item, until its first words. */
  #label = '';
  #set: Setup = { settings: [] };

  constructor(sheet: ReadonlyMap<string, Declarations>) {
    this.#sheet = sheet;
  }

  #declared(node: Element): Declarations {
    const names = attribute(node, 'class').split(/\s+/u).filter(Boolean);
    const id = attribute(node, 'id');
    const selectors = [...names.map((name) => `.${name}`), ...(id ? [`#${id}`] : [])];
    const found = [this.#sheet.get(node.tagName) ?? {}].concat(
      selectors.flatMap((one) => [
        this.#sheet.get(one) ?? {},
        this.#sheet.get(node.tagName + one) ?? {},
      ]),
    );
    return Object.assign({}, ...found, declarationsOf(attribute(node, 'style'))) as Declarations;
  }

  #isHidden(node: Element, css = this.#declared(node)): boolean {
    return (
      css['display'] === 'none' ||
      css['visibility'] === 'hidden' ||
      /^0(?:px|pt|em|%)?$/u.test(css['font-size'] ?? '') ||
      node.attrs.some(({ name }) => name === 'hidden')
    );
  }

  flush(): void {
    if (this.#words.isEmpty && this.#words.dropped.length === 0) return;
    if (!this.#words.isEmpty) {
      this.#words.lead(this.#label);
      this.#label = '';
    }
    const { align, indented, heading } = this.#set;
    const paragraphs = this.#words.paragraphs({
      ...(align ? { align } : {}),
      ...(indented ? { indented } : {}),
      ...(heading ? { heading } : {}),
    });
    for (const one of paragraphs) {
      const text = one.text.replace(/[ \u00a0]+/gu, ' ');
      if (PAGES.test(text)) {
        this.pages = text;
        this.blocks.push({ kind: 'dropped', text, reason: '网页的翻页' });
        continue;
      }
      const reason = isPublication(text) ? '网页的发布信息' : OTHERS.test(text) ? SITE : null;
      this.blocks.push(reason ? { kind: 'dropped', text, reason } : { ...one, text });
    }
    this.blocks.push(...this.#words.dropped);
    this.#words = new Words(this.faults);
  }

  #rows(node: Element): Cell[][] {
    return childrenOf(node)
      .filter(isElement)
      .flatMap((child): Cell[][] => {
        const leftOut = (one: Element): Cell => ({
          blocks: textOf(one).trim()
            ? [{ kind: 'dropped', text: textOf(one).trim(), reason: HIDDEN }]
            : [],
          across: 0,
        });
        if (this.#isHidden(child)) return [[leftOut(child)]];
        if (child.tagName !== 'tr') return child.tagName === 'td' ? [] : this.#rows(child);
        const cells = childrenOf(child).filter(isElement);
        return [
          cells
            .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
            .map((cell): Cell => {
              if (this.#isHidden(cell)) return leftOut(cell);
              const span = (name: string, what: string, most: number): number => {
                const [figures] = /^\s*\d+/u.exec(attribute(cell, name)) ?? [];
                return statedNumber(figures, 1, what, [0, most]);
              };
              const across = span('colspan', '合并的列数', MOST_COLUMNS);
              const down = span('rowspan', '合并的行数', MOST_ROWS);
              return {
                blocks: this.#inside(cell),
                across: Math.max(1, across),
                down: down || MOST_ROWS,
              };
            }),
        ];
      });
  }

  /** The blocks of a cell, apart from those of the page. */
  #inside(cell: Element): ReceivedBlock[] {
    const [blocks, words, set] = [this.blocks, this.#words, this.#set];
    [this.blocks, this.#words, this.#set] = [[], new Words(this.faults), { settings: [] }];
    this.node(cell);
    this.flush();
    const found = this.blocks;
    [this.blocks, this.#words, this.#set] = [blocks, words, set];
    return found;
  }

  #table(node: Element): void {
    this.flush();
    for (const block of tableOf(this.#rows(node)))
      if (block.kind === 'table' && isMetadata(block.rows))
        this.blocks.push({ kind: 'dropped', text: block.rows.flat().join(' '), reason: METADATA });
      else this.blocks.push(block);
  }

  #list(node: Element): void {
    const items = childrenOf(node).filter(isElement);
    const counted = items.filter(({ tagName }) => tagName === 'li').length;
    const reversed = node.attrs.some(({ name }) => name === 'reversed');
    const whole = (value: string, missing: number): number =>
      /^\s*[-+]?\d/u.test(value)
        ? statedNumber(value, missing, '列表的起始值', [-MOST_START, MOST_START])
        : missing;
    const numbered = items.length > 1 && items.every((one) => kindOf(textOf(one)) === 'level');
    let next = whole(attribute(node, 'start'), reversed ? counted : 1);
    const styleOf = (element: Element): string | undefined => {
      const { 'list-style-type': type, 'list-style': style } = this.#declared(element);
      const named = (type ?? style)
        ?.split(/\s+/u)
        .find((one) => one in COUNTERS || NO_NUMBER.test(one));
      return named ?? (type || attribute(element, 'type') || undefined);
    };
    for (const item of childrenOf(node)) {
      if (!isElement(item) || item.tagName !== 'li') {
        this.node(item);
        continue;
      }
      this.flush();
      const number = whole(attribute(item, 'value'), next);
      next = number + (reversed ? -1 : 1);
      const style = styleOf(item) ?? styleOf(node) ?? 'decimal';
      const [format, after] = COUNTERS[style] ?? ['decimal', '. '];
      if (!(style in COUNTERS) && !NO_NUMBER.test(style))
        this.#words.doubts.push(`列表的编号式样“${style}”没有读，按 1、2、3 写，请核对`);
      this.#label = NO_NUMBER.test(style) ? '' : `${listNumber(number, format)}${after}`;
      if (numbered && this.#label)
        this.#words.doubts.push(
          `列表的编号“${this.#label.trim()}”之后又有一个编号，请删去不显示的一个`,
        );
      this.node(item);
      this.flush();
      this.#label = '';
    }
  }

  /** Keeps the words below a node; what the page does not show is listed. */
  node(node: Node, isArticle = false): void {
    if (node.nodeName === '#text') {
      const space = this.#set.pre ? /[\t \u00a0]+/gu : /[\t\n\r \u00a0]+/gu;
      this.#words.add(textOf(node).replace(space, ' '), ...this.#set.settings);
    }
    if (!isElement(node)) return;
    const { tagName } = node;
    const css = this.#declared(node);
    // WeChat shows its article by script.
    if (this.#isHidden(node, css) && !isArticle) return this.#words.drop(textOf(node), HIDDEN);
    if (tagName === 'math') this.faults.add(FORMULA);
    const filled = filledIn(node);
    if (filled) {
      this.#words.make(filled);
      this.#words.doubts.push(`“${filled}”是网页表单中填写或选定的字，请核对`);
    }
    if (CODE.has(tagName)) return;
    if (tagName === 'rt' || tagName === 'rp') return this.#words.drop(textOf(node), '注音');
    if (tagName === 'br') return this.flush();
    if (tagName === 'img') this.pictures++;
    if (tagName === 'input' && /^(?:checkbox|radio)$/iu.test(attribute(node, 'type')))
      this.#words.make(node.attrs.some(({ name }) => name === 'checked') ? '☑' : '☐');
    if (tagName === 'table') return this.#table(node);
    if (
      /^#(?:f{3}|f{6})$|^white$/u.test(css['color'] ?? '') &&
      !css['background'] &&
      !css['background-color'] &&
      textOf(node).trim()
    )
      this.#words.doubts.push(`“${textOf(node).trim()}”是白色的字，读者未必看见，请核对`);
    const outer = this.#set;
    const block = BLOCK.has(tagName);
    const shift = css['vertical-align'] ?? '';
    // Letters and words are moved by a pixel or two for their looks.
    const height = /^[\d+\-−()]{1,4}$/u.test(textOf(node).trim()) ? parseFloat(shift) : 0;
    const raised: Setting | undefined =
      shift === 'super' || height > 0 ? 'sup' : shift === 'sub' || height < 0 ? 'sub' : undefined;
    const struck = /line-through/u.test(
      css['text-decoration'] ?? css['text-decoration-line'] ?? '',
    );
    const own = SETTINGS[tagName] ?? raised ?? (struck ? 'del' : undefined);
    this.#set = own ? { ...outer, settings: [...outer.settings, own] } : outer;
    if (block) {
      this.flush();
      this.#set = { ...this.#set, ...this.#blockSet(node, css) };
      if (tagName === 'ul')
        this.bullets += childrenOf(node).filter(
          (one) => isElement(one) && one.tagName === 'li',
        ).length;
    }
    if (tagName === 'ol') this.#list(node);
    else childrenOf(node).forEach((child) => this.node(child));
    if (block) this.flush();
    this.#set = outer;
  }

  #blockSet(node: Element, css: Declarations): Partial<Setup> {
    const { tagName } = node;
    const align =
      tagName === 'center'
        ? 'center'
        : (css['text-align'] ?? attribute(node, 'align').toLowerCase());
    const level = /^h([2-6])$/u.exec(tagName)?.[1];
    const short = [...textOf(node).trim()].length <= 56 && !/[。；]/u.test(textOf(node));
    return {
      ...(align === 'center' || align === 'right' ? { align } : {}),
      ...(/^[1-9]/u.test(css['text-indent'] ?? '') ? { indented: true } : {}),
      ...(level && short ? { heading: Number(level) } : {}),
      ...(tagName === 'pre' ? { pre: true } : {}),
    };
  }

  /** Keeps the article and, where it stands outside, the page's heading; the rest is dropped in its place. */
  page(node: Node, kept: ReadonlySet<Node>, above: ReadonlySet<Node>): void {
    for (const child of childrenOf(node)) {
      if (kept.has(child)) (this.node(child, true), this.flush());
      else if (above.has(child)) this.page(child, kept, above);
      else {
        const text = textOf(child).replace(/\s+/gu, ' ').trim();
        if (text) this.blocks.push({ kind: 'dropped', text, reason: SITE });
      }
    }
  }
}

/** The encoding that the page declares in its head. */
const declared = (bytes: Uint8Array): string | undefined =>
  /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu
    .exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1]
    ?.replace(/^(gbk|gb2312)$/iu, 'gb18030')
    .replace(/^utf8$/iu, 'utf-8');

/**
 * The title that stands outside the article: in a heading, or in the words that the page tells to programs
 * (《政府网站发展指引》 asks for `ArticleTitle`).
 */
function headingOf(page: Node, body: Element, article: Element): Element | undefined {
  const inside = new Set<Node>(all(article));
  const outside = (one: Element): boolean =>
    one !== article && !inside.has(one) && !all(one).includes(article) && textOf(one).trim() !== '';
  const named = (...names: string[]): Element[] =>
    all(body, ({ tagName }) => names.includes(tagName)).filter(outside);
  const title = solid(
    all(page, ({ tagName }) => tagName === 'title')
      .map((one) => childrenOf(one).map(textOf).join(''))
      .join(''),
  );
  const meta = all(page, (one) => one.tagName === 'meta').find((one) =>
    /^(?:ArticleTitle|og:title)$/iu.test(attribute(one, 'name') || attribute(one, 'property')),
  );
  const told = solid(meta ? attribute(meta, 'content') : '');
  const text = solid(textOf(article));
  const h1 = named('h1').find((one) => !/[\u4e00-\u9fff]网$|^首页/u.test(textOf(one).trim()));
  const says = (one: Element): boolean => solid(textOf(one)) === told;
  const titled = (one: Element): boolean => {
    const words = solid(textOf(one));
    return words.length >= 4 && !text.includes(words) && title.startsWith(words);
  };
  if (h1) return h1;
  if (told && text.includes(told)) return undefined;
  return (
    ['h2', 'h3', 'p', 'div', 'td', 'span'].flatMap((name) => named(name).filter(says))[0] ??
    named('h2', 'h3').find(titled)
  );
}

/** @throws ImportFault where the encoding cannot be told, or the page asks for more than a document does */
export function readHtml(bytes: Uint8Array, wanted?: string): Received {
  const { text, encoding } = decodeText(bytes, wanted ?? declared(bytes));
  const root = parse(text);
  checkDepth(root);
  const body = all(root, ({ tagName }) => tagName === 'body')[0]!;
  const article = articleOf(body);
  const page = new Page(sheetOf(root));
  if (article === body) page.node(body, true);
  else {
    const heading = headingOf(root, body, article);
    const kept = new Set<Node>([article, ...(heading ? [heading] : [])]);
    const above = new Set<Node>();
    for (const one of kept)
      for (let at: Node | null = one; at && 'parentNode' in at; at = at.parentNode) above.add(at);
    page.page(body, kept, above);
  }
  page.flush();
  return {
    format: '网页（.html）',
    encoding: encoding === 'gb18030' ? 'GB18030（含 GBK、GB2312）' : encoding.toUpperCase(),
    blocks: page.blocks,
    whole: textOf(body),
    faults: [...page.faults],
    remarks: [
      ...passedOver(page.bullets, page.pictures),
      ...(page.pages
        ? [`网页有“${page.pages}”：全文可能分在几页，请核对是否齐全，把其余各页的文字接上。`]
        : []),
    ],
  };
}
