/**
 * The check of every import. First: what the reader of the format gave, kept and dropped, is the whole text of
 * the file by a second reading. Then: what the written entry says, parsed back as the library reads it, is what
 * was received less what was dropped. Pure.
 */
import type { Entry } from '../../library/types.ts';
import { solid, without, textOf, type Received } from '../received.ts';
import { difference, describeDifference, surplus } from './compare.ts';

export interface CheckedText {
  faults: string[];
  remarks: string[];
}

const SHOWN = 40;

/** @returns what of the file was lost or added in reading it */
export function checkReading(received: Received): CheckedText {
  const read = received.blocks
    .map((block) => without(textOf(block), 'generated' in block ? (block.generated ?? []) : []))
    .join('');
  const apart = difference(received.whole, read);
  if (
    !apart ||
    (received.placed &&
      solid(received.whole).length === solid(read).length &&
      !surplus(received.whole, read).lost)
  )
    return { faults: [], remarks: [] };
  const { lost, added } = surplus(received.whole, read);
  if (!lost && !added)
    return {
      faults: [],
      remarks: [
        `文字齐全，但次序与文件内部存放的不同，起于：${describeDifference(apart)}。请核对该处的次序。`,
      ],
    };
  const some = (text: string): string =>
    [...text].slice(0, SHOWN).join('') + ([...text].length > SHOWN ? '……' : '');
  return {
    faults: [
      `读出的文字与文件不符${lost ? `，少了“${some(lost)}”` : ''}${added ? `，多了“${some(added)}”` : ''}。${describeDifference(apart)}`,
    ],
    remarks: [],
  };
}

/** @returns what of the received text the written entry lost or added */
export function checkEntry(received: Received, entry: Entry): string[] {
  const kept = received.blocks
    .filter(({ kind }) => kind !== 'dropped')
    .map(textOf)
    .join('');
  const written = entry.blocks.map(({ text }) => text).join('');
  const apart = difference(kept, written);
  return apart ? [`写出的正文与收到的文字不符。${describeDifference(apart)}`] : [];
}
