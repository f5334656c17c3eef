/** Mentions: which entries a paragraph names. */
import { Matcher } from './matcher.ts';
import type { Name } from './names.ts';
import type { Block, Entry, EntryKey, Mention } from '../types.ts';

export class MentionFinder {
  readonly #owners: Map<string, EntryKey>;
  readonly #matcher: Matcher;
  readonly #known = new WeakMap<Block, Mention[]>();

  constructor(names: Name[]) {
    this.#owners = new Map(names.map((name) => [name.text, name.key]));
    this.#matcher = new Matcher(this.#owners.keys());
  }

  /**
   * Every place where a name stands, the longest where names overlap, with the links that the author wrote.
   * @returns in order of place
   */
  all(block: Block): Mention[] {
    const known = this.#known.get(block) ?? this.#read(block);
    this.#known.set(block, known);
    return known;
  }

  #read(block: Block): Mention[] {
    const found = this.#matcher
      .longest(block.text)
      .filter(({ start, end }) => !block.links.some((link) => link.start < end && start < link.end))
      .map(({ start, end, name }) => ({ start, end, key: this.#owners.get(name)! }));
    const written = block.links.map(({ start, end, key }) => ({ start, end, key }));
    return [...written, ...found].sort((a, b) => a.start - b.start);
  }

  /**
   * The names that become links: once a paragraph each, never the document's own, never in a heading.
   * @param document the entry that holds the block
   * @returns the mentions in order of place; explicit links are not among them, and what one of
   *   them names is not linked again after it
   */
  find(document: Entry, block: Block): Mention[] {
    if (block.kind === 'heading' || block.head) return [];
    const found = this.#matcher.longest(block.text);
    if (found.length === 0) return [];
    const seen = new Set<EntryKey>([document.key]);
    const mentions: Mention[] = [];
    for (const { start, end, name } of found) {
      const key = this.#owners.get(name);
      const linked = block.links.some(
        (link) => link.start < end && (start < link.end || link.key === key),
      );
      if (!key || linked || seen.has(key)) continue;
      seen.add(key);
      mentions.push({ start, end, key });
    }
    return mentions;
  }
}
