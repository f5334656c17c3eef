/** Finds many names in a text at once, in time linear in the text. */
import { Automaton, isSpace, SPACE, type NameNode } from './automaton.ts';

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
