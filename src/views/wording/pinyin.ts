/**
 * The letter that a Chinese word is filed under, and the order of a dictionary: both by its pinyin, which pinyin-pro (MIT, no
 * dependencies, at build time only) reads by the word: 重 is chóng in 重庆. Intl.Collator alone knows one reading a character.
 */
import { pinyin } from 'pinyin-pro';

const DIGIT = /\p{Nd}/u;
const LATIN = /[a-z]/i;

/** Readings that a text gives its characters: 重 is chóng in 重庆, zhòng in 重大. */
const readingsOf = (text: string): string[] =>
  pinyin(text, { type: 'array', toneType: 'none', v: true });

/** The label of words that begin with a digit, and of those that begin with no letter at all. */
export const DIGITS = '0–9';
export const NO_LETTER = '其他';

const letterOf = (reading: string): string => {
  const first = reading[0] ?? '';
  if (DIGIT.test(first)) return DIGITS;
  return LATIN.test(first) ? first.toUpperCase() : NO_LETTER;
};

/**
 * The letters of a text's characters, each as it is read there.
 * @returns one a character: A to Z, `0–9` for digits, `其他` for what has no reading
 */
export function lettersOf(text: string): string[] {
  const characters = [...text];
  const readings = readingsOf(text);
  if (readings.length === characters.length) return readings.map(letterOf);
  return characters.map((character) => letterOf(readingsOf(character)[0] ?? ''));
}

/** What a word is filed by: without marks and spaces, 十四五 for “十四五”. */
export const filedAs = (text: string): string => text.replace(/[\p{P}\p{S}\s]/gu, '') || text;

const collator = new Intl.Collator('zh-u-co-pinyin', { numeric: true });
const keys = new Map<string, string>();

/** A text with each character's reading before it, so that 重庆 stands before 重大. */
function keyOf(text: string): string {
  let key = keys.get(text);
  if (key === undefined) {
    const filed = filedAs(text);
    key = pinyin(filed, { toneType: 'num', v: true, nonZh: 'consecutive' });
    keys.set(text, key);
  }
  return key;
}

/** Compares two texts as a Chinese dictionary orders them; digits first, then letters. */
export const comparePinyin = (a: string, b: string): number =>
  collator.compare(keyOf(a), keyOf(b)) || collator.compare(a, b);
