/** Finds many names in a text at once. */
import type { Span } from '../types.ts';

export interface Match extends Span {
  name: string;
}

/** The names that begin alike, by the code units that follow. */
interface Branch {
  next: Map<number, Branch>;
  /** The name that ends here. */
  name?: string;
}

const isSpace = (char = ''): boolean => char < '\u3001' && /\s/u.test(char);
const WORD = /[0-9A-Za-z]/;
/** A name that ends in a digit or a Latin letter is not found inside a longer number or word. */
const cutsWord = (text: string, start: number, end: number): boolean =>
  (WORD.test(text[start] ?? '') && WORD.test(text[start - 1] ?? '')) ||
  (WORD.test(text[end - 1] ?? '') && WORD.test(text[end] ?? ''));

/**
 * Makes a search for names: the places where one stands; where they overlap the longest is kept, and of equals the first.
 * Spaces in the text are passed over, as official texts set them freely around figures.
 * @param names what to look for, without spaces
 * @returns finds the matches in a text, in order of place
 */
export function nameMatcher(names: Iterable<string>): (text: string) => Match[] {
  const root: Branch = { next: new Map() };
  for (const name of names) {
    let branch = root;
    for (let i = 0; i < name.length; i++) {
      const code = name.charCodeAt(i);
      const next: Branch = branch.next.get(code) ?? { next: new Map() };
      branch.next.set(code, next);
      branch = next;
    }
    branch.name = name;
  }
  return (text) => {
    const matches = everyMatch(root, text);
    const taken = new Uint8Array(matches.length > 0 ? text.length : 0);
    return matches
      .sort((a, b) => b.name.length - a.name.length || a.start - b.start)
      .filter(({ start, end }) => {
        if (taken[start] || taken[end - 1]) return false;
        taken.fill(1, start, end);
        return true;
      })
      .sort((a, b) => a.start - b.start);
  };
}

function everyMatch(root: Branch, text: string): Match[] {
  const matches: Match[] = [];
  for (let start = 0; start < text.length; start++) {
    let branch = root.next.get(text.charCodeAt(start));
    for (let end = start + 1; branch; end++) {
      const { name } = branch;
      if (name !== undefined && !cutsWord(text, start, end)) matches.push({ start, end, name });
      let next = branch.next.get(text.charCodeAt(end));
      while (!next && isSpace(text[end])) next = branch.next.get(text.charCodeAt(++end));
      branch = next;
    }
  }
  return matches;
}
