/** Whose article is meant: what stands before 第三十二条 in its sentence. */
import { plainName } from './document-names.ts';
import type { Block, Citation, Entry, EntryKey } from '../types.ts';
import { belowArticle, PLACE_BELOW, placeOf } from '../../text/structure/places.ts';
import type { StructuralUnit } from '../../text/structure/units.ts';

/**
 * Another entry; the text itself, by name (本办法) or bare; or one that cannot be told: then nothing is
 * linked.
 */
export type Subject =
  | { of: EntryKey; start: number }
  | { of: 'self'; start: number }
  | { of: 'bare'; start: number }
  | { of: 'unknown'; start: number };

/** The names that a sentence may use. */
export interface Names {
  names: ReadonlyMap<string, EntryKey>;
  /** Those that the text itself introduced; null where they mean what the library lacks. */
  local: ReadonlyMap<string, EntryKey | null>;
}

const MARKED = /《((?:[^《》]|《[^《》]*》)+)》(?:[（(][^（）()]*[)）])?\s*(?:中?的|中)?\s*$/u;
const SELF =
  /(?<!日)本(?:法典?|条例|办法|规定|细则|规则|决定|意见|通知|章程|解释|方案|政策|措施|准则|规范|制度|标准|纲要|计划|规程)\s*$/u;
/** After these a new word begins, so that what follows is a whole name and not the end of a longer one. */
const BOUNDARY =
  /(?:^|[\s，。；：、！？（）()“”‘’《》〈〉「」—…]|依照|依据|根据|按照|违反|适用|符合|参照|遵守|执行|具有|属于|修改|以及|或者|印发|转发|发布|公布|[和与及或将对在由为是即因按除有见同]|中华人民共和国)$/u;
/** After these, a bare 第八条 is the text's own. */
const BARE =
  /(?:^|[，；：、（(\s]|依照|依据|根据|按照|违反|适用|符合|参照|执行|具有|属于|实施|以及|或者|[有与和及或对除因在按])$/u;
const LONGEST_NAME = 48;

/** Whether what ends here is whole: 行政处罚法 in 治安行政处罚法 is not. */
export const endsAtNameBoundary = (before: string): boolean => BOUNDARY.test(before);

function namedBefore(before: string, { names, local }: Names): Subject | null {
  for (let length = Math.min(LONGEST_NAME, before.length); length >= 2; length--) {
    const words = plainName(before.slice(-length));
    const start = before.length - length;
    if (!local.has(words) && !names.has(words)) continue;
    if (!endsAtNameBoundary(before.slice(0, start))) return { of: 'unknown', start };
    const key = local.has(words) ? local.get(words) : names.get(words);
    return key ? { of: key, start } : { of: 'unknown', start };
  }
  return null;
}

/** Whether the sentence so far names another text: then a bare 第八条 may be that one's. */
const namesAnother = (before: string): boolean => {
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
  return /《|(?<!本)(?:法典?|条例|办法|规定|细则|规则|章程|公约)第/u.test(sentence);
};

/** Whether a place stands between quotation marks: what is quoted speaks of itself. */
export const isQuoted = (before: string): boolean =>
  before.lastIndexOf('“') > before.lastIndexOf('”') ||
  before.lastIndexOf('《') > before.lastIndexOf('》');

/**
 * @param before the block's text up to the place
 * @returns whose place it is, and where the words that say so begin
 */
export function subjectOf(before: string, names: Names): Subject {
  const marked = MARKED.exec(before.slice(-160));
  if (marked) {
    const name = plainName(marked[1]!);
    const key = names.local.has(name) ? names.local.get(name) : names.names.get(name);
    const start = before.length - marked[0].length;
    return key ? { of: key, start } : { of: 'unknown', start };
  }
  const quoted = isQuoted(before);
  const self = SELF.exec(before);
  if (self) return { of: quoted ? 'unknown' : 'self', start: self.index };
  const named = namedBefore(before, names);
  if (named) return named;
  const bare = !quoted && BARE.test(before) && !namesAnother(before);
  return { of: bare ? 'bare' : 'unknown', start: before.length };
}

// Names that a text gives to others for its own length: 《行政许可法》（以下简称许可法）.

const INTRODUCES =
  /《([^《》]+)》[^，。；《》（(]{0,12}[（(](?:以下)?(?:统称|简称|称)(?:为)?[“《]?([^”》）)，。]{2,20})[”》]?[)）]/gu;

/**
 * @param names which entry a name means
 * @returns for each name the text introduces, the entry; null where the library does not hold it
 */
export function localNames(
  { blocks }: Entry,
  names: ReadonlyMap<string, EntryKey>,
): Map<string, EntryKey | null> {
  const local = new Map<string, EntryKey | null>();
  for (const { text } of blocks) {
    if (!text.includes('称')) continue;
    for (const [, title = '', name = ''] of text.matchAll(INTRODUCES))
      local.set(plainName(name), names.get(plainName(title)) ?? null);
  }
  return local;
}

// 本条第二款: a place in the article that says so.

const OWN_ARTICLE = new RegExp(`本条(?=第)${PLACE_BELOW}`, 'gu');

/**
 * The citations of a block to its own article.
 * @param here the unit that the block stands in
 */
export function ownArticle(
  document: Entry,
  { text }: Block,
  here: StructuralUnit | null,
): Citation[] {
  if (!text.includes('本条第')) return [];
  let article = here;
  while (article && article.kind !== 'article') article = article.parent;
  if (!article) return [];
  const own = article;
  return [...text.matchAll(OWN_ARTICLE)].flatMap((match) => {
    const [words, clause, item, subitem] = match;
    if (words === '本条' || isQuoted(text.slice(0, match.index))) return [];
    const place = placeOf([undefined, undefined, undefined, clause, item, subitem], 1);
    if (!place) return [];
    const unit = belowArticle(own, place);
    return [{ start: match.index, end: match.index + words.length, key: document.key, unit }];
  });
}
