/**
 * Citations: 《行政许可法》第三十二条, 本条例第八条, 常办电〔2021〕39号 in a text, and the very place that each means. What cannot
 * be told for certain is left alone.
 */
import { belowArticle, PLACE, PLACE_BELOW, placeOf, unitAt } from '../text/structure/places.ts';
import { attachedTo, enclosing, type StructuralUnit } from '../text/structure/units.ts';
import { DOCUMENT_NUMBER, documentNames, documentNumbers, plainName } from './names/names.ts';
import { unitOf, unitsIn, structureOf } from './structures.ts';
import type { Block, Citation, Entry, EntryKey } from './types.ts';

const PLACES = new RegExp(PLACE, 'gu');
const OWN_ARTICLE = new RegExp(`本条(?=第)${PLACE_BELOW}`, 'gu');
const JOINS = /^\s*(?:、|和|与|及|以及|或|或者|至|到)\s*$/u;

/**
 * Makes the search for citations.
 * @param entries of the library
 * @returns finds the citations in a block of a document, in order of place, when it is first asked for them; none overlaps an
 *   explicit link
 */
export function citationFinder(
  entries: ReadonlyMap<EntryKey, Entry>,
): (document: Entry, block: Block) => Citation[] {
  const names = documentNames(entries.values());
  const numbers = documentNumbers(entries.values());
  const local = new WeakMap<Entry, ReturnType<typeof localNames>>();
  const found = new WeakMap<Block, Citation[]>();

  /** What a name means in a document: what the text itself introduced, else what it means in the library. */
  const meaningIn = (document: Entry): Meaning => {
    const introduced = local.get(document) ?? localNames(document, names);
    local.set(document, introduced);
    return (name) => introduced.get(name) ?? names.get(name);
  };

  const placesIn = (document: Entry, block: Block): Citation[] => {
    const { text } = block;
    if (!/[条章]/u.test(text)) return [];
    const here = unitOf(document, block);
    // Where units of its own text begin, 第十二条 names itself.
    const begins = new Set(unitsIn(document, block).map(({ start }) => start.offset));
    const citations = ownArticle(document, block, here);
    let last: { subject: Subject; end: number } | null = null;
    for (const match of text.matchAll(PLACES)) {
      const place = placeOf(match);
      const { index } = match;
      if (!place || begins.has(index)) continue;
      const joined: boolean = last !== null && JOINS.test(text.slice(last.end, index));
      const subject: Subject = joined
        ? { ...last!.subject, start: index }
        : subjectOf(text.slice(0, index), meaningIn(document));
      const end = index + match[0].length;
      last = { subject, end };
      const { of, start } = subject;
      if (of === 'unknown' || (of === 'bare' && !place.article)) continue;
      const own = of === 'self' || of === 'bare' || of === document.key;
      const entry = own ? document : entries.get(of);
      const unit = entry && unitAt(structureOf(entry), place, own ? attachedTo(here) : null);
      if (unit) citations.push({ start, end, key: entry.key, unit });
    }
    return citations;
  };

  const numbersIn = (document: Entry, { text }: Block): Citation[] => {
    if (!text.includes('号')) return [];
    return [...text.matchAll(DOCUMENT_NUMBER)].flatMap((match) => {
      const before = text.slice(0, match.index);
      const known = numbers.get(`${match[1]} ${Number(match[2])}`) ?? [];
      const [only, ...others] = known.filter(
        ({ agency }) =>
          agency !== '' &&
          before.endsWith(agency) &&
          BOUNDARY.test(before.slice(0, before.length - agency.length)),
      );
      if (!only || others.length > 0 || only.key === document.key) return [];
      const start = match.index - only.agency.length;
      return [{ start, end: match.index + match[0].length, key: only.key, unit: null }];
    });
  };

  return (document, block) => {
    const { text, links, kind, head } = block;
    if (kind === 'heading' || head || !/[条章号]/u.test(text)) return [];
    const citations =
      found.get(block) ??
      [...placesIn(document, block), ...numbersIn(document, block)]
        .filter(({ start, end }) => !links.some((link) => link.start < end && start < link.end))
        .sort((a, b) => a.start - b.start);
    found.set(block, citations);
    return citations;
  };
}

/** The citations of a block to its own article: 本条第二款. */
function ownArticle(document: Entry, { text }: Block, here: StructuralUnit | null): Citation[] {
  const own = enclosing(here, 'article');
  if (!own || !text.includes('本条第')) return [];
  return [...text.matchAll(OWN_ARTICLE)].flatMap((match) => {
    const [words, ...below] = match;
    const place = placeOf([undefined, undefined, ...below], 0);
    if (words === '本条' || isQuoted(text.slice(0, match.index)) || !place) return [];
    const unit = belowArticle(own, place);
    return [{ start: match.index, end: match.index + words.length, key: document.key, unit }];
  });
}

