/**
 * The check of every import. First: what the reader of the format gave, kept and dropped, is the whole text of
 * the file by a second reading. Then: what the written entry says, parsed back as the library reads it, is what
 * was received less what was dropped. Pure.
 */
import type { Entry } from '../library/types.ts';
import { levelled, solid, textOf, without, type Received } from './received.ts';

const SHOWN = 40;
const AROUND = 24;

/** Where two texts part, in words for an editor; null where they are the same but for white space. */
function difference(expected: string, found: string): string | null {
  const [a, b] = [[...solid(expected)], [...solid(found)]];
  const at = a.findIndex((char, i) => char !== b[i]);
  const place = at < 0 ? a.length : at;
  if (at < 0 && a.length === b.length) return null;
  const cut = (chars: string[]): string => chars.slice(place, place + AROUND).join('') || '（完）';
  const before = a.slice(Math.max(0, place - AROUND), place).join('');
  return `在“${before}”之后：收到的是“${cut(a)}”，得到的是“${cut(b)}”`;
}

/** @returns how many more of each character a text has than another */
function surplus(text: string, other: string): string {
  const counts = Map.groupBy(solid(text), (char) => char);
  const others = Map.groupBy(solid(other), (char) => char);
  return [...counts]
    .map(([char, all]) => char.repeat(Math.max(0, all.length - (others.get(char)?.length ?? 0))))
    .join('');
}

/** Private characters stand for signs, which are read as what they show. */
const plain = (text: string): string => levelled(text.replace(/[\ue000-\uf8ff]/gu, ''));

/** 按下式计算： at a paragraph's end, and below it nothing that is one: a formula that no reader gave, or a picture of it. */
const ANNOUNCES = /(?:下式|(?:下列|以下|如下|下述)公式)[^。；：:]{0,8}[：:]$/u;
const FORMULA = /[=＝≈≤≥≠<>＜＞]/u;
const missingFormulas = (texts: string[]): string[] =>
  texts
    .filter((text, i) => ANNOUNCES.test(text.trim()) && !FORMULA.test(texts[i + 1] ?? ''))
    .map(
      (text) =>
        `“${[...text.trim()].slice(-SHOWN).join('')}”之下没有公式：公式可能没有读出，或是图片。请先在原件中把公式写成文字，再导入`,
    );

/** @returns what of the file was lost or added in reading it, and whether its order is another one */
export function checkReading({ blocks, whole, placed }: Received): {
  faults: string[];
  remarks: string[];
} {
  const written = blocks.map((block) =>
    without(textOf(block), (block.kind !== 'dropped' && block.generated) || []),
  );
  const [file, read] = [plain(whole), plain(written.join(''))];
  const told = (text: string, what: string): string =>
    text && `，${what}“${text.slice(0, SHOWN)}${text.length > SHOWN ? '……' : ''}”`;
  const apart = told(surplus(file, read), '少了') + told(surplus(read, file), '多了');
  const fault = `读出的文字与文件不符${apart}。${difference(file, read) ?? ''}`;
  if (apart) return { faults: [fault], remarks: [] };
  const kept = written.filter((_, i) => blocks[i]!.kind !== 'dropped');
  const dropped = blocks.flatMap((block, i) =>
    block.kind === 'dropped' ? solid(plain(written[i]!)) : [],
  );
  const moved = placed ? null : difference(without(solid(file), dropped), plain(kept.join('')));
  return {
    faults: missingFormulas(kept),
    remarks: moved
      ? [`文字齐全，但次序与文件内部存放的不同，起于：${moved}。请核对该处的次序。`]
      : [],
  };
}

/** @returns what of the received text the written entry lost or added */
export function checkEntry({ blocks }: Received, entry: Entry): string[] {
  const kept = blocks.filter(({ kind }) => kind !== 'dropped').map(textOf);
  const apart = difference(kept.join(''), entry.blocks.map(({ text }) => text).join(''));
  return apart ? [`写出的正文与收到的文字不符。${apart}`] : [];
}
