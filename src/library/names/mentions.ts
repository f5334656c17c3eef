/** Mentions: which entries a paragraph names, and which of its names become links. */
import type { Block, Entry, EntryKey, Library, Mention, Span } from '../types.ts';
import { nameMatcher } from './matcher.ts';
import { compact } from './names.ts';

/**
 * Makes the search for names.
 * @param names which entry each means
 * @returns of a block every place where a name stands, the longest where names overlap, with the links that the author
 *   wrote, in order of place
 */
export function nameFinder(names: ReadonlyMap<string, EntryKey>): (block: Block) => Mention[] {
  const matcher = nameMatcher(names.keys());
  return ({ text, links }) => {
    const found = matcher(text)
      .filter(({ start, end }) => !links.some((link) => link.start < end && start < link.end))
      .map(({ start, end, name }) => ({ start, end, key: names.get(name)! }));
    const written = links.map(({ start, end, key }) => ({ start, end, key }));
    return written.length ? [...written, ...found].sort((a, b) => a.start - b.start) : found;
  };
}

/**
 * The names that become links: once a paragraph each, never the document's own, never in a heading.
 * @param document the entry that holds the block
 * @param names those in the block
 * @returns the mentions in order of place; explicit links are not among them, and what one of
 *   them names is not linked again after it
 */
export function linkedNames(document: Entry, block: Block, names: Mention[]): Mention[] {
  if (block.kind === 'heading' || block.head) return [];
  const seen = new Set([document.key]);
  return names.filter(({ start, key }) => {
    const again = seen.has(key);
    seen.add(key);
    return !again && !block.links.some((link) => link.start === start);
  });
}

/**
 * The places in a block that mean an entry, not only have the letters of its name, as the graph reads them: the longest
 * name holds, so that 新能源汽车 does not mean 新能源. Inside the name of a measure that is related to the entry, as
 * 培育龙头骨干企业 to 龙头骨干企业, the entry's name means what it says.
 * @returns offsets into the block's text, in order
 */
export function placesMeaning(library: Library, block: Block, entry: Entry): Span[] {
  const names = library.namesIn(block);
  const related = library.related(entry.key).map((one) => one.entry.key);
  const measures = new Set<EntryKey>(related.filter((key) => key.startsWith('measures/')));
  const insideMeasure = nameMatcher([entry.title, ...entry.aliases].map(compact))(
    block.text,
  ).filter(({ start, end }) =>
    names.some((name) => measures.has(name.key) && name.start <= start && end <= name.end),
  );
  return [...names.filter(({ key }) => key === entry.key), ...insideMeasure]
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
}
