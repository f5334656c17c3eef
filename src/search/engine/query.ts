/** What a reader typed → what must be found. */
import { fold, type FoldTable } from '../format/normalise.ts';
import type { Asked } from '../format/types.ts';

export interface Term {
  /** As typed. */
  typed: string;
  /** Its normal form. */
  text: string;
  /** It began with 第 before a digit: 第46号, whose normal form is 46号. */
  ordinalBefore: boolean;
  /** Signs that the normal form has as plain numbers, ① as 1, and which of its characters each is. */
  signs: { at: number; sign: string }[];
}

export interface Query {
  typed: string;
  /** All must stand on a page. Empty when there was nothing that search looks at. */
  terms: Term[];
}

const MOST_TERMS = 64;

/** A word as it is looked up. */
export function termOf(typed: string, table: FoldTable): Term {
  const { text, ordinals, signs } = fold(typed, table);
  return {
    typed,
    text,
    ordinalBefore: ordinals.has(0),
    signs: [...signs].map(([offset, sign]) => ({ at: [...text.slice(0, offset)].length, sign })),
  };
}

/**
 * Splits a query into words at spaces, each to be found as it stands; a query in quotation marks is one.
 * Takes any string; words that normalise to nothing are left out.
 */
export function parseQuery(typed: string, table: FoldTable): Query {
  const quoted = /^\s*"([^"]+)"\s*$/u.exec(typed);
  const words = quoted ? [quoted[1]!] : typed.split(/[\s\p{Cc}]+/u);
  const terms = new Map<string, Term>();
  for (const word of words) {
    const term = termOf(word, table);
    if (term.text !== '' && !terms.has(term.text)) terms.set(term.text, term);
    if (terms.size === MOST_TERMS) break;
  }
  return { typed, terms: [...terms.values()] };
}

/** A term as an answer names it: what was typed, and the same in Simplified characters if it had others. */
export function askedFor({ typed }: Term, table: FoldTable): Asked {
  const simplified = Array.from(typed, (character) => table.get(character) ?? character).join('');
  return simplified === typed ? { typed } : { typed, simplified };
}
