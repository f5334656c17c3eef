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
  type ReceivedParagraph,
} from '../received.ts';

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
  /** What is in the paragraph and not shown: words, and why they are left out. */
  readonly dropped: Dropped[] = [];

  /** @param settings the outer one first */
  add(text: string, ...settings: Setting[]): void {
    this.#text += settings.reduceRight(setWords, text);
  }

  /** Adds what a program makes as it shows the file: a number, the mark of a note. */
  make(text: string): void {
    if (text) this.#text += MADE_START + text + MADE_END;
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
