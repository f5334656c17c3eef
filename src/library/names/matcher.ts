/** Finds many names in a text at once. */

export interface Match {
  /** Offset of the first code unit. */
  start: number;
  /** Offset after the last one. */
  end: number;
  name: string;
}

/** The names that begin alike, by the code units that follow. */
interface Branch {
  next: Map<number, Branch>;
  /** The name that ends here. */
  name?: string;
}

const SPACE = /\s/u;
const isSpace = (code: number): boolean =>
  code <= 32 || (code >= 0xa0 && SPACE.test(String.fromCharCode(code)));

const WORD = /[0-9A-Za-z]/;
/** A name that ends in a digit or a Latin letter is not found inside a longer number or word. */
const cutsWord = (text: string, start: number, end: number): boolean =>
  (WORD.test(text[start] ?? '') && WORD.test(text[start - 1] ?? '')) ||
  (WORD.test(text[end - 1] ?? '') && WORD.test(text[end] ?? ''));

export class Matcher {
  readonly #root: Branch = { next: new Map() };

  /** @param names what to look for, without spaces */
  constructor(names: Iterable<string>) {
    for (const name of names) {
      let branch = this.#root;
      for (let i = 0; i < name.length; i++) {
        const code = name.charCodeAt(i);
        let next = branch.next.get(code);
        if (!next) branch.next.set(code, (next = { next: new Map() }));
        branch = next;
      }
      branch.name = name;
    }
  }

  /**
   * Finds the places where a name stands; where they overlap the longest is kept, and of equals the first. Spaces in the
   * text are passed over, as official texts set them freely around figures.
   * @returns the matches in order of place
   */
  longest(text: string): Match[] {
    const taken = new Uint8Array(text.length);
    const kept = this.#all(text)
      .sort((a, b) => b.name.length - a.name.length || a.start - b.start)
      .filter(({ start, end }) => {
        if (taken[start] || taken[end - 1]) return false;
        taken.fill(1, start, end);
        return true;
      });
    return kept.sort((a, b) => a.start - b.start);
  }

  #all(text: string): Match[] {
    const matches: Match[] = [];
    for (let start = 0; start < text.length; start++) {
      let branch = this.#root.next.get(text.charCodeAt(start));
      for (let end = start + 1; branch; end++) {
        const { name } = branch;
        if (name !== undefined && !cutsWord(text, start, end)) matches.push({ start, end, name });
        while (isSpace(text.charCodeAt(end))) end++;
        branch = branch.next.get(text.charCodeAt(end));
      }
    }
    return matches;
  }
}
