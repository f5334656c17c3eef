/**
 * An automaton that reads a text once and says at each place which names end there.
 * Method: A. V. Aho, M. J. Corasick, "Efficient string matching", CACM 18(6), 1975.
 */

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
