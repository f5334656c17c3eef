/**
 * How Word sets a paragraph and its words, and the numbers that it makes: styles.xml and numbering.xml, with what a
 * style takes over from the one that it is based on (ECMA-376 Part 1, 17.7 and 17.9).
 */
import { ImportFault, MOST_LABEL, MOST_LEVELS, MOST_START, statedNumber } from '../limits.ts';
import { ListCounter, type Level, type List } from './numbering.ts';
import { allIn, childOf, elementsIn, xmlOf, type Parts, type XmlElement } from './package.ts';
import { isSignFont, type Setting } from './words.ts';

const OFF = new Set(['0', 'false', 'off', 'none']);
export const valueOf = (node: XmlElement | undefined): string | undefined =>
  node?.attributes['w:val'];
/** Whether a property is on: by standing there, unless its value says no; undefined where it is not stated. */
const isOn = (node: XmlElement | undefined): boolean | undefined =>
  node && !OFF.has(valueOf(node) ?? '1');

export interface RunSetting {
  hidden: boolean;
  settings: Setting[];
  /** The font, where it is one of signs. */
  signs?: string;
  /** What an editor should look at in words set so: white or tiny ones, raised by hand, in capitals. */
  doubtOf?: (text: string) => string | undefined;
}
export interface ParagraphSetting {
  align?: 'center' | 'right';
  indented?: true;
}

/** A sign raised or lowered by hand: text that is shifted as a whole, for its looks, is longer. */
const SHIFTED = /^[\d+\-−–a-zA-Z()（）]{1,4}$/u;

const ALIGN: Record<string, 'center' | 'right'> = {
  center: 'center',
  right: 'right',
  end: 'right',
};

export class WordStyles {
  readonly #styles = new Map<string, XmlElement>();
  readonly #default: string | undefined;
  readonly #chains = new Map<string, XmlElement[]>();

  constructor(parts: Parts) {
    const part = parts['word/styles.xml'];
    if (!part) return;
    for (const style of allIn(xmlOf(part, 'word/styles.xml'), 'w:style')) {
      const { 'w:styleId': id = '', 'w:type': type, 'w:default': isDefault } = style.attributes;
      this.#styles.set(id, style);
      if (type === 'paragraph' && isDefault && !OFF.has(isDefault)) this.#default = id;
    }
  }

  /** A style and those that it is based on, the nearest first. */
  chain(id: string | undefined): XmlElement[] {
    const known = this.#chains.get(id ?? '');
    if (known) return known;
    const chain: XmlElement[] = [];
    for (let at = this.#styles.get(id ?? ''); at && !chain.includes(at);) {
      chain.push(at);
      at = this.#styles.get(valueOf(childOf(at, 'w:basedOn')) ?? '');
    }
    this.#chains.set(id ?? '', chain);
    return chain;
  }

  has(id: string): boolean {
    return this.#styles.has(id);
  }

