/**
 * The words of a paragraph as a reader of a format gathers them: what styles hand down, how words look by what is stated of
 * them in the properties of Word (ECMA-376 Part 1, 17.7), and the signs of its symbol fonts. Pure.
 */
import { setWords, type Dropped, type ReceivedParagraph, type Setting } from '../received.ts';
import { elementsIn, type Attributes, type XmlElement } from './xml.ts';

/** Values by the names of properties, `w:jc`; attributes other than the value as `w:ind w:firstLine`. */
export type Properties = Attributes;

export interface Style {
  /** The id of the style that this one is based on. */
  base?: string | undefined;
  paragraph: Properties;
  words: Properties;
}
export type Styles = ReadonlyMap<string, Style>;

/** @returns the properties that have a value */
export const given = (set: Record<string, string | undefined>): Properties =>
  Object.fromEntries(
    Object.entries(set).filter((one): one is [string, string] => one[1] !== undefined),
  );

/** @returns what an element of properties states by elements in it */
export function stated(properties: XmlElement | undefined): Properties {
  if (!properties) return {};
  const found: Properties = {};
  for (const child of elementsIn(properties)) {
    if (child.name === 'w:numPr') Object.assign(found, stated(child));
    for (const [name, value] of Object.entries(child.attributes))
      found[`${child.name} ${name}`] = value;
    found[child.name] = child.attributes['w:val'] ?? '';
  }
  return found;
}

/** @returns what a style states and those that it is based on, the nearest over the others */
export function styled(
  styles: Styles,
  id: string | undefined,
  kind: 'paragraph' | 'words',
): Properties {
  const chain: Style[] = [];
  for (let at = styles.get(id ?? ''); at && !chain.includes(at); at = styles.get(at.base ?? ''))
    chain.unshift(at);
  return Object.assign({}, ...chain.map((style) => style[kind])) as Properties;
}

/** `21✏ 80⓪①②`: from each place in a font on, the characters of Unicode that are seen there. */
const signs = (text: string): ReadonlyMap<number, string> =>
  new Map(
    text.split(' ').flatMap((run) => {
      const first = parseInt(run.slice(0, 2), 16);
      return [...run.slice(2)].map((char, i): [number, string] => [first + i, char]);
    }),
  );
/** Word's symbol fonts: what a reader sees of Wingdings þ is ☑. */
const FONTS: Record<string, ReadonlyMap<number, string>> = {
  wingdings: signs(
    '21✏ 22✂ 28☎ 2a✉ 36⌛ 3f✍ 45☜☞☝☟ 4a☺ 4c☹ 51✈☼ 6c●❍■□□❑❒ 74◆◆❖◆⌧ 80⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿ 9f• a1○ a4◉◎ a7▪□ ab★ d8➢ df←→↑↓↖↗↙↘ e8➔ ef⇦⇨⇧⇩ fb✗✓☒☑',
  ),
  'wingdings 2': signs('4f✗✓☒☑☒☒ 69⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿ 97● 9a○ a2■□ aa◆ ae◆'),
  webdings: signs('33◀▶▲▼ 61✓ 63□ 67■ 6e● 72✗'),
  symbol: signs(
    '21!∀#∃%&∋()*+,−./0123456789:;<=>? 41ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ 61αβχδεφγηιϕκλμνοπθρστυϖωξψζ a2′≤ a5∞ ab↔←↑→↓°±″≥×∝∂•÷≠≡≈… c4⊗⊕ c7∩∪ ce∈ d0∠∇ d5∏√⋅ d9∧∨ de⇒ e5∑ f2∫',
  ),
};

export const isSignFont = (font: string | undefined): boolean =>
  (font ?? '').toLowerCase() in FONTS;

/**
 * @param font the font's name
 * @param code the character as the file has it; fonts of signs stand at U+F000 and on
 * @returns the character that is seen, or null where it is not known
 */
function signOf(font: string, code: number): string | null {
  const signs = FONTS[font.toLowerCase()];
  if (!signs) return code >= 0xe000 && code <= 0xf8ff ? null : String.fromCodePoint(code);
  return signs.get(code & 0xff) ?? (code === 0x20 || code === 0x3000 ? ' ' : null);
}

const OFF = new Set(['0', 'false', 'off', 'none']);
/** Whether a property is on: by standing there, unless its value says no; undefined where it is not stated. */
export const isOn = (value: string | undefined): boolean | undefined =>
  value === undefined ? undefined : !OFF.has(value);

/** A sign raised or lowered by hand: text that is shifted as a whole, for its looks, is longer. */
const SHIFTED = /^[\d+\-−–a-zA-Z()（）]{1,4}$/u;

/**
 * How words look.
 * @param own what they state themselves
 * @param byRun what their own style states, and `byParagraph` that of their paragraph
 */
