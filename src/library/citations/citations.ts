/** The citations of a library, each block's found when it is first asked for. */
import {
  citedAs,
  DOCUMENT_NUMBER,
  documentNames,
  documentNumbers,
  type KnownNumber,
} from './document-names.ts';
import { endsAtNameBoundary, localNames, ownArticle, type Subject, subjectOf } from './subjects.ts';
import { structureOf, unitOf, unitsIn } from '../structures.ts';
import type { Block, Citation, Entry, EntryKey } from '../types.ts';
import { attachedTo } from '../../text/structure/units.ts';
import { PLACE, type Place, placeOf, unitAt } from '../../text/structure/places.ts';
import type { StructuralUnit } from '../../text/structure/units.ts';

const NONE: Citation[] = [];

export class Citations {
  readonly #entries: ReadonlyMap<EntryKey, Entry>;
  readonly #found = new WeakMap<Block, Citation[]>();
  #finder: CitationFinder | null = null;

  constructor(entries: ReadonlyMap<EntryKey, Entry>) {
    this.#entries = entries;
  }

  /** @returns the citations in a block of a document, in order of place */
  in(document: Entry, block: Block): Citation[] {
    if (!/[条章号]/u.test(block.text)) return NONE;
    let found = this.#found.get(block);
    if (!found) this.#found.set(block, (found = this.#finderOf().find(document, block)));
    return found;
  }

  /** @returns what every text that cites an entry holds; null where nothing can cite it */
  citedAs(key: EntryKey): RegExp | null {
    return this.#finderOf().citedAs(key);
  }

  #finderOf(): CitationFinder {
    return (this.#finder ??= new CitationFinder(this.#entries));
  }
}

// Citations: 《行政许可法》第三十二条, 本条例第八条, 常办电〔2021〕39号 in a text, and the very place that each means. What cannot be
// told for certain is left alone.

const PLACES = new RegExp(PLACE, 'gu');
const JOINS = /^\s*(?:、|和|与|及|以及|或|或者|至|到)\s*$/u;

export class CitationFinder {
  readonly #entries: ReadonlyMap<EntryKey, Entry>;
  readonly #names: ReadonlyMap<string, EntryKey>;
  readonly #numbers: ReadonlyMap<string, KnownNumber[]>;
  readonly #local = new WeakMap<Entry, Map<string, EntryKey | null>>();

  constructor(entries: ReadonlyMap<EntryKey, Entry>) {
    this.#entries = entries;
    this.#names = documentNames(entries.values());
    this.#numbers = documentNumbers(entries.values());
  }

  /**
   * @param document the entry that holds the block
   * @returns the citations in order of place; none overlaps another or an explicit link
   */
  find(document: Entry, block: Block): Citation[] {
    if (block.kind === 'heading' || block.head) return [];
    const { text, links } = block;
    const found = [
      ...(/[条章]/u.test(text) ? this.#places(document, block) : []),
      ...(text.includes('号') ? this.#documents(document, block) : []),
    ];
    return found
      .filter(({ start, end }) => !links.some((link) => link.start < end && start < link.end))
      .sort((a, b) => a.start - b.start);
  }

  /** @returns what every text that cites an entry holds; null where nothing can cite it */
  citedAs(key: EntryKey): RegExp | null {
    return citedAs(key, this.#names, this.#numbers);
  }

  #places(document: Entry, block: Block): Citation[] {
    const { text } = block;
    const here = unitOf(document, block);
    const own = labelsIn(document, block);
    const found: Citation[] = [];
    let last: { subject: Subject; end: number } | null = null;
    for (const match of text.matchAll(PLACES)) {
      const place = placeOf(match);
      const { index } = match;
      const end = index + match[0].length;
      if (!place || own.has(index)) continue;
      const joined: boolean = last !== null && JOINS.test(text.slice(last.end, index));
      const subject: Subject = joined
        ? { ...last!.subject, start: index }
        : subjectOf(text.slice(0, index), { names: this.#names, local: this.#localOf(document) });
      last = { subject, end };
      const cited = this.#resolve(document, here, subject, place);
      if (cited) found.push({ start: subject.start, end, ...cited });
    }
    return [...found, ...ownArticle(document, block, here)];
  }

  #resolve(
    document: Entry,
    here: StructuralUnit | null,
    { of }: Subject,
    place: Place,
  ): { key: EntryKey; unit: StructuralUnit } | null {
    if (of === 'unknown' || (of === 'bare' && !place.article)) return null;
    const own = of === 'self' || of === 'bare' || of === document.key;
    const entry = own ? document : this.#entries.get(of);
    if (!entry) return null;
    const unit = unitAt(structureOf(entry), place, own ? attachedTo(here) : null);
    return unit && { key: entry.key, unit };
  }

  #documents(document: Entry, { text }: Block): Citation[] {
    return [...text.matchAll(DOCUMENT_NUMBER)].flatMap((match) => {
      const known = this.#numbers.get(`${match[1]} ${Number(match[2])}`) ?? [];
      const before = text.slice(0, match.index);
      const fits = known.filter(
        ({ agency }) =>
          agency !== '' &&
          before.endsWith(agency) &&
          endsAtNameBoundary(before.slice(0, before.length - agency.length)),
      );
      const [only] = fits;
      if (!only || fits.length > 1 || only.key === document.key) return [];
      const start = match.index - only.agency.length;
      return [{ start, end: match.index + match[0].length, key: only.key, unit: null }];
    });
  }

  #localOf(document: Entry): Map<string, EntryKey | null> {
    let local = this.#local.get(document);
    if (!local) this.#local.set(document, (local = localNames(document, this.#names)));
    return local;
  }
}

/** Where in a block units of its own text begin: 第十二条 there names itself. */
const labelsIn = (document: Entry, block: Block): Set<number> =>
  new Set(unitsIn(document, block).map(({ start }) => start.offset));
