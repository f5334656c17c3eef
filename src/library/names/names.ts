/** Names: which strings mean which entry, which are claimed twice, and by which short forms a text may cite another. */
import { closest, distance } from 'fastest-levenshtein';
import { type Problem, problemIn } from '../problems/registry.ts';
import type { Entry, EntryKey, Library } from '../types.ts';

/** A name in the form that is compared: without spaces. */
export const compact = (text: string): string => text.replace(/\s+/gu, '');

/** What tells documents of one title apart: announcements are called 公告 year after year. */
const marksOf = ({ fields: { number, issuers }, date }: Entry): (string | undefined)[] =>
  [number, issuers, date].map((mark) => JSON.stringify(mark));

/** Whether two documents of one title are known to be two: a bare mention of the title leads to neither. */
function areDistinct(one: Entry, other: Entry): boolean {
  const others = marksOf(other);
  return (
    [one, other].every(({ collection }) => ['replies', 'policies'].includes(collection)) &&
    marksOf(one).some((mark, i) => mark && others[i] && mark !== others[i])
  );
}

/**
 * Collects every title and alias.
 * @param entries all entries of the library
 * @returns the names, compacted, each once, without the titles that several documents share, and a problem
 *   for every other name that two entries claim or that is too short to be recognised
 */
export function collectNames(entries: Iterable<Entry>): {
  names: Map<string, EntryKey>;
  problems: Problem[];
} {
  const owners = new Map<string, Entry[]>();
  const problems: Problem[] = [];
  for (const entry of entries)
    [entry.title, ...entry.aliases].forEach((claim, i) => {
      const path = i === 0 ? ['title'] : ['aliases', i - 1];
      const name = compact(claim);
      const others = owners.get(name) ?? [];
      const owner = others.find(
        (one) => one === entry || i > 0 || compact(one.title) !== name || !areDistinct(one, entry),
      );
      if ([...name].length < 2)
        problems.push(problemIn(entry, path, 'name-short', { name: claim }));
      else if (owner) {
        const code = owner === entry ? 'name-twice-here' : 'name-taken';
        const { key, file } = owner;
        problems.push(problemIn(entry, path, code, { name: claim, key, file }));
      } else owners.set(name, [...others, entry]);
    });
  const single = [...owners].filter(([, claimants]) => claimants.length === 1);
  return { names: new Map(single.map(([name, [entry]]) => [name, entry!.key])), problems };
}

/** @returns the entry whose title or alias this is, spaces aside, or undefined */
export const findEntryByName = ({ names, entries }: Library, name: string): Entry | undefined =>
  entries.get(names.get(compact(name))!);

/**
 * The nearest of many names, for “did you mean”.
 * @param wanted what was written
 * @param candidates what exists
 * @returns the nearest candidate, or null when nothing resembles it
 */
export function closestMatch(wanted: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const best = closest(wanted, candidates);
  return distance(wanted, best) < Math.max(wanted.length, best.length) * 0.75 ? best : null;
}

// By which names a text may cite another: titles, aliases, and short forms that only one entry can mean.

const STATE = '中华人民共和国';
/** （2018年修正）at the end of a title. */
const EDITION = /[（(]\d{4}年?[^（）()]*[)）]$/u;
const WIDE: Record<string, string> = { '<': '〈', '>': '〉', '(': '（', ')': '）' };

/** Brackets of every width are one; spaces are nothing. */
export const plainName = (name: string): string =>
  compact(name).replace(/[<>()]/gu, (bracket) => WIDE[bracket]!);

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
  const claim = (names: typeof own, name: string, key: EntryKey): void =>
    void names.set(name, !names.has(name) || names.get(name) === key ? key : null);
  for (const { key, title, aliases } of entries) {
    for (const name of [title, ...aliases]) claim(own, plainName(name), key);
    for (const form of shortForms(title)) claim(short, form, key);
  }
  const all = [...own, ...[...short].filter(([form]) => !own.has(form))];
  return new Map(all.filter((one): one is [string, EntryKey] => one[1] !== null));
}

/** 〔2021〕39 of 常办电〔2021〕39号, and what stands before it. */
export const DOCUMENT_NUMBER = /[〔[［（(【](\d{4})[〕\]］）)】]\s*第?\s*(\d+)\s*号/gu;

/** A document number as known of an entry. */
export interface KnownNumber {
  key: EntryKey;
  /** 常办电. */
  agency: string;
}

/** @returns the entries by year and number, `2021 39`: their own numbers, and those that outside sources give */
export function documentNumbers(entries: Iterable<Entry>): Map<string, KnownNumber[]> {
  const known = new Map<string, KnownNumber[]>();
  for (const { key, fields, external } of entries)
    for (const printed of [fields['number'], ...external.map((one) => one.provides?.['number'])]) {
      const number = typeof printed === 'string' ? compact(printed) : '';
      const [found] = number.matchAll(DOCUMENT_NUMBER);
      if (!found) continue;
      const id = `${found[1]} ${Number(found[2])}`;
      const agency = number.slice(0, found.index);
      const others = known.get(id) ?? [];
      if (!others.some((other) => other.key === key && other.agency === agency))
        known.set(id, [...others, { key, agency }]);
    }
  return known;
}
