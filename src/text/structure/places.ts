/** Places: 第十二条第二款第（三）项 as a sentence writes it, and the unit of a text that it means. */
import { NUMERAL, readNumeral } from '../numerals.ts';
import { attachedTo, type StructuralUnit, type TextStructure, type UnitKind } from './units.ts';

/** A place as a citation writes it; what is left out is null. */
export interface Place {
  article: number[] | null;
  clause: number | null;
  item: number | null;
  subitem: number | null;
  chapter: number | null;
  section: number | null;
}

const N = `[${NUMERAL}]{1,9}`;
const NUMBER = `[（(]?(${N})[）)]?`;
/** What may follow an article, or 本条: 第二款第（三）项. */
export const PLACE_BELOW = `(?:第${NUMBER}款)?(?:第${NUMBER}项)?(?:第${NUMBER}目)?`;
/** An article and what it holds; or a chapter; for a RegExp with the flag `u`. */
export const PLACE = `第\\s?(${N})\\s?条((?:之[一二三四五六七八九十]+)*)${PLACE_BELOW}|第(${N})章(?:第(${N})节)?`;

/** @returns the numbers after 条 in 第十二条之一 */
export const insertedIn = (printed: string): number[] =>
  Array.from(
    printed.matchAll(/之([一二三四五六七八九十]+)/gu),
    ([, part]) => readNumeral(part!) ?? 0,
  );

const read = (printed: string | undefined): number | null =>
  printed === undefined ? null : readNumeral(printed);

/** @returns the place that a match of `PLACE` names; its groups begin at `from` */
export function placeOf(match: readonly (string | undefined)[], from = 1): Place | null {
  const [article, inserted = '', ...others] = match.slice(from);
  const number = read(article);
  if (article !== undefined && number === null) return null;
  const [clause = null, item = null, subitem = null, chapter = null, section = null] =
    others.map(read);
  const articles = number === null ? null : [number, ...insertedIn(inserted)];
  return { article: articles, clause, item, subitem, chapter, section };
}

/**
 * The units among which a place is looked for: those of the text, or of the annex, that it stands in. Where that has
 * none, as a notice that only hands on a 办法 or a form annexed to one, the only others there are are meant: 第三条 in a
 * form is the 办法's. Where several texts number articles, none is.
 */
function unitsOf(
  structure: TextStructure,
  kind: UnitKind,
  within: StructuralUnit | null,
): StructuralUnit[] {
  const all = structure.units.filter((unit) => unit.kind === kind);
  const own = all.filter((unit) => attachedTo(unit) === within);
  if (own.length > 0) return own;
  return new Set(all.map(attachedTo)).size === 1 ? all : [];
}

/** The unit of a kind in another, by its number; undefined for no number. */
const numbered = ({ children }: StructuralUnit, kind: UnitKind, number: number | null) =>
  children.find((unit) => unit.kind === kind && unit.number[0] === number);

/**
 * Finds the unit that a place means.
 * @param within the annex whose articles are meant; null for the text itself
 * @returns the innermost unit that exists, so 第十二条 where its 第九款 does not; null where there is no
 *   such article. 第一款 begins where its article does, and is the article
 */
export function unitAt(
  structure: TextStructure,
  place: Place,
  within: StructuralUnit | null = null,
): StructuralUnit | null {
  const kind = place.chapter === null ? 'article' : 'chapter';
  const number = (place.chapter === null ? place.article : [place.chapter])?.join();
  const [unit, ...others] = unitsOf(structure, kind, within).filter(
    (one) => one.number.join() === number,
  );
  if (!unit) return null;
  if (kind === 'article') return belowArticle(unit, place);
  return others.length > 0 ? null : (numbered(unit, 'section', place.section) ?? unit);
}

/** @returns 款、项、目 of a place inside an article, as far as they exist */
export function belowArticle(article: StructuralUnit, place: Place): StructuralUnit {
  const clauses = article.children.filter(({ kind }) => kind === 'clause');
  if (place.clause === null && clauses.length !== 1) return article;
  const clause = numbered(article, 'clause', place.clause ?? 1);
  const item = clause && numbered(clause, 'item', place.item);
  if (item) return numbered(item, 'subitem', place.subitem) ?? item;
  return clause && clause.number[0] !== 1 ? clause : article;
}
