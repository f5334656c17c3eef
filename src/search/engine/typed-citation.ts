/**
 * A typed citation: 行政许可法第三十二条, 刑法264条, 公司法20, 第12条 若干政策, 常办电〔2021〕39号. Pure; what it means, the index
 * tells.
 */
import { PLACE, placeOf, type Place } from '../../text/structure/places.ts';
import { NUMERAL, printNumeral, readNumeral } from '../../text/numerals.ts';
import type { FoldTable } from '../format/normalise.ts';

export interface TypedCitation {
  /** The document's name or number, as typed. */
  name: string;
  /** The annex whose article is meant, 附件1; null where none was typed. */
  annex: string | null;
  /** The article or chapter; null where the number of a whole document was typed. */
  place: Place | null;
  /** The number stood without 第 or 条: it is a citation only where the document has such an article. */
  guessed?: true;
}

const N = `[${NUMERAL}]{1,9}`;
const BELOW = ['款', '项', '目'].map((kind) => `(?:第?[（(]?(${N})[）)]?${kind})?`).join('\\s*');
/** `PLACE` as people type it, the groups alike: 第 may be left out, and blanks stand anywhere. */
const TYPED_PLACE = `第?\\s*(${N})\\s*条((?:之[一二三四五六七八九十]+)*)\\s*${BELOW}|第?\\s*(${N})\\s*章(?:第?(${N})节)?`;
const AFTER = new RegExp(`^(?!\\s*第)(.+?)[\\s，,]*(?:${TYPED_PLACE})\\s*$`, 'u');
const BEFORE = new RegExp(`^\\s*(?:${TYPED_PLACE})[\\s，,]+(.+)$`, 'u');
const NUMBER_ALONE = /^(.*[^\d\s第])\s*第?\s*(\d{1,4})$/u;
const NUMBER = /^[^\d〔[［（(【]+[〔[［（(【]\d{4}[〕\]］）)】]\s*第?\s*\d+\s*号$/u;
const LONGEST = 80;

const ANNEX = new RegExp(`^(.*?)[\\s，,]*(附[件录表图])\\s*([${NUMERAL}]{0,3})$`, 'u');

/** 附件一 and 附件1 are one annex. */
const annexNamed = (word: string, number: string): string =>
  word + (number ? (readNumeral(number) ?? number) : '');

/** 《行政许可法》的 and 行政许可法 are one name. */
const bare = (name: string): string => name.trim().replace(/》(?:中的|中|的)$/u, '》');

/** A name as typed, and the annex that stands at its end. */
function named(typed: string): Pick<TypedCitation, 'name' | 'annex'> {
  const [, name, word, number = ''] = ANNEX.exec(bare(typed)) ?? [];
  if (!name || !word) return { name: bare(typed), annex: null };
  return { name: bare(name), annex: annexNamed(word, number) };
}

/**
 * @param typed a query
 * @param table Traditional → Simplified
 * @returns the citation that the whole query is, or null
 */
export function typedCitation(typed: string, table: FoldTable): TypedCitation | null {
  if (typed.length > LONGEST) return null;
  const text = Array.from(typed.trim(), (character) => table.get(character) ?? character).join('');
  if (NUMBER.test(text)) return { name: text, annex: null, place: null };
  const after = AFTER.exec(text);
  if (after) {
    const place = placeOf(after, 2);
    const guessed = !text.slice(after[1]!.length).includes('第');
    return place && { ...named(after[1]!), place, ...(guessed && { guessed }) };
  }
  const before = BEFORE.exec(text);
  const place = before && placeOf(before, 1);
  if (place) return { ...named(before[before.length - 1]!), place };
  const [, name, number] = NUMBER_ALONE.exec(text) ?? [];
  if (!name || !number) return null;
  const article = { article: [Number(number)], clause: null, item: null, subitem: null };
  return { ...named(name), place: { ...article, chapter: null, section: null }, guessed: true };
}

/** What a text prints at the head of the article or chapter: 第十二条之一. */
export function headOf({ article, chapter }: Place): string {
  const [number, ...inserted] = article ?? [chapter!];
  const more = inserted.map((one) => `之${printNumeral(one)}`).join('');
  return `第${printNumeral(number!)}${article ? '条' : '章'}${more}`;
}

const LABEL = new RegExp(`^(?:(附[件录表图]?)([${NUMERAL}]{0,3}))?(?:${PLACE})$`, 'u');

/** The place that a label names, 第十二条第二款 or 附件1第三条, and its annex; null for 第37段. */
export function placeInLabel(label: string): (Place & { annex: string | null }) | null {
  const match = LABEL.exec(label);
  const place = match && placeOf(match, 3);
  return place && { ...place, annex: match[1] ? annexNamed(match[1], match[2]!) : null };
}

const sameArticle = (one: Place, other: Place): boolean =>
  one.article !== null && one.article.join() === other.article?.join();

/**
 * How nearly a labelled unit is the cited place: 3 the 目, 2 the 项, 1 the 款, 0 another part of the article, -1 none of it.
 * What a citation leaves out is no difference; 第一款 of an article with one 款 is not printed.
 */
export function matchSpecificity(cited: Place, unit: Place): number {
  if (!sameArticle(cited, unit)) return -1;
  const clause = (unit.clause ?? 1) === (cited.clause ?? (unit.clause === null ? 1 : NaN));
  if (!clause || (cited.item === null && unit.item !== null)) return 0;
  if (cited.item === null || unit.item === null) return unit.item === cited.item ? 3 : 1;
  if (unit.item !== cited.item) return 0;
  return unit.subitem === cited.subitem ? 3 : unit.subitem === null ? 2 : 0;
}
