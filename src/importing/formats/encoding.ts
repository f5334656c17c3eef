/**
 * Bytes to text, for files that do not say their encoding: a byte-order mark, else strict UTF-8, else the
 * one of GB18030 (which holds GBK and GB2312) and Big5 whose text has the everyday characters of Chinese.
 * The decoders are the platform's (WHATWG Encoding Standard), in their strict form.
 */
import { ImportFault } from '../limits.ts';

const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type EncodingName = (typeof ENCODINGS)[number];

/** Among the most frequent characters of written Chinese, in both scripts, and its punctuation. */
const EVERYDAY = new Set(
  '的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過民产產业業政市本局公第号號条條，。、：；《》（）',
);

/** In a text in Chinese every third or fourth character is an everyday one; read wrongly, hardly any. */
const PLAUSIBLE = 0.08;

const decodeStrictly = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** @returns how much of what is not ASCII is everyday characters, 0 to 1 */
export function everydayShare(text: string): number {
  let beyond = 0;
  let everyday = 0;
  for (const char of text) {
    if (char <= '\u007f' || /\s/u.test(char)) continue;
    beyond++;
    if (EVERYDAY.has(char)) everyday++;
  }
  return beyond === 0 ? 0 : everyday / beyond;
}

/** Lines that can only be UTF-8, and lines that cannot be, in one file: their numbers, from 1. */
function mixedLines(bytes: Uint8Array): { utf8: number; other: number } | null {
  let utf8 = 0;
  let other = 0;
  let line = 1;
  for (let from = 0; from <= bytes.length; line++) {
    const at = bytes.indexOf(0x0a, from);
    const end = at < 0 ? bytes.length : at;
    const part = bytes.subarray(from, end);
    from = end + 1;
    const high = part.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
    if (high < 6) continue;
    if (decodeStrictly(part, 'utf-8') === null) other ||= line;
    else if (high >= 9) utf8 ||= line;
    if (utf8 && other) return { utf8, other };
  }
  return null;
}

function byMark(bytes: Uint8Array): EncodingName | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/**
 * @param wanted the encoding that the editor names, or that the file itself declares
 * @returns the text with Unix line endings, and the encoding that was read
 * @throws ImportFault where the bytes are in no encoding that is read here, in two at once, or may be either
 */
export function decodeText(
  bytes: Uint8Array,
  wanted?: string,
): { text: string; encoding: EncodingName } {
  const done = (text: string, encoding: EncodingName) => ({
    text: text.replace(/\r\n?/gu, '\n'),
    encoding,
  });
  const named = byMark(bytes) ?? wanted;
  if (named) {
    const encoding = /^gb/iu.test(named) ? 'gb18030' : (named.toLowerCase() as EncodingName);
    if (!ENCODINGS.includes(encoding))
      throw new ImportFault(`不认识编码“${named}”。可用的有：${ENCODINGS.join('、')}。`);
    const text = decodeStrictly(bytes, encoding);
    if (text === null) throw new ImportFault(`文件不是完好的 ${encoding} 文本，有读不出的字节。`);
    return done(text, encoding);
  }
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return done(utf8, 'utf-8');
  const mixed = mixedLines(bytes);
  if (mixed)
    throw new ImportFault(
      `文件混用了两种编码：第${mixed.utf8}行是 UTF-8，第${mixed.other}行不是。请在编辑器中统一另存为 UTF-8 后再导入。`,
    );
  const tries = (['gb18030', 'big5'] as const)
    .map((encoding) => ({ encoding, text: decodeStrictly(bytes, encoding) }))
    .flatMap(({ encoding, text }) =>
      text === null ? [] : [{ encoding, text, share: everydayShare(text) }],
    )
    .sort((a, b) => b.share - a.share);
  const [best, second] = tries;
  if (!best || best.share < PLAUSIBLE || (second && second.share * 2 > best.share))
    throw new ImportFault(
      '判断不了文字编码：不是 UTF-8，也不像 GBK、GB18030 或 Big5。请在编辑器中另存为 UTF-8，或用 --encoding 指明编码。',
    );
  return done(best.text, best.encoding);
}
