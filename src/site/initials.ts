/** The letter that a Chinese word is filed under: the initial of its pinyin. */

/** The first character of each letter in the pinyin order of Unicode's collation. */
const FIRST = '阿八嚓咑妸发旮哈丌咔垃妈拏噢妑七呥仨他屲夕丫帀';
const LETTERS = 'ABCDEFGHJKLMNOPQRSTWXYZ';

/** Characters whose commonest reading as the first of a term is not the one in the collation. */
const READINGS: Record<string, string> = { 长: 'C', 重: 'C', 调: 'T' };

const pinyin = new Intl.Collator('zh-u-co-pinyin');

/** Compares two texts as a Chinese dictionary orders them; digits first, then letters. */
export const comparePinyin = (a: string, b: string): number => pinyin.compare(a, b);

/**
 * @returns a letter A to Z, or `0–9` for digits, or `其他`
 */
export function initialOf(text: string): string {
  const first = [...text.replace(/^[“‘《「（(\s]+/u, '')][0] ?? '';
  if (/\d/.test(first)) return '0–9';
  if (/[a-z]/i.test(first)) return first.toUpperCase();
  if (!/\p{Script=Han}/u.test(first)) return '其他';
  if (READINGS[first]) return READINGS[first];
  const after = [...FIRST].findIndex((boundary) => pinyin.compare(boundary, first) > 0);
  return LETTERS[after < 0 ? LETTERS.length - 1 : after - 1] ?? '其他';
}
