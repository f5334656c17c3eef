/** The graph: every entry, with its mentions, citations, notes, relations and backlinks. */
import { checkIntegrity, checkSubjects } from './checks/integrity.ts';
import { citationFinder } from './citations.ts';
import { push } from './maps.ts';
import { linkedNames, nameFinder } from './names/mentions.ts';
import { collectNames } from './names/names.ts';
import { compareEntries } from './order.ts';
import { findNoted, findQuotation, passage } from './relations/quotations.ts';
import { collectRelated } from './relations/relations.ts';
import type { Backlink, Block, Citation, Entry, EntryKey } from './types.ts';
import type { Library, Mention, PlacedNote, Problem } from './types.ts';

/**
 * Links a library.
 * @param read entries as read from their files
 * @param unreadable entries whose files have faults of their own: what points to them is no fault
 * @param officialHosts hosts whose pages are official besides those of government
 * @returns the graph, usable even with problems, and every problem found
 */
export function linkLibrary(
  read: Entry[],
  unreadable: ReadonlySet<EntryKey> = new Set(),
  officialHosts: readonly string[] = [],
): { library: Library; problems: Problem[] } {
  const sorted = [...read].sort(compareEntries);
  const entries = new Map(sorted.map((entry) => [entry.key, entry]));
  const { names, problems } = collectNames(sorted);
  problems.push(...checkIntegrity(entries, unreadable, officialHosts));
  const library = buildGraph(entries, names);
  problems.push(...checkSubjects(library));
  return { library, problems };
}

function buildGraph(entries: Map<EntryKey, Entry>, names: ReadonlyMap<string, EntryKey>): Library {
  const lists = Map.groupBy(entries.values(), ({ collection }) => collection);
  const named = new Map<Block, Mention[]>();
  const notes = new Map<Block, PlacedNote[]>();
  const quoting = new Map<Block, Entry[]>();
  const namesOf = nameFinder(names);
  for (const entry of entries.values()) {
    for (const block of entry.blocks) {
      const found = namesOf(block);
      if (found.length > 0) named.set(block, found);
    }
    for (const note of entry.notes) {
      const { block, start = 0, end = 0 } = findNoted(entry, note) ?? {};
      if (!block) continue;
      const id = `${block.id}-note-${(notes.get(block)?.length ?? 0) + 1}`;
      push(notes, block, { id, number: 0, words: note.note, start, end });
    }
    entry.blocks
      .flatMap((block) => notes.get(block)?.sort((a, b) => a.end - b.end) ?? [])
      .forEach((note, i) => (note.number = i + 1));
    for (const block of blocksUnder(entry, entries)) push(quoting, block, entry);
  }
  const namesIn = (block: Block): Mention[] => named.get(block) ?? [];
  const related = collectRelated({ entries, namesIn });
  let backlinks: Map<EntryKey, Backlink[]> | undefined;
  const library: Library = {
    entries,
    names,
    list: (collection) => lists.get(collection) ?? [],
    get(key) {
      const entry = entries.get(key);
      if (!entry) throw new Error(`no entry ${key} in this library`);
      return entry;
    },
    namesIn,
    mentionsIn: (document, block) => linkedNames(document, block, namesIn(block)),
    citationsIn: citationFinder(entries),
    backlinks: (key) => (backlinks ??= collectBacklinks(library)).get(key) ?? [],
    related: (key) => related.get(key) ?? [],
    notesOn: (block) => notes.get(block) ?? [],
    quoting: (block) => quoting.get(block) ?? [],
    locate(quotation) {
      const found = findQuotation(library.get(quotation.in), quotation.quote);
      if (!found) throw new Error(`not in ${quotation.in}: ${quotation.quote}`);
      return found;
    },
  };
  return library;
}

/** The blocks of other documents that an entry rests on, by its evidence, an award, a target or a state. */
function blocksUnder(entry: Entry, entries: ReadonlyMap<EntryKey, Entry>): Set<Block> {
  const { evidence, awards, targets, statements } = entry;
  const blocks = [...evidence, ...awards, ...targets, ...statements].flatMap((quotation) => {
    const document = entries.get(quotation.in);
    const found = document && document !== entry && findQuotation(document, quotation.quote);
    return found ? [found.block] : [];
  });
  return new Set(blocks);
}

/** For each entry the places that lead to it, in the order of the texts. */
function collectBacklinks(library: Library): Map<EntryKey, Backlink[]> {
  const backlinks = new Map<EntryKey, Backlink[]>();
  for (const document of library.entries.values())
    for (const block of document.blocks) {
      const cited = library.citationsIn(document, block).filter(({ key }) => key !== document.key);
      const mentioned = library
        .mentionsIn(document, block)
        .filter(({ start, end }) => !cited.some((one) => one.start < end && start < one.end));
      const places: (Mention & Partial<Citation>)[] = [...block.links, ...mentioned, ...cited];
      for (const { key, start, end, unit } of places.sort((a, b) => a.start - b.start))
        push(backlinks, key, {
          from: document.key,
          passage: passage(document, block, start, end),
          ...(unit && { unit }),
        });
    }
  return backlinks;
}
