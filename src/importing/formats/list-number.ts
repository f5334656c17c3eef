/** The ways in which a word processor writes the number of a list item. Pure. */

const DIGITS = '〇一二三四五六七八九';

/** 1 to 9999 in Chinese: 12 is 十二, 105 is 一百零五. */
function chinese(n: number): string {
  if (n <= 0 || n > 9999) return String(n);
  const units = ['', '十', '百', '千'];
  const digits = [...String(n)].map(Number);
  let text = '';
  digits.forEach((digit, i) => {
    const unit = units[digits.length - 1 - i]!;
    if (digit) text += DIGITS[digit]! + unit;
    else if (text && !text.endsWith('零') && digits.slice(i).some(Boolean)) text += '零';
  });
  return text.replace(/^一十/u, '十');
}

function letters(n: number): string {
  const letter = String.fromCharCode(97 + ((n - 1) % 26));
  return letter.repeat(Math.floor((n - 1) / 26) + 1);
}

function roman(n: number): string {
  const steps: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = n;
  let text = '';
  for (const [value, sign] of steps) for (; rest >= value; rest -= value) text += sign;
  return text;
}

/**
 * @param format as OOXML names it (ECMA-376, ST_NumberFormat)
 * @returns the number as it is shown; decimal for formats that Chinese documents do not use
 */
export function listNumber(n: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
      return chinese(n);
    case 'ideographDigital':
      return [...String(n)].map((digit) => DIGITS[Number(digit)]).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return n <= 20 ? String.fromCodePoint(0x2460 + n - 1) : String(n);
    case 'decimalFullWidth':
      return [...String(n)].map((d) => String.fromCodePoint(0xff10 + Number(d))).join('');
    case 'lowerLetter':
      return letters(n);
    case 'upperLetter':
      return letters(n).toUpperCase();
    case 'lowerRoman':
      return roman(n);
    case 'upperRoman':
      return roman(n).toUpperCase();
    case 'decimalZero':
      return String(n).padStart(2, '0');
    default:
      return String(n);
  }
}
