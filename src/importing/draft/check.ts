/**
 * The check of every import. First: what the reader of the format gave, kept and dropped, is the whole text of
 * the file by a second reading. Then: what the written entry says, parsed back as the library reads it, is what
 * was received less what was dropped. Pure.
 */
import type { Entry } from '../../library/types.ts';
import { levelled, solid, textOf, without, type Received } from '../received.ts';

const SHOWN = 40;
const AROUND = 24;

/** Where two texts part, in words for an editor; null where they are the same but for white space. */
function difference(expected: string, found: string): string | null {
  const [a, b] = [[...solid(expected)], [...solid(found)]];
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  if (at === a.length && at === b.length) return null;
  const cut = (chars: string[]): string => chars.slice(at, at + AROUND).join('') || '（完）';
  const before = a.slice(Math.max(0, at - AROUND), at).join('');
  return `在“${before}”之后：收到的是“${cut(a)}”，得到的是“${cut(b)}”`;
}

/** The characters that one text has more of than the other; empty on both sides where only their order differs. */
function surplus(expected: string, found: string): { lost: string; added: string } {
  const counts = new Map<string, number>();
  for (const char of solid(expected)) counts.set(char, (counts.get(char) ?? 0) + 1);
  for (const char of solid(found)) counts.set(char, (counts.get(char) ?? 0) - 1);
  const take = (sign: 1 | -1): string =>
    [...counts].map(([char, n]) => char.repeat(Math.max(0, n * sign))).join('');
  return { lost: take(1), added: take(-1) };
}

/** Private characters stand for signs, which are read as what they show. */
const plain = (text: string): string => levelled(text.replace(/[\ue000-\uf8ff]/gu, ''));

/** 按下式计算： at a paragraph's end, and below it nothing that is one: a formula that no reader gave, or a picture of it. */
const ANNOUNCES = /(?:下式|(?:下列|以下|如下|下述)公式)[^。；：:]{0,8}[：:]$/u;
const FORMULA = /[=＝≈≤≥≠<>＜＞]/u;
function missingFormulas(kept: string[]): string[] {
  return kept.flatMap((text, i) =>
    ANNOUNCES.test(text.trim()) && !FORMULA.test(kept[i + 1] ?? '')
      ? [
          `“${[...text.trim()].slice(-SHOWN).join('')}”之下没有公式：公式可能没有读出，或是图片。请先在原件中把公式写成文字，再导入`,
        ]
      : [],
  );
}

/** @returns what of the file was lost or added in reading it, and whether its order is another one */
export function checkReading({ blocks, whole, placed }: Received): {
  faults: string[];
  remarks: string[];
} {
  const texts = blocks.map((block) => ({
    kept: block.kind !== 'dropped',
    text: without(textOf(block), 'generated' in block ? (block.generated ?? []) : []),
  }));
  const all = plain(texts.map(({ text }) => text).join(''));
  const { lost, added } = surplus(plain(whole), all);
  const some = (text: string): string =>
    [...text].slice(0, SHOWN).join('') + ([...text].length > SHOWN ? '……' : '');
  if (lost || added)
    return {
      faults: [
        `读出的文字与文件不符${lost ? `，少了“${some(lost)}”` : ''}${added ? `，多了“${some(added)}”` : ''}。${difference(plain(whole), all) ?? ''}`,
      ],
      remarks: [],
    };
  const dropped = texts.flatMap(({ kept, text }) => (kept ? [] : [solid(plain(text))]));
  const kept = plain(texts.flatMap((one) => (one.kept ? [one.text] : [])).join(''));
  const apart = placed ? null : difference(without(solid(plain(whole)), dropped), kept);
  return {
    faults: missingFormulas(texts.flatMap((one) => (one.kept ? [one.text] : []))),
    remarks: apart
      ? [`文字齐全，但次序与文件内部存放的不同，起于：${apart}。请核对该处的次序。`]
      : [],
  };
}

/** @returns what of the received text the written entry lost or added */
export function checkEntry(received: Received, entry: Entry): string[] {
  const kept = received.blocks.filter(({ kind }) => kind !== 'dropped').map(textOf);
  const apart = difference(kept.join(''), entry.blocks.map(({ text }) => text).join(''));
  return apart ? [`写出的正文与收到的文字不符。${apart}`] : [];
}
