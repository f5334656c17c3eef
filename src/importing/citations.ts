/** What an imported document names: entries of the library, and documents that the library lacks. Pure. */
import { linkedNames, nameFinder } from '../library/names/mentions.ts';
import { collectNames, compact } from '../library/names/names.ts';
import type { Entry, EntryKey } from '../library/types.ts';

/** A document that the text cites and the library does not hold. */
export interface Lacking {
  /** As cited, without its marks. */
  title?: string | undefined;
  number?: string | undefined;
}

const NUMBER = /[\p{Script=Han}A-Za-z]{1,12}[〔\[［](?:19|20)\d{2}[〕\]］]第?\s?\d{1,5}\s?号/u;
/** A title in its marks, titles within titles included, and the number that follows it in brackets. */
const CITED = new RegExp(
  `《((?:[^《》]|《[^《》]*》){2,100})》(?:\\s*[（(](${NUMBER.source})[）)])?|(${NUMBER.source})`,
  'gu',
);
const LONGEST_SHORT_FORM = 8;
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
      const [, title, ...numbers] = match;
      const number = numbers.find(Boolean);
      const keys = [title, number].flatMap((one) => (one ? compact(one) : []));
      const isShort =
        SHORT.test(title ?? '') ||
        /(?:以下简称|简称)[“：:]?$/u.test(block.text.slice(0, match.index));
      if (isShort || keys.some((key) => known.has(key) || lacking.has(key))) continue;
      const found: Lacking = { title: title?.trim(), number };
      for (const key of keys) lacking.set(key, found);
    }
  }
  // 《行动计划》 after the full title means that document: a name of its own would lead every plan there.
  const all = [...new Set(lacking.values())];
  const titles = [...known, ...all.flatMap(({ title }) => title ?? [])];
  const isShortForm = (title: string): boolean =>
    [...title].length <= LONGEST_SHORT_FORM &&
    titles.some((other) => other !== title && other.includes(title));
  return { named: [...named], lacking: all.filter(({ title }) => !title || !isShortForm(title)) };
}
