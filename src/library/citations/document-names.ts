/** By which names a text may cite another: titles, aliases, and short forms that only one entry can mean. */
import { compact } from '../names/names.ts';
import type { Entry, EntryKey } from '../types.ts';

const STATE = '中华人民共和国';
/** （2018年修正）at the end of a title. */
const EDITION = /[（(]\d{4}年?[^（）()]*[)）]$/u;

/** Brackets of every width are one; spaces are nothing. */
export const plainName = (name: string): string =>
  compact(name)
    .replaceAll('<', '〈')
    .replaceAll('>', '〉')
    .replaceAll('(', '（')
    .replaceAll(')', '）');

/** @returns what else a title is called: without the state's name, without the year of its edition */
export function shortForms(title: string): string[] {
  const name = plainName(title);
  const bare = name.replace(EDITION, '');
  const short = bare.startsWith(STATE) ? bare.slice(STATE.length) : bare;
  return [bare, short].filter((form) => form !== name && [...form].length >= 2);
}

/**
 * @param entries all entries of a library
 * @returns for each name the one entry that it means; names that two entries share mean none
 */
export function documentNames(entries: Iterable<Entry>): Map<string, EntryKey> {
  const own = new Map<string, EntryKey | null>();
  const short = new Map<string, EntryKey | null>();
  for (const entry of entries) {
    const { key, title, aliases } = entry;
    for (const name of [title, ...aliases].map(plainName)) {
      const other = own.get(name);
      own.set(name, other === undefined || other === key ? key : null);
    }
    for (const form of shortForms(title)) {
      const other = short.get(form);
      short.set(form, other === undefined || other === key ? key : null);
    }
  }
  for (const [form, key] of short) if (key && !own.has(form)) own.set(form, key);
  return new Map([...own].filter((one): one is [string, EntryKey] => one[1] !== null));
}

/** 〔2021〕39 of 常办电〔2021〕39号, and what stands before it. */
export const DOCUMENT_NUMBER = /[〔[［（(【](\d{4})[〕\]］）)】]\s*第?\s*(\d+)\s*号/gu;

/** A document number as known of an entry. */
export interface KnownNumber {
  key: EntryKey;
  /** 常办电. */
  agency: string;
}

/** The number of a document: its own, or what an outside source gives for it. */
const numbersOf = ({ fields, external }: Entry): string[] =>
  [fields.number, ...external.map(({ provides }) => provides?.['number'])].filter(
    (value): value is string => typeof value === 'string',
  );

/** @returns the entries by year and number: `2021 39` */
export function documentNumbers(entries: Iterable<Entry>): Map<string, KnownNumber[]> {
  const known = new Map<string, KnownNumber[]>();
  for (const entry of entries)
    for (const printed of numbersOf(entry)) {
      const [found] = compact(printed).matchAll(DOCUMENT_NUMBER);
      if (!found) continue;
      const id = `${found[1]} ${Number(found[2])}`;
      const agency = compact(printed).slice(0, found.index);
      const others = known.get(id) ?? [];
      if (!others.some((o) => o.key === entry.key && o.agency === agency))
        known.set(id, [...others, { key: entry.key, agency }]);
    }
  return known;
}

// What a text must hold to cite an entry at all: a cheap test, before the texts that pass it are read for
// citations.

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