// Whose article is meant: what stands before 第三十二条 in its sentence.

/** Another entry; the text itself, by name (本办法) or bare; or one that cannot be told: then nothing is linked. */
interface Subject {
  of: EntryKey | 'self' | 'bare' | 'unknown';
  /** Where the words that say so begin. */
  start: number;
}

/** The entry that a name means, or that it means one which the library lacks; undefined for what is no name. */
type Meaning = (name: string) => Subject['of'] | undefined;

const MARKED = /《((?:[^《》]|《[^《》]*》)+)》(?:[（(][^（）()]*[)）])?\s*(?:中?的|中)?\s*$/u;
const SELF =
  /(?<!日)本(?:法典?|条例|办法|规定|细则|规则|决定|意见|通知|章程|解释|方案|政策|措施|准则|规范|制度|标准|纲要|计划|规程)\s*$/u;
/** After these a new word begins: what follows is a whole name, not the end of a longer one, as 行政处罚法 in 治安行政处罚法. */
const BOUNDARY =
  /(?:^|[\s，。；：、！？（）()“”‘’《》〈〉「」—…]|依照|依据|根据|按照|违反|适用|符合|参照|遵守|执行|具有|属于|修改|以及|或者|印发|转发|发布|公布|[和与及或将对在由为是即因按除有见同]|中华人民共和国)$/u;
/** After these, a bare 第八条 is the text's own. */
const BARE =
  /(?:^|[，；：、（(\s]|依照|依据|根据|按照|违反|适用|符合|参照|执行|具有|属于|实施|以及|或者|[有与和及或对除因在按])$/u;
const LONGEST_NAME = 48;

/** Whether the sentence so far names another text: then a bare 第八条 may be that one's. */
const namesAnother = (before: string): boolean => {
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
  return /《|(?<!本)(?:法典?|条例|办法|规定|细则|规则|章程|公约)第/u.test(sentence);
};

/** Whether a place stands between quotation marks: what is quoted speaks of itself. */
const isQuoted = (before: string): boolean =>
  before.lastIndexOf('“') > before.lastIndexOf('”') ||
  before.lastIndexOf('《') > before.lastIndexOf('》');

/**
 * @param before the block's text up to the place
 * @returns whose place it is
 */
function subjectOf(before: string, meaning: Meaning): Subject {
  const marked = MARKED.exec(before.slice(-160));
  if (marked)
    return {
      of: meaning(plainName(marked[1]!)) ?? 'unknown',
      start: before.length - marked[0].length,
    };
  const quoted = isQuoted(before);
  const self = SELF.exec(before);
  if (self) return { of: quoted ? 'unknown' : 'self', start: self.index };
  const named = namedBefore(before, meaning);
  if (named) return named;
  const bare = !quoted && BARE.test(before) && !namesAnother(before);
  return { of: bare ? 'bare' : 'unknown', start: before.length };
}

/** The longest name that ends a text. */
function namedBefore(before: string, meaning: Meaning): Subject | null {
  const plain = plainName(before.slice(-LONGEST_NAME));
  for (let length = plain.length; length >= 2; length--) {
    const of = meaning(plain.slice(-length));
    if (!of) continue;
    // Where it begins as written, with the spaces in it and before it.
    let start = before.length;
    for (let left = length; left > 0; start--) if (/\S/u.test(before[start - 1]!)) left--;
    start = before.slice(0, start).trimEnd().length;
    return { of: BOUNDARY.test(before.slice(0, start)) ? of : 'unknown', start };
  }
  return null;
}

/** A name that a text gives to another for its own length: 《行政许可法》（以下简称许可法）. */
const INTRODUCES =
  /《([^《》]+)》[^，。；《》（(]{0,12}[（(](?:以下)?(?:统称|简称|称)(?:为)?[“《]?([^”》）)，。]{2,20})[”》]?[)）]/gu;

const localNames = ({ blocks }: Entry, names: ReadonlyMap<string, EntryKey>) =>
  new Map<string, EntryKey | 'unknown'>(
    blocks
      .flatMap(({ text }) => (text.includes('称') ? [...text.matchAll(INTRODUCES)] : []))
      .map(([, title, name]) => [plainName(name!), names.get(plainName(title!)) ?? 'unknown']),
  );