  #styleId(paragraph: XmlElement): string | undefined {
    return valueOf(childOf(paragraph, 'w:pPr', 'w:pStyle')) ?? this.#default;
  }

  /** The paragraph's own properties, then those of its styles. */
  #properties(paragraph: XmlElement): XmlElement[] {
    return [paragraph, ...this.chain(this.#styleId(paragraph))].flatMap(
      (node) => childOf(node, 'w:pPr') ?? [],
    );
  }

  paragraph(paragraph: XmlElement): ParagraphSetting {
    const properties = this.#properties(paragraph);
    const first = (name: string): XmlElement | undefined =>
      properties.map((one) => childOf(one, name)).find(Boolean);
    const align = ALIGN[valueOf(first('w:jc')) ?? ''];
    const stated = (name: string): string | undefined =>
      properties.map((one) => childOf(one, 'w:ind')?.attributes[name]).find(Boolean);
    const indent = Number(stated('w:firstLineChars') ?? 0) || Number(stated('w:firstLine') ?? 0);
    return {
      ...(align ? { align } : {}),
      ...(indent > 0 ? { indented: true } : {}),
    };
  }

  /** The names of a paragraph's styles, as Word calls them: `toc 1`, `heading 2`. */
  names(paragraph: XmlElement): string[] {
    return this.chain(this.#styleId(paragraph)).map((style) =>
      (valueOf(childOf(style, 'w:name')) ?? '').toLowerCase(),
    );
  }

  /** @param run or, for the paragraph's own mark, undefined */
  run(paragraph: XmlElement | undefined, run: XmlElement | undefined): RunSetting {
    const own = run ? childOf(run, 'w:rPr') : childOf(paragraph, 'w:pPr', 'w:rPr');
    const of = (chain: XmlElement[]): XmlElement[] =>
      chain.flatMap((style) => childOf(style, 'w:rPr') ?? []);
    const byRun = of(this.chain(valueOf(childOf(own, 'w:rStyle'))));
    const byParagraph = paragraph ? of(this.chain(this.#styleId(paragraph))) : [];
    const all = [...(own ? [own] : []), ...byRun, ...byParagraph];
    const first = (name: string, among = all): XmlElement | undefined =>
      among.map((one) => childOf(one, name)).find(Boolean);
    /** What is on in both kinds of styles is off (17.7.3); what the run itself says holds. */
    const toggle = (name: string): boolean =>
      isOn(childOf(own, name)) ??
      (isOn(first(name, byRun)) ?? false) !== (isOn(first(name, byParagraph)) ?? false);
    const settings: Setting[] = [];
    if (toggle('w:strike') || toggle('w:dstrike')) settings.push('del');
    const script = valueOf(first('w:vertAlign'));
    if (script === 'superscript') settings.push('sup');
    if (script === 'subscript') settings.push('sub');
    const fonts = first('w:rFonts')?.attributes;
    const signs = [fonts?.['w:ascii'], fonts?.['w:hAnsi']].find((font) => isSignFont(font));
    const white =
      /^f{6}$/iu.test(valueOf(first('w:color')) ?? '') && !first('w:shd') && !first('w:highlight');
    const small = Number(valueOf(first('w:sz')) ?? 20) <= 6;
    const shift = Number(valueOf(first('w:position')) ?? 0);
    const combined = first('w:eastAsianLayout')?.attributes['w:combine'];
    const capitals = toggle('w:caps') || toggle('w:smallCaps');
    const doubtOf = (text: string): string | undefined => {
      if (white) return '是白色的字，读者未必看见，请核对';
      if (small) return '小得看不见，读者未必看见，请核对';
      if (combined && !OFF.has(combined))
        return '在原件中排成两行（双行合一），请分成几行，照原件写';
      if (shift && !script && SHIFTED.test(text))
        return `在原件中${shift > 0 ? '抬高' : '降低'}了位置，像${shift > 0 ? '上' : '下'}标，请核对`;
      return capitals && /[a-z]/u.test(text) ? '在原件中显示为大写字母，请核对' : undefined;
    };
    return { hidden: toggle('w:vanish'), settings, doubtOf, ...(signs ? { signs } : {}) };
  }

  /** The list that a paragraph is in, by its own properties or its style's; null in none. */
  listOf(paragraph: XmlElement): { id: string; level?: string; style?: string } | null {
    const own = childOf(paragraph, 'w:pPr', 'w:numPr');
    const style = this.#styleId(paragraph);
    const all = [
      ...(own ? [own] : []),
      ...this.chain(style).flatMap((one) => childOf(one, 'w:pPr', 'w:numPr') ?? []),
    ];
    const first = (name: string): string | undefined =>
      all.map((one) => valueOf(childOf(one, name))).find((one) => one !== undefined);
    const id = first('w:numId');
    if (id === undefined || id === '0') return null;
    const level = first('w:ilvl');
    const byStyle = valueOf(childOf(own, 'w:ilvl')) === undefined ? style : undefined;
    return { id, ...(level ? { level } : {}), ...(byStyle ? { style: byStyle } : {}) };
  }

  /** The list that a numbering style leads to. */
  listOfStyle(id: string): string | undefined {
    return this.chain(id)
      .map((style) => valueOf(childOf(style, 'w:pPr', 'w:numPr', 'w:numId')))
      .find(Boolean);
  }
}

const startOf = (node: XmlElement | undefined): number =>
  statedNumber(valueOf(node), 1, '编号的起始值', [0, MOST_START]);
const levelOf = (value: string | undefined): number =>
  statedNumber(value, 0, '编号的级别', [0, MOST_LEVELS - 1]);

function readLevels(parent: XmlElement): Level[] {
  const levels: Level[] = [];
  for (const node of elementsIn(parent).filter(({ name }) => name === 'w:lvl')) {
    const at = levelOf(node.attributes['w:ilvl']);
    const formats = allIn(node, 'w:numFmt');
    const custom = formats.find((one) => valueOf(one) === 'custom')?.attributes['w:format'];
    const text = valueOf(childOf(node, 'w:lvlText')) ?? '';
    if (text.length > MOST_LABEL)
      throw new ImportFault(
        `文件中编号的文字有 ${text.length} 个字，多于 ${MOST_LABEL} 个，不像编号。请在 Word 中重新设置编号，另存后再导入。`,
      );
    const style = valueOf(childOf(node, 'w:pStyle'));
    levels[at] = {
      start: startOf(childOf(node, 'w:start')),
      format: custom ? `custom ${custom}` : (valueOf(formats[0]) ?? 'decimal'),
      text,
      legal: isOn(childOf(node, 'w:isLgl')) ?? false,
      restart: statedNumber(valueOf(childOf(node, 'w:lvlRestart')), at, '编号的重新开始', [
        0,
        MOST_LEVELS,
      ]),
      apart: valueOf(childOf(node, 'w:suff')) !== 'nothing',
      hidden: isOn(childOf(node, 'w:rPr', 'w:vanish')) ?? false,
      ...(style ? { style } : {}),
    };
  }
  return levels;
}

/** Tells, asked for every paragraph in order, the number that Word shows before it. */
export class WordNumbers {
  readonly #styles: WordStyles;
  readonly #lists = new Map<string, List>();
  readonly #counter = new ListCounter();

  constructor(parts: Parts, styles: WordStyles) {
    this.#styles = styles;
    const part = parts['word/numbering.xml'];
    if (!part) return;
    const root = xmlOf(part, 'word/numbering.xml');
    const abstracts = new Map(
      allIn(root, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', one]),
    );
    const nums = allIn(root, 'w:num');
    const abstractOf = (num: XmlElement | undefined): string =>
      valueOf(childOf(num, 'w:abstractNumId')) ?? '';
    /** A list may be defined by a numbering style, which names the list that is meant. */
    const resolved = (id: string): string => {
      const link = valueOf(childOf(abstracts.get(id), 'w:numStyleLink'));
      if (!link) return id;
      if (!styles.has(link))
        throw new ImportFault(
          `编号的定义引用了文件中没有的样式“${link}”，编号算不出来。请用 Word 打开，重新设置编号并另存后再导入。`,
        );
      const meant = styles.listOfStyle(link);
      return abstractOf(nums.find((num) => num.attributes['w:numId'] === meant)) || id;
    };
    for (const num of nums) {
      const counter = resolved(abstractOf(num));
      const abstract = abstracts.get(counter);
      const levels = abstract ? readLevels(abstract) : [];
      const starts = new Map<number, number>();
      for (const override of allIn(num, 'w:lvlOverride')) {
        const start = childOf(override, 'w:startOverride');
        if (start) starts.set(levelOf(override.attributes['w:ilvl']), startOf(start));
        readLevels(override).forEach((level, i) => (levels[i] = level));
      }
      this.#lists.set(num.attributes['w:numId'] ?? '', { counter, levels, starts });
    }
  }

  get bullets(): number {
    return this.#counter.bullets;
  }

  /** @returns the number with what follows it, empty for none; `unknown` is a format that is not known here */
  next(paragraph: XmlElement): { label: string; unknown?: string } {
    const found = this.#styles.listOf(paragraph);
    const list = found && this.#lists.get(found.id);
    if (!found || !list) return { label: '' };
    const linked = found.style ? list.levels.findIndex((one) => one?.style === found.style) : -1;
    return this.#counter.next(list, found.id, linked >= 0 ? linked : levelOf(found.level));
  }
}