export function lookOf(own: Properties, byRun: Properties, byParagraph: Properties) {
  const all = { ...byParagraph, ...byRun, ...own };
  /** What is on in both kinds of styles is off (17.7.3); what the words themselves say holds. */
  const toggle = (name: string): boolean =>
    isOn(own[name]) ?? (isOn(byRun[name]) ?? false) !== (isOn(byParagraph[name]) ?? false);
  const script = /^su[bp]/u.exec(all['w:vertAlign'] ?? '')?.[0] as 'sub' | 'sup' | undefined;
  const struck = toggle('w:strike') || toggle('w:dstrike');
  const settings: Setting[] = [...(struck ? (['del'] as const) : []), ...(script ? [script] : [])];
  const white =
    /^f{6}$/iu.test(all['w:color'] ?? '') && !('w:shd' in all) && !('w:highlight' in all);
  const shift = Number(all['w:position'] ?? 0);
  const capitals = toggle('w:caps') || toggle('w:smallCaps');
  return {
    /** The outer one first. */
    settings,
    /** Why they are not seen at all; empty where they are. */
    hidden: toggle('w:vanish') ? '隐藏文字' : '',
    /** The font, where it is one of signs. */
    signs: [all['w:rFonts w:ascii'], all['w:rFonts w:hAnsi']].find((font) => isSignFont(font)),
    /** What an editor should look at in words that look so. */
    doubtOf(text: string): string | undefined {
      if (white) return '是白色的字，读者未必看见，请核对';
      if (Number(all['w:sz'] ?? 20) <= 6) return '小得看不见，读者未必看见，请核对';
      if (isOn(all['w:eastAsianLayout w:combine']))
        return '在原件中排成两行（双行合一），请分成几行，照原件写';
      if (shift && !script && SHIFTED.test(text))
        return `在原件中${shift > 0 ? '抬高' : '降低'}了位置，像${shift > 0 ? '上' : '下'}标，请核对`;
      return capitals && /[a-z]/u.test(text) ? '在原件中显示为大写字母，请核对' : undefined;
    },
  };
}

export type Look = ReturnType<typeof lookOf>;

/** Words of a line that are set alike. */
interface Piece {
  text: string;
  settings: Setting[];
  /** The program makes them as it shows the file: a number, the mark of a note. */
  made?: true;
}

export class Words {
  readonly #lines: Piece[][] = [[]];
  readonly doubts: string[] = [];
  /** Where faults of the file are gathered. */
  readonly faults: Set<string>;
  /** What is in the paragraph and not shown: words, and why they are left out. */
  readonly dropped: Dropped[] = [];

  constructor(faults = new Set<string>()) {
    this.faults = faults;
  }

  /** @param settings the outer one first */
  add(text: string, ...settings: Setting[]): void {
    for (const [i, words] of text.split('\n').entries()) {
      if (i > 0) this.#lines.push([]);
      const line = this.#lines.at(-1)!;
      const last = line.at(-1);
      if (last && !last.made && last.settings.join() === settings.join()) last.text += words;
      else if (words) line.push({ text: words, settings });
    }
  }

  /** Adds words as they are seen: hidden ones are left out, those of a symbol font are the signs that it shows. */
  show(text: string, { settings, hidden, signs = '', doubtOf }: Look): void {
    if (hidden) return this.drop(text, hidden);
    const doubt = text.trim() && doubtOf(text.trim());
    if (doubt) this.doubts.push(`“${text.trim()}”${doubt}`);
    for (const [part, sign] of text.matchAll(
      signs ? /(.)/gsu : /([\ue000-\uf8ff])|[^\ue000-\uf8ff]+/gu,
    ))
      if (sign) this.sign(signs, sign.codePointAt(0)!);
      else this.add(part, ...settings);
  }

  /** Adds what a program makes as it shows the file: a number, the mark of a note. */
  make(text: string): void {
    if (text) this.#lines.at(-1)!.push({ text, settings: [], made: true });
  }

  /** Adds a sign of a symbol font as the character that is seen; one that is not known is a fault. */
  sign(font: string, code: number): void {
    const sign = signOf(font, code);
    this.make(sign ?? '');
    if (sign === null)
      this.faults.add(
        `文件中有读不出的符号（${font || '自造字'}，编码 ${code.toString(16).toUpperCase()}）：请在原件中改成普通的文字或符号（如 ☑、□）后再导入`,
      );
  }

  /** Puts what a program makes before everything. */
  lead(label: string): void {
    if (label) this.#lines[0]!.unshift({ text: label, settings: [], made: true });
  }

  /** Leaves words out; adjacent ones left out for one reason are one. */
  drop(text: string, reason: string): void {
    const last = this.dropped.at(-1);
    if (last?.reason === reason) last.text += text;
    else if (text.trim()) this.dropped.push({ kind: 'dropped', text, reason });
  }

  get isEmpty(): boolean {
    return this.#lines.flat().every(({ text }) => !text.trim());
  }

  /**
   * @param set how the paragraph is set
   * @returns a paragraph for each of its lines; where struck-out words are kept, a doubt says so
   */
  paragraphs(set: Partial<ReceivedParagraph> = {}): ReceivedParagraph[] {
    const found = this.#lines.flatMap((line): ReceivedParagraph[] => {
      const text = line
        .map((piece) => piece.settings.reduceRight(setWords, piece.text))
        .join('')
        .replaceAll('\t', ' ');
      if (!text.trim()) return [];
      const generated = line.filter(({ made }) => made).map((piece) => piece.text);
      return [
        {
          ...set,
          kind: 'paragraph',
          text: text.trim(),
          ...(/^\s*\u3000/u.test(text) ? { indented: true } : {}),
          ...(generated.length > 0 ? { generated } : {}),
        },
      ];
    });
    const doubts = [...this.doubts];
    for (const { text, settings } of this.#lines.flat())
      if (settings.includes('del') && text.trim())
        doubts.push(`“${text}”在原件中划了删除线，照录并划线，请核对是否应当删去`);
    if (found[0] && doubts.length > 0) found[0].doubts = doubts;
    return found;
  }
}
