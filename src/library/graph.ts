/** The graph: every entry, with its mentions, relations and backlinks, built once. */
import { collectBacklinks, leadingTo } from './relations/backlinks.ts';
import { Citations } from './citations/citations.ts';
import { checkIntegrity, checkSubjects } from './checks/integrity.ts';
import { MentionFinder } from './names/mentions.ts';
import { push } from './maps.ts';
import { collectNames } from './names/names.ts';
import { compareEntries } from './order.ts';
import { collectQuoting, findNoted, findQuotation } from './relations/quotations.ts';
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
  readonly #lists = new Map<Collection, Entry[]>();
  readonly #notes = new Map<Block, PlacedNote[]>();
  readonly #mentions = new Map<Block, Mention[]>();
  readonly #citations: Citations;
  #backlinks: Map<EntryKey, Backlink[]> | null = null;
  readonly #backlinksOf = new Map<EntryKey, Backlink[]>();
  readonly #dev: boolean;
  readonly #related: Map<EntryKey, Related[]>;
  readonly #quoting: Map<Block, Entry[]>;
  readonly #finder: MentionFinder;

  constructor(entries: Map<EntryKey, Entry>, finder: MentionFinder, dev: boolean) {
    this.entries = entries;
    this.#dev = dev;
    this.#finder = finder;
    this.#citations = new Citations(entries);
    for (const entry of entries.values()) {
      push(this.#lists, entry.collection, entry);
      this.#readMentions(entry, finder);
      this.#readNotes(entry);
    }
    this.#related = collectRelated(this);
    this.#quoting = collectQuoting(entries);
  }

  #readMentions(document: Entry, finder: MentionFinder): void {
    for (const block of document.blocks) {
      const found = finder.find(document, block);
      if (found.length > 0) this.#mentions.set(block, found);
    }
  }

  #readNotes(document: Entry): void {
    for (const note of document.notes) {
      const found = findNoted(document, note);
      if (!found) continue;
      const { block, start, end } = found;
      push(this.#notes, block, { note: note.note, start, end });
    }
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
    return this.#finder.all(block);
  }

  citationsIn(document: Entry, block: Block): Citation[] {
    return this.#citations.in(document, block);
  }

  backlinks(key: EntryKey): Backlink[] {
    if (this.#dev && !this.#backlinks && this.#backlinksOf.size < ONE_BY_ONE)
      return this.#backlinksOfOne(key);
    this.#backlinks ??= collectBacklinks(this);
    return this.#backlinks.get(key) ?? [];
  }

  #backlinksOfOne(key: EntryKey): Backlink[] {
    let found = this.#backlinksOf.get(key);
    if (!found) {
      const texts = leadingTo(this, key, this.#citations.citedAs(key));
      this.#backlinksOf.set(key, (found = collectBacklinks(this, texts).get(key) ?? []));
    }
    return found;
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
  const library = new Graph(entries, new MentionFinder(names), dev);
  problems.push(...checkSubjects(library));
  return { library, problems };
}
