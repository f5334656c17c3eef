/** Finds many names in a text at once, in time linear in the text. */

export interface Match {
  /** Offset of the first code unit. */
  start: number;
  /** Offset after the last one. */
  end: number;
  name: string;
}

const WORD = /[0-9A-Za-z]/;

/** A name that ends in a digit or a Latin letter is not found inside a longer number or word. */
const cutsWord = (text: string, start: number, end: number): boolean =>
  (WORD.test(text[start] ?? '') && WORD.test(text[start - 1] ?? '')) ||
  (WORD.test(text[end - 1] ?? '') && WORD.test(text[end] ?? ''));

/**
 * Where a name begins that ends at a place: spaces in the text are passed over.
 * @returns the offset of a name's first code unit, given its end and its length
 */
function startsIn(text: string): (end: number, length: number) => number {
  if (!SPACE.test(text)) return (end, length) => end - length;
  const solid: number[] = [];
  const before = new Int32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) {
    before[at] = solid.length;
    if (!isSpace(text.charCodeAt(at))) solid.push(at);
  }
  before[text.length] = solid.length;
  return (end, length) => solid[before[end]! - length]!;
}

export class Matcher {
  readonly #automaton: Automaton;

  /** @param names what to look for, without spaces */
  constructor(names: Iterable<string>) {
    this.#automaton = new Automaton(names);
  }

  /**
   * Finds every place where a name stands, overlapping ones included. Spaces in the text are
   * passed over, as official texts set them freely around figures.
   * @returns the matches in order of their end
   */
  all(text: string): Match[] {
    const matches: Match[] = [];
    const startOf = startsIn(text);
    for (const { end, node } of this.#automaton.endings(text))
      for (let hit: NameNode | null = node; hit; hit = hit.shorter) {
        const start = startOf(end, hit.name!.length);
        if (!cutsWord(text, start, end)) matches.push({ start, end, name: hit.name! });
      }
    return matches;
  }

  /**
   * Like `all`, but where matches overlap the longest is kept, and of equals the first. A shorter name that
   * ends where a longer one does is looked at only when the longer one has no room, so that thousands of
   * names, one inside another, cost no more than the text is long.
   */
  longest(text: string): Match[] {
    const endings = this.#automaton.endings(text);
    if (endings.length === 0) return [];
    const startOf = startsIn(text);
    const byLength: Match[][] = [];
    const shorter = new Map<number, NameNode | null>();
    const offer = (end: number, node: NameNode | null, room: number): void => {
      let hit = node;
      while (hit && hit.name!.length > room) hit = hit.shorter;
      if (!hit) return;
      const name = hit.name!;
      const start = startOf(end, name.length);
      if (cutsWord(text, start, end)) return offer(end, hit.shorter, room);
      shorter.set(end, hit.shorter);
      (byLength[name.length] ??= []).push({ start, end, name });
    };
    for (const { end, node } of endings) offer(end, node, Infinity);
    const taken = new Uint8Array(text.length);
    const kept: Match[] = [];
    for (let length = byLength.length - 1; length > 0; length--)
      for (const match of (byLength[length] ?? []).sort((a, b) => a.start - b.start)) {
        const { start, end } = match;
        if (taken[end - 1]) continue;
        if (taken[start]) {
          let free = end;
          while (!taken[free - 1]) free--;
          offer(end, shorter.get(end)!, end - free);
          continue;
        }
        taken.fill(1, start, end);
        kept.push(match);
      }
    return kept.sort((a, b) => a.start - b.start);
  }
}

// An automaton that reads a text once and says at each place which names end there. Method: A. V. Aho, M. J.
// Corasick, "Efficient string matching", CACM 18(6), 1975.

export interface NameNode {
  /** By code unit. */
  next: Map<number, NameNode>;
  fail: NameNode | null;
  /** The name that ends here. */
  name: string | null;
  /** The nearest shorter name that also ends here. */
  shorter: NameNode | null;
}

/** A name that ends at a place, and by way of it all shorter ones that end there. */
export interface Ending {
  end: number;
  node: NameNode;
}

const newNode = (): NameNode => ({ next: new Map(), fail: null, name: null, shorter: null });

export const SPACE = /\s/u;
export const isSpace = (code: number): boolean =>
  code <= 32 || (code >= 0xa0 && SPACE.test(String.fromCharCode(code)));

export class Automaton {
  readonly #root = newNode();

  /** @param names what to look for, without spaces */
  constructor(names: Iterable<string>) {
    for (const name of names) this.#insert(name);
    this.#link();
  }

  #insert(name: string): void {
    let node = this.#root;
    for (let i = 0; i < name.length; i++) {
      const code = name.charCodeAt(i);
      let next = node.next.get(code);
      if (!next) node.next.set(code, (next = newNode()));
      node = next;
    }
    node.name = name;
  }

  #link(): void {
    const queue: NameNode[] = [...this.#root.next.values()];
    for (const node of queue) node.fail = this.#root;
    for (const node of queue) {
      for (const [code, child] of node.next) {
        let fail = node.fail;
        while (fail && !fail.next.has(code)) fail = fail.fail;
        child.fail = fail?.next.get(code) ?? this.#root;
        child.shorter = child.fail.name === null ? child.fail.shorter : child.fail;
        queue.push(child);
      }
    }
  }

  /** The longest name that ends at each place where one does. Spaces in the text are passed over. */
  endings(text: string): Ending[] {
    const endings: Ending[] = [];
    const root = this.#root;
    let node = root;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      let next = node.next.get(code);
      if (!next) {
        if (node === root || isSpace(code)) continue;
        while (node !== root && !next) {
          node = node.fail!;
          next = node.next.get(code);
        }
      }
      node = next ?? root;
      const hit = node.name === null ? node.shorter : node;
      if (hit) endings.push({ end: at + 1, node: hit });
    }
    return endings;
  }
}
