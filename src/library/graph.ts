/** The graph: every entry, with its mentions, citations, notes, relations and backlinks. */
import { checkIntegrity, checkSubjects } from './checks/integrity.ts';
import { Citations } from './citations.ts';
import { push } from './maps.ts';
import { linkedNames, nameFinder } from './names/mentions.ts';
import { collectNames, type Name, plainName } from './names/names.ts';
import { compareEntries } from './order.ts';
import { findNoted, findQuotation, passage } from './relations/quotations.ts';
import { collectRelated } from './relations/relations.ts';
import type {
  Backlink,
  Block,
  Citation,
  Collection,
  Entry,
  EntryKey,
  Library,
  Mention,
  Passage,
  PlacedNote,
  Problem,
  Quotation,
  Related,
} from './types.ts';

/** Of how many entries a library of the dev server tells the backlinks one by one, before it collects those of all. */
const ONE_BY_ONE = 64;

class Graph implements Library {
  readonly entries: Map<EntryKey, Entry>;
  readonly #dev: boolean;
  readonly #lists: Map<Collection, Entry[]>;
  readonly #names = new Map<Block, Mention[]>();
  readonly #mentions = new Map<Block, Mention[]>();
  readonly #notes = new Map<Block, PlacedNote[]>();
  readonly #quoting = new Map<Block, Entry[]>();
  readonly #citations: Citations;
  readonly #related: Map<EntryKey, Related[]>;
  #backlinks: Map<EntryKey, Backlink[]> | null = null;
  readonly #backlinksOf = new Map<EntryKey, Backlink[]>();

  constructor(entries: Map<EntryKey, Entry>, names: Name[], dev: boolean) {
    this.entries = entries;
    this.#dev = dev;
    this.#lists = Map.groupBy(entries.values(), ({ collection }) => collection);
    this.#citations = new Citations(entries);
    const namesOf = nameFinder(names);
    for (const entry of entries.values()) {
      for (const block of entry.blocks) {
        const found = namesOf(block);
        if (found.length === 0) continue;
        this.#names.set(block, found);
        this.#mentions.set(block, linkedNames(entry, block, found));
      }
      for (const note of entry.notes) {
        const { block, start = 0, end = 0 } = findNoted(entry, note) ?? {};
        if (block) push(this.#notes, block, { note: note.note, start, end });
      }
      for (const block of this.#blocksUnder(entry)) push(this.#quoting, block, entry);
    }
    this.#related = collectRelated(this);
  }

  /** The blocks of other documents that an entry rests on, by its evidence, an award, a target or a state. */
  #blocksUnder({ key, evidence, awards, targets, statements }: Entry): Set<Block> {
    const blocks = [...evidence, ...awards, ...targets, ...statements].flatMap((quotation) => {
      const document = this.entries.get(quotation.in);
      const found = document && document.key !== key && findQuotation(document, quotation.quote);
      return found ? [found.block] : [];
    });
    return new Set(blocks);
  }

  list(collection: Collection): Entry[] {
    return this.#lists.get(collection) ?? [];
  }

  get(key: EntryKey): Entry {
    const entry = this.entries.get(key);
    if (!entry) throw new Error(`no entry ${key} in this library`);
    return entry;
  }

  notesOn(block: Block): PlacedNote[] {
    return this.#notes.get(block) ?? [];
  }

  mentionsIn(block: Block): Mention[] {
    return this.#mentions.get(block) ?? [];
  }

  namesIn(block: Block): Mention[] {
    return this.#names.get(block) ?? [];
  }

  citationsIn(document: Entry, block: Block): Citation[] {
    return this.#citations.in(document, block);
  }

  related(key: EntryKey): Related[] {
    return this.#related.get(key) ?? [];
  }

  quoting(block: Block): Entry[] {
    return this.#quoting.get(block) ?? [];
  }

  locate(quotation: Quotation): Passage {
    const found = findQuotation(this.get(quotation.in), quotation.quote);
    if (!found) throw new Error(`not in ${quotation.in}: ${quotation.quote}`);
    return found;
  }

  backlinks(key: EntryKey): Backlink[] {
    if (this.#dev && !this.#backlinks && this.#backlinksOf.size < ONE_BY_ONE) {
      const found =
        this.#backlinksOf.get(key) ?? this.#collect(this.#leadingTo(key)).get(key) ?? [];
      this.#backlinksOf.set(key, found);
      return found;
    }
    this.#backlinks ??= this.#collect(this.entries.values());
    return this.#backlinks.get(key) ?? [];
  }

  /** For each entry the places in some texts that lead to it, in the order of the texts. */
  #collect(documents: Iterable<Entry>): Map<EntryKey, Backlink[]> {
    const backlinks = new Map<EntryKey, Backlink[]>();
    for (const document of documents)
      for (const block of document.blocks) {
        const cited = this.citationsIn(document, block).filter(({ key }) => key !== document.key);
        const named = this.mentionsIn(block).filter(
          ({ start, end }) => !cited.some((one) => one.start < end && start < one.end),
        );
        const all: (Mention & { unit?: Citation['unit'] })[] = [...block.links, ...named, ...cited];
        for (const { key, start, end, unit } of all.sort((a, b) => a.start - b.start))
          push(backlinks, key, {
            from: document.key,
            passage: passage(document, block, start, end),
            ...(unit ? { unit } : {}),
          });
      }
    return backlinks;
  }

  /**
   * The texts that can lead to an entry, without reading any for citations: what `npm run dev` needs of a library of
   * thousands to show one page.
   */
  #leadingTo(key: EntryKey): Entry[] {
    const words = this.#citations.wordsFor(key);
    const cites = ({ text }: Block): boolean => {
      const plain = plainName(text);
      return words.some((one) => plain.includes(one));
    };
    return [...this.entries.values()].filter(({ blocks }) =>
      blocks.some(
        (block) =>
          block.links.some((link) => link.key === key) ||
          this.mentionsIn(block).some((mention) => mention.key === key) ||
          cites(block),
      ),
    );
  }
}

/**
 * Links a library.
 * @param read entries as read from their files
 * @param unreadable entries whose files have faults of their own: what points to them is no fault
 * @param options.dev whether a few pages are shown of it before it is read anew, as in `npm run dev`
 * @param options.officialHosts hosts whose pages are official besides those of government
 * @returns the graph, usable even with problems, and every problem found
 */
export function linkLibrary(
  read: Entry[],
  unreadable: ReadonlySet<EntryKey> = new Set(),
  { dev = false, officialHosts = [] }: { dev?: boolean; officialHosts?: readonly string[] } = {},
): { library: Library; problems: Problem[] } {
  const sorted = [...read].sort(compareEntries);
  const entries = new Map(sorted.map((entry) => [entry.key, entry]));
  const { names, problems } = collectNames(sorted);
  problems.push(...checkIntegrity(entries, unreadable, officialHosts));
  const library = new Graph(entries, names, dev);
  problems.push(...checkSubjects(library));
  return { library, problems };
}
