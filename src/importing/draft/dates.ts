/** A date as an official document writes it, as the library keeps it. Pure. */

const DIGITS: Record<string, string> = {
  〇: '0',
  '○': '0',
  Ｏ: '0',
  O: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** 十二, 二十, 三十一 or 12. */
function small(figure: string): number {
  if (/^\d+$/u.test(figure)) return Number(figure);
  const [tens, ones] = figure.includes('十') ? figure.split('十') : ['', figure];
  const ten = figure.includes('十') ? Number(DIGITS[tens ?? ''] ?? 1) * 10 : 0;
  return ten + Number(DIGITS[ones ?? ''] ?? 0);
}

/**
 * @param text `2021年5月20日` or `二〇二一年五月二十日`
 * @returns `2021-05-20`, or null where the day does not exist
 */
export function isoDate(text: string): string | null {
  const match = /^(.{4})年(.{1,2}|十[一二])月(.{1,3})日$/u.exec(text.replace(/\s+/gu, ''));
  if (!match) return null;
  const year = [...match[1]!].map((char) => DIGITS[char] ?? char).join('');
  const iso = [year, small(match[2]!), small(match[3]!)]
    .map((n) => String(n).padStart(2, '0'))
    .join('-');
  const day = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(iso) ? null : iso;
}
