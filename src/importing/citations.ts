/** What an imported document names: entries of the library, and documents that the library lacks. Pure. */
import { linkedNames, nameFinder } from '../library/names/mentions.ts';
import { collectNames, compact } from '../library/names/names.ts';
import { frontmatterOf } from './entry-source.ts';
import { sentenceAround } from '../text/sentences.ts';
import type { Entry, EntryKey } from '../library/types.ts';

/** A document that the text cites and the library does not hold. */
export interface Lacking {
  /** As cited, without its marks. */
  title?: string;
  number?: string;
  /** The sentence that cites it, as it stands in the text. */
  quote: string;
}

const NUMBER = /[\p{Script=Han}A-Za-z]{1,12}[〔\[［](?:19|20)\d{2}[〕\]］]第?\s?\d{1,5}\s?号/u;
/** A title in its marks, titles within titles included, and the number that follows it in brackets. */
const CITED = new RegExp(
  `《((?:[^《》]|《[^《》]*》){2,100})》(?:\\s*[（(](${NUMBER.source})[）)])?|(${NUMBER.source})`,
  'gu',
);
/** Annexes and forms of the document itself, and laws cited by a short name that the text explains. */
const SHORT = /^(?:以下简称|附件|附表)/u;

/**
 * @param document the imported entry
 * @param others the entries of the library
 * @returns the keys that its text names, and what it cites that nothing in the library is called
 */
export function citationsOf(
  document: Entry,
  others: readonly Entry[],
): { named: EntryKey[]; lacking: Lacking[] } {
  const { names } = collectNames([...others, document]);
  const known = new Set(names.keys());
  const namesOf = nameFinder(names);
  const named = new Set<EntryKey>();
  const lacking = new Map<string, Lacking>();
  for (const block of document.blocks) {
    for (const { key } of linkedNames(document, block, namesOf(block))) named.add(key);
    if (block.head) continue;
    for (const match of block.text.matchAll(CITED)) {
      const title = match[1];
      const number = match[2] ?? match[3];
      const keys = [title, number].filter((one) => one !== undefined);
      const abbreviated =
        SHORT.test(title ?? '') ||
        /(?:以下简称|简称)[“：:]?$/u.test(block.text.slice(0, match.index));
      if (abbreviated || keys.some((key) => known.has(compact(key)) || lacking.has(compact(key))))
        continue;
      const { start, end } = sentenceAround(block.text, match.index, match.index + match[0].length);
      const found: Lacking = { quote: block.text.slice(start, end).trim() };
      if (title) found.title = title.trim();
      if (number) found.number = number;
      for (const key of keys) lacking.set(compact(key), found);
    }
  }
  return { named: [...named], lacking: withoutShortForms([...new Set(lacking.values())], known) };
}

const LONGEST_SHORT_FORM = 8;

/** 《行动计划》 after the full title means that document: a name of its own would lead every plan there. */
const withoutShortForms = (lacking: Lacking[], known: ReadonlySet<string>): Lacking[] => {
  const titles = [...known, ...lacking.flatMap(({ title }) => title ?? [])];
  return lacking.filter(
    ({ title }) =>
      !title ||
      [...title].length > LONGEST_SHORT_FORM ||
      !titles.some((other) => other !== title && other.includes(title)),
  );
};

/** Ids of the organisations whose name is exactly one of these. */
export function organisationsIn(texts: readonly string[], others: readonly Entry[]): string[] {
  const wanted = new Set(texts.map(compact));
  return others
    .filter((entry) => entry.collection === 'organisations')
    .filter((entry) => [entry.title, ...entry.aliases].some((name) => wanted.has(compact(name))))
    .map(({ id }) => id);
}

/** An entry for a document that an imported text cites: its title or number as cited, and the words that cite it. */
export interface Stub {
  key: EntryKey;
  title: string;
  source: string;
}

/**
 * @param from the document that cites them
 * @param taken keys that exist already
 * @returns an entry each, holding nothing that the citing words do not say
 */
export function stubsFor(
  lacking: readonly Lacking[],
  from: EntryKey,
  taken: ReadonlySet<EntryKey>,
): Stub[] {
  const used = new Set(taken);
  return lacking.map(({ title, number, quote }): Stub => {
    const year = /〔(\d{4})〕/u.exec(number ?? '')?.[1];
    const serial = /(\d+)\s?号/u.exec(number ?? '')?.[1];
    const base = year && serial ? `${year}-${Number(serial)}` : `cited-in-${from.split('/')[1]}`;
    let key: EntryKey = `policies/${base}`;
    for (let i = year ? 2 : 1; used.has(key) || (!year && key === `policies/${base}`); i++)
      key = `policies/${base}-${i}`;
    used.add(key);
    const name = (title ?? number)!;
    const fields = {
      title: name,
      ...(title && number ? { aliases: [number] } : {}),
      ...(number ? { number } : {}),
      evidence: [{ in: from, quote }],
    };
    return { key, title: name, source: frontmatterOf(fields) };
  });
}
