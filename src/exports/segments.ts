/** A block's words cut where something begins or ends: a link, emphasis, words with a note. */
import { entryOfLink } from '../library/links.ts';
import type { Block, EntryKey, Library, Mark, PlacedNote } from '../library/types.ts';

/** A stretch of words that are all set alike. */
export interface Segment {
  text: string;
  /** What the words link to: an entry, or an address outside the library. */
  to?: { key: EntryKey } | { url: string };
  /** How they are set, outermost first. */
  set: Exclude<Mark['kind'], 'link' | 'break'>[];
  /** Notes on words that end here. */
  notes: PlacedNote[];
  /** A line that the author ended stands before them. */
  afterBreak: boolean;
}

type Target = NonNullable<Segment['to']>;

interface LinkRange {
  start: number;
  end: number;
  to: Target;
}

function linkRanges(library: Library, block: Block): LinkRange[] {
  const written = block.marks.flatMap(({ kind, start, end, url = '' }): LinkRange[] => {
    if (kind !== 'link') return [];
    const key = entryOfLink(url);
    return [{ start, end, to: key ? { key } : { url } }];
  });
  const found = library
    .mentionsIn(block)
    .map(({ start, end, key }) => ({ start, end, to: { key } }));
  return [...written, ...found];
}

/**
 * @param from offset in the block's text from which on it is wanted
 * @returns segments whose text together is the block's text from there
 */
export function segmentsOf(library: Library, block: Block, from = 0): Segment[] {
  const links = linkRanges(library, block);
  const notes = library.notesOn(block);
  // Most blocks are words and no more.
  if (links.length === 0 && notes.length === 0 && block.marks.length === 0)
    return from < block.text.length
      ? [{ text: block.text.slice(from), set: [], notes: [], afterBreak: false }]
      : [];
  const set = block.marks.filter(({ kind, start, end }) => kind !== 'link' && start < end);
  const breaks = new Set(block.marks.filter(({ kind }) => kind === 'break').map((m) => m.start));
  const edges = new Set([from, block.text.length, ...breaks, ...notes.map(({ end }) => end)]);
  for (const { start, end } of [...links, ...set]) edges.add(start).add(end);
  const at = [...edges].filter((edge) => edge >= from).sort((a, b) => a - b);
  return at.slice(0, -1).map((start, i) => {
    const end = at[i + 1]!;
    const covers = (range: { start: number; end: number }) =>
      range.start <= start && range.end >= end;
    const to = links.find(covers)?.to;
    return {
      text: block.text.slice(start, end),
      ...(to && { to }),
      set: set.filter(covers).map(({ kind }) => kind) as Segment['set'],
      notes: notes.filter((note) => note.end === end),
      afterBreak: breaks.has(start),
    };
  });
}

/** Segments in a row that are one link, or none, with all the notes on their words. */
export interface Run {
  to?: Segment['to'];
  segments: Segment[];
  notes: PlacedNote[];
}

/** Joins what is one link: a note on words inside it is told after it, as links hold no links. */
export function runsOf(segments: readonly Segment[]): Run[] {
  const runs: Run[] = [];
  for (const segment of segments) {
    const last = runs.at(-1);
    if (last?.to && last.to === segment.to) {
      last.segments.push(segment);
      last.notes.push(...segment.notes);
    } else
      runs.push({
        ...(segment.to && { to: segment.to }),
        segments: [segment],
        notes: [...segment.notes],
      });
  }
  return runs;
}
