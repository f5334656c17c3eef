/**
 * Finds many names in a text at once, in time linear in the text.
 * Method: A. V. Aho, M. J. Corasick, "Efficient string matching", CACM 18(6), 1975.
 */

interface Node {
  next: Map<string, Node>;
  fail: Node | null;
  /** Length in characters of the longest name that ends here, by way of fail links too. */
  length: number;
  /** That name. */
  name: string | null;
  /** The nearest shorter name that also ends here. */
  shorter: Node | null;
}

export interface Match {
  /** Offset of the first code unit. */
  start: number;
  /** Offset after the last one. */
  end: number;
  name: string;
}

const newNode = (): Node => ({ next: new Map(), fail: null, length: 0, name: null, shorter: null });

const WORD = /[0-9A-Za-z]/;

/** A name that ends in a digit or a Latin letter is not found inside a longer number or word. */
const cutsWord = (text: string, start: number, end: number): boolean =>
  (WORD.test(text[start] ?? '') && WORD.test(text[start - 1] ?? '')) ||
  (WORD.test(text[end - 1] ?? '') && WORD.test(text[end] ?? ''));

export class Matcher {
  readonly #root = newNode();

  /** @param names what to look for, without spaces */
  constructor(names: Iterable<string>) {
    for (const name of names) this.#insert(name);
    this.#link();
  }

  #insert(name: string): void {
    let node = this.#root;
    let length = 0;
    for (const char of name) {
      let next = node.next.get(char);
      if (!next) node.next.set(char, (next = newNode()));
      node = next;
      length++;
    }
    node.name = name;
    node.length = length;
  }

  #link(): void {
    const queue: Node[] = [];
    for (const node of this.#root.next.values()) {
      node.fail = this.#root;
      queue.push(node);
    }
    for (let node = queue.shift(); node; node = queue.shift()) {
      for (const [char, child] of node.next) {
        let fail = node.fail;
        while (fail && !fail.next.has(char)) fail = fail.fail;
        child.fail = fail?.next.get(char) ?? this.#root;
        child.shorter = child.fail.name ? child.fail : child.fail.shorter;
        queue.push(child);
      }
    }
  }

  /**
   * Finds every place where a name stands, overlapping ones included. Spaces in the text are
   * passed over, as official texts set them freely around figures.
   * @returns the matches in order of their end
   */
  all(text: string): Match[] {
    const starts: number[] = [];
    const matches: Match[] = [];
    let node = this.#root;
    let offset = 0;
    for (const char of text) {
      const end = offset + char.length;
      if (!/\s/u.test(char)) {
        starts.push(offset);
        while (node !== this.#root && !node.next.has(char)) node = node.fail ?? this.#root;
        node = node.next.get(char) ?? this.#root;
        for (let hit: Node | null = node; hit; hit = hit.shorter) {
          if (hit.name === null) continue;
          const start = starts[starts.length - hit.length] ?? offset;
          if (!cutsWord(text, start, end)) matches.push({ start, end, name: hit.name });
        }
      }
      offset = end;
    }
    return matches;
  }

  /** Like `all`, but where matches overlap the longest is kept, and of equals the first. */
  longest(text: string): Match[] {
    const taken = new Uint8Array(text.length);
    const kept: Match[] = [];
    const byLength = this.all(text).sort(
      (a, b) => b.name.length - a.name.length || a.start - b.start,
    );
    for (const match of byLength) {
      if (taken[match.start] || taken[match.end - 1]) continue;
      taken.fill(1, match.start, match.end);
      kept.push(match);
    }
    return kept.sort((a, b) => a.start - b.start);
  }
}
