/** The words of a paragraph as a reader of a format gathers them, with what is raised, lowered or struck out. Pure. */
import {
  EMPHASIS,
  LEVEL,
  LOWERED,
  raised,
  RAISED,
  STRONG,
  STRUCK,
  type Dropped,
  type ReceivedBlock,
  type ReceivedParagraph,
} from '../received.ts';

/** The signs of Word's symbol fonts as characters of Unicode: what a reader sees of Wingdings þ is ☑. */
const range = (first: number, chars: string): [number, string][] =>
  [...chars].map((char, i) => [first + i, char]);
/** `fe☑ fd☒`: the place of a sign in its font, and the character. */
const listed = (text: string): [number, string][] =>
  text.split(' ').map((one) => [parseInt(one.slice(0, 2), 16), one.slice(2)]);

const CIRCLED = '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿';
const FONTS: Record<string, ReadonlyMap<number, string>> = {
  wingdings: new Map([
    ...range(0x80, CIRCLED),
    ...listed(
      '21✏ 22✂ 28☎ 2a✉ 36⌛ 3f✍ 45☜ 46☞ 47☝ 48☟ 4a☺ 4c☹ 51✈ 52☼ 6c● 6d❍ 6e■ 6f□ 70□ 71❑ 72❒ 74◆ 75◆ 76❖ 77◆ 78⌧ 9f• a1○ a4◉ a5◎ a7▪ a8□ ab★ d8➢ df← e0→ e1↑ e2↓ e3↖ e4↗ e5↙ e6↘ e8➔ ef⇦ f0⇨ f1⇧ f2⇩ fb✗ fc✓ fd☒ fe☑',
    ),
  ]),
  'wingdings 2': new Map([
    ...range(0x69, CIRCLED),
    ...listed('4f✗ 50✓ 51☒ 52☑ 53☒ 54☒ 97● 9a○ a2■ a3□ aa◆ ae◆'),
  ]),
  webdings: new Map(listed('33◀ 34▶ 35▲ 36▼ 61✓ 63□ 67■ 6e● 72✗')),
  symbol: new Map([
    ...range(0x20, ' !∀#∃%&∋()*+,−./0123456789:;<=>?'),
    ...range(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
    ...range(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
    ...listed(
      'a2′ a3≤ a5∞ ab↔ ac← ad↑ ae→ af↓ b0° b1± b2″ b3≥ b4× b5∝ b6∂ b7• b8÷ b9≠ ba≡ bb≈ bc… c4⊗ c5⊕ c7∩ c8∪ ce∈ d0∠ d1∇ d5∏ d6√ d7⋅ d9∧ da∨ de⇒ e5∑ f2∫',
    ),
  ]),
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

/** Around what a program makes and the file does not hold as text; private characters that no document uses. */
const MADE_START = '\ue8f0';
const MADE_END = '\ue8f1';
const MADE = new RegExp(`${MADE_START}([^${MADE_END}]*)${MADE_END}`, 'gu');

export type Setting = 'sup' | 'sub' | 'del' | 'strong' | 'emphasis';

const OPENING = { sup: RAISED, sub: LOWERED, del: STRUCK, strong: STRONG, emphasis: EMPHASIS };
const OPENINGS: readonly string[] = Object.values(OPENING);

/** Words that are set alike and follow each other are set together. */
function setTogether(text: string): string {
  let out = '';
  let closed = '';
  const open: string[] = [];
  for (const char of text) {
    if (OPENINGS.includes(char)) {
      open.push(char);
      if (char === closed && out.endsWith(LEVEL)) out = out.slice(0, -LEVEL.length);
      else out += char;
      continue;
    }
    closed = char === LEVEL ? (open.pop() ?? '') : '';
    out += char;
  }
  return out;
}

/** @returns words set so: as signs of Unicode where it has all of them, else between marks */
export function setWords(text: string, setting: Setting): string {
  if (!text.trim()) return text;
  const way = setting === 'sup' ? 'super' : setting === 'sub' ? 'sub' : null;
  const signs = way && raised(text, way);
  if (signs !== null) return signs;
  return `${OPENING[setting]}${text}${LEVEL}`;
}

export class Words {
  #text = '';
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
    this.#text += settings.reduceRight(setWords, text);
  }

  /** Adds what a program makes as it shows the file: a number, the mark of a note. */
  make(text: string): void {
    if (text) this.#text += MADE_START + text + MADE_END;
  }

  /** Adds a sign of a symbol font as the character that is seen; one that is not known is a fault. */
  sign(font: string, code: number): void {
    const sign = signOf(font, code);
    if (sign !== null) this.make(sign);
    else
      this.faults.add(
        `文件中有读不出的符号（${font || '自造字'}，编码 ${code.toString(16).toUpperCase()}）：请在原件中改成普通的文字或符号（如 ☑、□）后再导入`,
      );
  }

  /** Puts what a program makes before everything. */
  lead(label: string): void {
    if (label) this.#text = MADE_START + label + MADE_END + this.#text;
  }

  /** Leaves words out; adjacent ones left out for one reason are one. */
  drop(text: string, reason: string): void {
    const last = this.dropped.at(-1);
    if (last?.reason === reason) last.text += text;
    else if (text.trim()) this.dropped.push({ kind: 'dropped', text, reason });
  }

  get isEmpty(): boolean {
    return this.#text.trim() === '';
  }

  /**
   * @param set how the paragraph is set
   * @returns a paragraph for each of its lines; where struck-out words are kept, a doubt says so
   */
  paragraphs(set: Partial<ReceivedParagraph> = {}): ReceivedParagraph[] {
    const joined = setTogether(this.#text);
    const struck = [...joined.matchAll(new RegExp(`${STRUCK}([^${LEVEL}]*)`, 'gu'))];
    const found = joined.split('\n').flatMap((line): ReceivedParagraph[] => {
      const made = [...line.matchAll(MADE)].map((match) => match[1]!);
      const text = line.replace(MADE, '$1').replaceAll('\t', ' ');
      if (!text.trim()) return [];
      const indented = set.indented || /^\s*\u3000/u.test(text);
      return [
        {
          ...set,
          kind: 'paragraph',
          text: text.trim(),
          ...(indented ? { indented } : {}),
          ...(made.length > 0 ? { generated: made } : {}),
        },
      ];
    });
    const doubts = [
      ...this.doubts,
      ...struck.map(([, words]) => `“${words}”在原件中划了删除线，照录并划线，请核对是否应当删去`),
    ];
    if (found[0] && doubts.length > 0) found[0].doubts = doubts;
    return found;
  }
}

/** What is refused of every format that has formulas. */
export const FORMULA = '文件含公式，公式不是文字，读不出来：请先在原件中把公式写成文字，再导入';

/** A note at the end of the text, its mark before its first words. */
export function noteOf(mark: string, blocks: ReceivedBlock[]): ReceivedBlock[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph' || !mark) return blocks;
  const generated = [mark, ...(first.generated ?? [])];
  return [{ ...first, text: `${mark} ${first.text}`, generated }, ...rest];
}

/** What was passed over in reading, as an editor is told of it. */
export function passedOver(counts: {
  bullets: number;
  pictures: number;
  objects?: number;
}): string[] {
  const { bullets, pictures, objects = 0 } = counts;
  return [
    bullets && `${bullets} 个项目符号没有写入：它们是图形，不是文字。`,
    pictures && `文件中有 ${pictures} 幅图片，图片不收入；其中若有文字，请照录成文字。`,
    objects && `文件中有 ${objects} 个嵌入的图表或对象，其中的文字没有读出：请照录成文字。`,
  ].filter((remark): remark is string => typeof remark === 'string');
}
