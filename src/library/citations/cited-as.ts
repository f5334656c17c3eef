/** What a text must hold to cite an entry at all: a cheap test, before the texts that pass it are read for citations. */
import type { EntryKey } from '../types.ts';
import type { KnownNumber } from './document-names.ts';

/** A character of a name as a text may write it: brackets of every width are one. */
const WRITTEN: Record<string, string> = {
  '〈': '[<〈]',
  '〉': '[>〉]',
  '（': '[(（]',
  '）': '[)）]',
};

const escaped = (character: string): string =>
  WRITTEN[character] ?? character.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

const nameAsWritten = (name: string): string => [...name].map(escaped).join('\\s*');

const numberAsWritten = (id: string): string => {
  const [year, number] = id.split(' ');
  return `[〔[［（(【]${year}[〕\\]］）)】]\\s*第?\\s*0*${number}\\s*号`;
};

/**
 * @param names which entry each document name means, in their plain form
 * @param numbers the known documents by year and number: `2021 39`
 * @returns an expression that finds something in every text that names the entry in a citation, and in some that do not;
 *   null where nothing can cite the entry
 */
export function citedAs(
  key: EntryKey,
  names: ReadonlyMap<string, EntryKey>,
  numbers: ReadonlyMap<string, KnownNumber[]>,
): RegExp | null {
  const written = [
    ...[...names].filter(([, of]) => of === key).map(([name]) => nameAsWritten(name)),
    ...[...numbers]
      .filter(([, known]) => known.some((one) => one.key === key))
      .map(([id]) => numberAsWritten(id)),
  ];
  return written.length > 0 ? new RegExp(written.join('|'), 'u') : null;
}
