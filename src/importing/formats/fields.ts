/** Word's fields (ECMA-376 Part 1, 17.16): of each is seen what it shows, its result, and not what it is made by. */
import { isOn } from './styles.ts';
import type { Words } from './words.ts';
import { allIn, childOf, type XmlElement } from './xml.ts';

interface Field {
  code: string;
  /** Its result is being read. */
  result: boolean;
  /** Something was seen of it. */
  seen: boolean;
  /** The box or the choices of a form. */
  form?: XmlElement | undefined;
}

/** What is refused of every format that has formulas. */
export const FORMULA = '文件含公式，公式不是文字，读不出来：请先在原件中把公式写成文字，再导入';

/** Fields that may show nothing where they stand; what another one shows must have been stored, or is not known. */
const SILENT =
  /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|TOC|INDEX|BIBLIOGRAPHY|HYPERLINK|REF|FORMTEXT|FORMDROPDOWN|DOCPROPERTY|MERGEFIELD|NEXT|IF|SHAPE|INCLUDEPICTURE|ADVANCE|=|$)/iu;
/** Word's 带圈字符: EQ \o\ac(○,1). */
const ENCLOSED =
  /^\s*eq\s*\\o\s*\\ac\s*\(\s*[○〇Ο]\s*[,，]\s*(\d{1,2}|[一二三四五六七八九十])\s*\)\s*$/iu;
const CIRCLED = ' ①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const CIRCLED_CHINESE = '一㊀二㊁三㊂四㊃五㊄六㊅七㊆八㊇九㊈十㊉';
/** Shows the day on which the file is opened or printed. */
const CLOCK = /^\s*(?:DATE|TIME|PRINTDATE|SAVEDATE)\b/iu;

export class Fields {
  readonly #open: Field[] = [];

  begin(code = '', result = false, form?: XmlElement): void {
    this.#open.push({ code, result, seen: false, form });
  }

  /** Its result begins. */
  separate(): void {
    const field = this.#open.at(-1);
    if (field) field.result = true;
  }

  /** @returns whether words that stand here are seen, and not what a field is made by */
  sees(words: string): boolean {
    const field = this.#open.at(-1);
    if (field && !field.result) field.code += words;
    const isSeen = this.#open.every(({ result }) => result);
    if (isSeen && words) for (const one of this.#open) one.seen = true;
    return isSeen;
  }

  get inContents(): boolean {
    return this.#open.some(({ code }) => /^\s*TOC\b/u.test(code));
  }

  /** Adds to the words what a field shows that is not stored as its result, or a doubt where that is not known. */
  end(words: Words): void {
    const { code = '', seen, form } = this.#open.pop() ?? { seen: true };
    const circled = ENCLOSED.exec(code)?.[1];
    const box = childOf(form, 'w:checkBox');
    const choices = childOf(form, 'w:ddList');
    if (box) {
      const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default');
      words.make(state && isOn(state.attributes['w:val'] ?? '1') ? '☑' : '☐');
    } else if (choices && !seen) {
      const at = childOf(choices, 'w:result') ?? childOf(choices, 'w:default');
      const entry = allIn(choices, 'w:listEntry')[Number(at?.attributes['w:val'] ?? 0)];
      words.make(entry?.attributes['w:val'] ?? '');
    } else if (circled)
      words.make(
        CIRCLED[Number(circled)] ?? CIRCLED_CHINESE[CIRCLED_CHINESE.indexOf(circled) + 1]!,
      );
    else if (/^\s*eq\b|EMBED\s+Equation/iu.test(code)) words.faults.add(FORMULA);
    else if (CLOCK.test(code) && seen)
      words.doubts.push('此处的日期是自动更新的域，每次打开都会变，请按印出的原件核对');
    else if (!seen && !SILENT.test(code))
      words.doubts.push(`此处有“${code.trim().slice(0, 40)}”域，它显示的编号或文字读不出来`);
  }
}
