/**
 * The very place that a typed citation means. Names and numbers of documents are in the index, and so is 第十二条 where a text
 * prints it: nothing more is loaded than for a search, whatever the number of articles.
 */
import type { Place } from '../../text/structure/places.ts';
import { pieceAt } from '../format/index-files.ts';
import { fold } from '../format/normalise.ts';
import type { Chosen, Direct, Excerpt } from '../format/types.ts';
import { lookUp, WHOLE_NAME } from './lookup.ts';
import type { OpenIndex } from './open-index.ts';
import type { PageTableReader, PageId } from './page-facts.ts';
import { termOf } from './query.ts';
import { readTexts } from './read-page.ts';
import { headOf, matchSpecificity, placeInLabel, typedCitation } from './typed-citation.ts';

/** Documents of one name that are listed; of more, none. */
const MOST_NAMESAKES = 5;
/** Pieces read to find where an article begins among its mentions. */
const MOST_PIECES = 8;
const BEGINNING = 76;

interface ReadUnit {
  id: string;
  label: string;
  /** Address of the annex that it stands in. */
  within: string;
  text: string;
}

async function unitsOf(index: OpenIndex, page: PageId, numbers: number[]): Promise<ReadUnit[]> {
  const { of } = await index.firstPiece(page);
  const within = [...new Set(numbers)].filter((number) => number < of).sort((a, b) => a - b);
  const pieces = await Promise.all(within.map((number) => index.piece(page, number)));
  return readTexts(pieces, index.table).flatMap(({ text, units, unitStarts }) =>
    units.map((unit, at) => ({
      ...unit,
      text: text.slice(unitStarts[at], unitStarts[at + 1]).trim(),
    })),
  );
}

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
  const numbers = [...new Set(starts.map(pieceAt))].slice(0, MOST_PIECES);
  const below = place.clause !== null || place.item !== null;
  const more = below ? numbers.map((number) => number + 1) : [];
  const units = await unitsOf(index, id, [...numbers, ...more]);
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
  facts: PageTableReader,
  typed: string,
  filters: Chosen,
): Promise<Direct[]> {
  const citation = typedCitation(typed, index.table);
  const name = citation && termOf(citation.name, index.table);
  if (!citation || !name?.text) return [];
  const { pages } = await lookUp(index, name);
  const named = [...pages]
    .filter(([id, { place }]) => place === WHOLE_NAME && facts.isCitable(id))
    .map(([id]) => id)
    .filter((id) => facts.admits(id, filters))
    .sort((one, other) => facts.ageOf(one) - facts.ageOf(other));
  if (named.length > MOST_NAMESAKES) return [];
  const found = await Promise.all(
    named.map(async (id): Promise<Direct> => {
      const excerpt = citation.place
        ? await placeIn(index, id, citation.place, citation.annex)
        : undefined;
      const { page } = await index.firstPiece(id);
      return { ...page, id, ...(excerpt && { excerpt }) };
    }),
  );
  const placed = found.filter(({ excerpt }) => excerpt);
  return placed.length > 0 || citation.guessed ? placed : found;
}
