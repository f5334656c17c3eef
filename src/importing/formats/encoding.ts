/**
 * Bytes to text, for files that do not say their encoding: a byte-order mark, else strict UTF-8, else the
 * one of GB18030 (which holds GBK and GB2312) and Big5 whose text has the everyday characters of Chinese.
 * The decoders are the platform's (WHATWG Encoding Standard), in their strict form.
 */
import { ImportFault } from '../limits.ts';

/** What is read, and how an editor is told of it. */
const ENCODINGS: Record<string, string> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030（含 GBK、GB2312）',
  big5: 'Big5',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

/** Among the most frequent characters of written Chinese, in both scripts, and its punctuation. */
const EVERYDAY = new Set(
  '的一是在不了有和人这這中大为為上个個國国我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過民产產业業政市本局公第号號条條，。、：；《》（）',
);

/** In a text in Chinese every third or fourth character is an everyday one; read wrongly, hardly any. */
const PLAUSIBLE = 0.08;

/** @returns how much of what is not ASCII is everyday characters, 0 to 1 */
export function everydayShare(text: string): number {
  const beyond = text.match(/[^\0-\x7f\s]/gu) ?? [];
  return beyond.filter((char) => EVERYDAY.has(char)).length / (beyond.length || 1);
}

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Lines that can only be UTF-8, and lines that cannot be, in one file: their numbers, from 1. */
function mixedLines(bytes: Uint8Array): { utf8: number; other: number } {
  const kinds = Buffer.from(bytes)
    .toString('latin1')
    .split('\n')
    .map((line) => {
      const high = line.match(/[\x80-\xff]/gu)?.length ?? 0;
      if (high < 6) return 'either';
      if (decode(Buffer.from(line, 'latin1'), 'utf-8') === null) return 'other';
      return high < 9 ? 'either' : 'utf8';
    });
  return { utf8: kinds.indexOf('utf8') + 1, other: kinds.indexOf('other') + 1 };
}

const MARKS = { 'utf-8': 'efbbbf', 'utf-16le': 'fffe', 'utf-16be': 'feff' };

/**
 * @param wanted the encoding that the editor names, or that the file itself declares
 * @returns the text with Unix line endings, and what the encoding that was read is called
 * @throws ImportFault where the bytes are in no encoding that is read here, in two at once, or may be either
 */
export function decodeText(bytes: Uint8Array, wanted?: string): { text: string; encoding: string } {
  const done = (text: string, encoding: string) => ({
    text: text.replace(/\r\n?/gu, '\n'),
    encoding: ENCODINGS[encoding]!,
  });
  const begin = Buffer.from(bytes.subarray(0, 3)).toString('hex');
  const [marked] = Object.entries(MARKS).find(([, mark]) => begin.startsWith(mark)) ?? [];
  const named = (marked ?? wanted)?.toLowerCase().replace(/^gb.*/u, 'gb18030');
  if (named) {
    if (!(named in ENCODINGS))
      throw new ImportFault(
        `不认识编码“${wanted}”。可用的有：${Object.keys(ENCODINGS).join('、')}。`,
      );
    const text = decode(bytes, named);
    if (text === null) throw new ImportFault(`文件不是完好的 ${named} 文本，有读不出的字节。`);
    return done(text, named);
  }
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return done(utf8, 'utf-8');
  const mixed = mixedLines(bytes);
  if (mixed.utf8 && mixed.other)
    throw new ImportFault(
      `文件混用了两种编码：第${mixed.utf8}行是 UTF-8，第${mixed.other}行不是。请在编辑器中统一另存为 UTF-8 后再导入。`,
    );
  const [best, second] = ['gb18030', 'big5']
    .flatMap((encoding) => {
      const text = decode(bytes, encoding);
      return text === null ? [] : { encoding, text, share: everydayShare(text) };
    })
    .sort((a, b) => b.share - a.share);
  if (!best || best.share < PLAUSIBLE || (second && second.share * 2 > best.share))
    throw new ImportFault(
      '判断不了文字编码：不是 UTF-8，也不像 GBK、GB18030 或 Big5。请在编辑器中另存为 UTF-8，或用 --encoding 指明编码。',
    );
  return done(best.text, best.encoding);
}
