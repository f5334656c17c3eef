/**
 * A typed citation: 行政许可法第三十二条, 刑法264条, 公司法20, 第12条 若干政策, 常办电〔2021〕39号; and the very place that it means. Names
 * and numbers of documents are in the index, and so is 第十二条 where a text prints it: nothing more is loaded than for a search,
 * whatever the number of articles.
 */
import { PLACE, placeOf, type Place } from '../../text/structure/places.ts';
import { NUMERAL, printNumeral, readNumeral } from '../../text/numerals.ts';
import { pieceAt, type PageId } from '../format/index-files.ts';
import { fold, type FoldTable } from '../format/normalise.ts';
import type { Chosen, Excerpt, Result } from '../format/types.ts';
import { lookUp, termOf, WHOLE_NAME } from './lookup.ts';
import type { OpenIndex } from './open-index.ts';
import type { PageFacts } from './page-facts.ts';
import { readPieces, textsOf, type Range, type ReadUnit } from './read-page.ts';

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

/**
 * How nearly a labelled unit is the cited place: 3 the 目, 2 the 项, 1 the 款, 0 another part of the article, -1 none of it.
 * What a citation leaves out is no difference; 第一款 of an article with one 款 is not printed.
 */
export function matchSpecificity(cited: Place, unit: Place): number {
  if (cited.article?.join() !== unit.article?.join()) return -1;
  const clause = cited.clause === 1 && unit.clause === null ? null : cited.clause;
  const nearest = [cited, { ...cited, subitem: null }, { ...cited, item: null, subitem: null }];
  const at = nearest.findIndex(
    ({ item, subitem }) => item === unit.item && subitem === unit.subitem,
  );
  return at < 0 || unit.clause !== clause ? 0 : 3 - at;
}

/** Documents of one name that are listed; of more, none. */
const MOST_NAMESAKES = 5;
/** Pieces read to find where an article begins among its mentions. */
const MOST_PIECES = 8;
/** Characters within which the parts of an article are looked for. */
const ARTICLE = 3200;
const BEGINNING = 76;

/** The address of an article, or of what of it is meant: `a12`, `annex1-a12-k2-x3` (`src/text/structure/units.ts`). */
function addressOf({ within }: ReadUnit, { article, clause, item, subitem }: Place): string {
  const parts = [...(within ? [within] : []), `a${article!.join('-')}`];
  // 第一款 begins where its article does, and has its address.
  if (item !== null || (clause ?? 1) > 1) parts.push(`k${clause ?? 1}`);
  if (item !== null) parts.push(`x${item}`);
  if (subitem !== null) parts.push(`m${subitem}`);
  return parts.join('-');
}

function excerptOf(anchor: string, { text }: ReadUnit, label: string, head: string): Excerpt {
  const characters = Array.from(text);
  const words = characters.slice(0, BEGINNING).join('');
  const cut = characters.length > BEGINNING ? '……' : '';
  return { anchor, label, parts: [{ text: words + cut, hit: false }], hits: [head] };
}

/** Where in a paragraph another article may begin: 乙。 第十三条 丙。 */
const RUN_ON = /[。；！？：”）][\s\u3000]+(?=第)/gu;

const INSERTED = /^第[^条]+条之[一二三四五六七八九十]/u;

/** From where an article, inserted (之一) or not, begins in a unit after others, the rest of the unit. */
function runOn(unit: ReadUnit, begins: (text: string) => boolean, inserted: boolean): ReadUnit[] {
  return [...unit.text.matchAll(RUN_ON)]
    .map(({ index, 0: end }) => unit.text.slice(index + end.length))
    .filter((text) => begins(text) && (inserted || !INSERTED.test(text)))
    .map((text) => ({ ...unit, text }));
}

/**
 * The place in a document, or nothing where it is not there or is there twice. Where no annex was typed, the text's own
 * articles come before those of its annexes.
 */
async function placeIn(
  index: OpenIndex,
  id: PageId,
  place: Place,
  annex: string | null,
): Promise<Excerpt | undefined> {
  const head = headOf(place);
  const term = termOf(head, index.table);
  const { pages } = await lookUp(index, term);
  const starts = pages.get(id)?.starts ?? [];
  const within = [...new Set(starts.map(pieceAt))].slice(0, MOST_PIECES);
  const below = place.clause !== null || place.item !== null ? ARTICLE : 0;
  const ranges = starts
    .filter((start) => within.includes(pieceAt(start)))
    .map((start): Range => [start, start + below]);
  const units = textsOf(await readPieces(index, id, ranges), index.table).flatMap(
    (text) => text.units,
  );
  const begins = (words: string) => fold(words, index.table).text.startsWith(term.text);
  if (place.article === null) {
    const chapters = units.filter((unit) => unit.label === '小标题' && begins(unit.text));
    return chapters.length === 1 ? excerptOf(chapters[0]!.id, chapters[0]!, head, head) : undefined;
  }
  const { article } = place;
  const whole: Place = { ...place, clause: null, item: null, subitem: null };
  const labelled = units.flatMap((unit) => {
    const at = placeInLabel(unit.label);
    const value = at ? matchSpecificity(place, at) : -1;
    return at && value >= 0 ? [{ unit, value, at }] : [];
  });
  const own = labelled.filter(({ at }) => at.annex === annex);
  const rated = own.length > 0 || annex !== null ? own : labelled;
  if (new Set(rated.map(({ at }) => at.annex)).size > 1) return undefined;
  const heads = rated.filter(({ unit }) => begins(unit.text));
  if (heads.length === 0) {
    if (annex !== null) return undefined;
    const inside = units.flatMap((unit) => runOn(unit, begins, article!.length > 1));
    return inside.length === 1
      ? excerptOf(addressOf(inside[0]!, whole), inside[0]!, head, head)
      : undefined;
  }
  if (new Set(heads.map(({ unit }) => unit.id)).size !== 1) return undefined;
  const best = Math.max(...rated.map(({ value }) => value));
  if (best === 0) return excerptOf(addressOf(heads[0]!.unit, whole), heads[0]!.unit, head, head);
  const { unit, at } = rated.find(({ value }) => value === best)!;
  return excerptOf(addressOf(unit, at), unit, unit.label, head);
}

/**
 * @param typed the query
 * @param filters only documents that pass them
 * @returns the documents whose name or number the citation gives, each with the cited place; those that hold it, where any
 *   does. None where the query is no citation, or no document of the library has that name
 */
export async function directPlaces(
  index: OpenIndex,
  facts: PageFacts,
  typed: string,
  filters: Chosen,
): Promise<Result[]> {
  const citation = typedCitation(typed, index.table);
  const name = citation && termOf(citation.name, index.table);
  if (!citation || !name?.text) return [];
  const { pages } = await lookUp(index, name);
  const named = [...pages]
    .filter(([id, { prominence }]) => prominence === WHOLE_NAME && facts.isCitable(id))
    .map(([id]) => id)
    .filter((id) => facts.admits(id, filters))
    .sort((one, other) => facts.ageOf(one) - facts.ageOf(other));
  if (named.length > MOST_NAMESAKES) return [];
  const found = await Promise.all(
    named.map(async (id): Promise<Result> => {
      const { place, annex } = citation;
      const excerpt = place ? await placeIn(index, id, place, annex) : undefined;
      const { page } = await index.piece(id, 0);
      return { ...page, id, excerpts: excerpt ? [excerpt] : [], more: 0 };
    }),
  );
  const placed = found.filter(({ excerpts }) => excerpts.length > 0);
  return placed.length > 0 || citation.guessed ? placed : found;
}
