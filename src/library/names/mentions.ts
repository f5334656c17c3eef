/** Mentions: which entries a paragraph names. */
import { Matcher } from './matcher.ts';
import { compact, type Name } from './names.ts';
import type { Block, Entry, EntryKey, Library, Mention } from '../types.ts';

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

// Where a text means an entry, not only has the letters of its name.

export interface Span {
  start: number;
  end: number;
}

/** Measures that are related to an entry: 培育龙头骨干企业 to 龙头骨干企业. */
const measuresOf = (library: Library, entry: Entry): Set<EntryKey> =>
  new Set(
    library
      .related(entry.key)
      .map((related) => related.entry.key)
      .filter((key) => key.startsWith('measures/')),
  );

/**
 * The places in a block that mean an entry, as the graph reads them: the longest name holds, so that
 * 新能源汽车 does not mean 新能源. Inside the name of a measure that is related to the entry, the
 * entry's name means what it says.
 * @returns offsets into the block's text, in order
 */
export function placesMeaning(library: Library, block: Block, entry: Entry): Span[] {
  const names = library.namesIn(block);
  const measures = measuresOf(library, entry);
  const insideMeasure = new Matcher([entry.title, ...entry.aliases].map(compact))
    .longest(block.text)
    .filter(({ start, end }) =>
      names.some((name) => measures.has(name.key) && name.start <= start && end <= name.end),
    );
  return [...names.filter(({ key }) => key === entry.key), ...insideMeasure]
    .map(({ start, end }) => ({ start, end }))
    .toSorted((a, b) => a.start - b.start);
}
