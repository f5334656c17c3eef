/** Mentions: which entries a paragraph names, once each, never its own page, never in a heading. */
import { Matcher } from './matcher.ts';
import type { Name } from './names.ts';
import type { Block, Entry, EntryKey, Mention } from './types.ts';

export class MentionFinder {
  readonly #owners: Map<string, EntryKey>;
  readonly #matcher: Matcher;

  constructor(names: Name[]) {
    this.#owners = new Map(names.map((name) => [name.text, name.key]));
    this.#matcher = new Matcher(this.#owners.keys());
  }

  /**
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
