/**
 * A document as Akoma Ntoso 1.0 (OASIS LegalDocML, schema 3.0): a `doc`, as official documents of every kind are;
 * official parts in its preface and conclusions, its text in the main body, ids (`eId`) as on its page.
 */
import type { Element } from 'xast';
import type { ValidLibrary } from '../../content/read-library.ts';
import { structureOf } from '../../library/structures.ts';
import type { Block, Entry } from '../../library/types.ts';
import { findPart } from '../../text/parts.ts';
import type { StructuralUnit, UnitKind } from '../../text/structure.ts';
import { hasOwnTitle } from '../documents.ts';
import { onLines, x, xmlFile, type XmlChild } from '../xml.ts';
import { BlocksWriter } from './blocks.ts';
import { metadata } from './metadata.ts';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** Official parts that have an element of their own. */
const PARTS: Record<string, string> = {
  Masthead: 'docAuthority',
  DocumentNumber: 'docNumber',
  DocumentTitle: 'docTitle',
  Signature: 'signature',
};

/** What each unit is in the standard; 款 is its paragraph, 项 its point. Others have no name of their own there. */
const UNITS: Partial<Record<UnitKind, string>> = {
  book: 'book',
  subbook: 'part',
  division: 'part',
  chapter: 'chapter',
  section: 'section',
  article: 'article',
  clause: 'paragraph',
  item: 'point',
  subitem: 'indent',
};

/** A unit that begins a block of its own can hold blocks; one inside a paragraph is only words of it. */
const beginsBlock = (unit: StructuralUnit): boolean => unit.start.offset === 0;

/**
 * The units that are elements in blocks `from` up to, but without, `to`. Where one cannot be, as the first 款 of a 条, which
 * begins with it, or a chapter whose number stands behind other characters, those in it stand in its place.
 */
const unitsOf = (units: readonly StructuralUnit[], from: number, to: number): StructuralUnit[] =>
  units.flatMap((unit) =>
    beginsBlock(unit) && unit.start.index >= from && unit.end.index < to
      ? [unit]
      : unitsOf(unit.children, from, to),
  );

/** How many blocks at the head are parts of it, and where the parts begin that close it. */
function edges({ blocks }: Entry): { from: number; to: number } {
  const isHead = ({ head, depth }: Block) => head === true || depth === 1;
  const from = blocks.findIndex((block) => !isHead(block));
  if (from < 0) return { from: blocks.length, to: blocks.length };
  let to = blocks.length;
  while (to > from && blocks[to - 1]!.kind === 'part') to--;
  return { from, to };
}

/** The structure of a text: 编、章、节、条 and what stands in them, under the ids of its page. */
class HierarchyWriter {
  readonly #document: Entry;
  readonly #blocks: BlocksWriter;

  constructor(blocks: BlocksWriter) {
    this.#document = blocks.document;
    this.#blocks = blocks;
  }

  /**
   * @param units those directly in the stretch
   * @param top whether blocks may stand beside units, as they may in the main body alone
   * @returns elements for blocks `from` up to, but without, `to`
   */
  write(units: readonly StructuralUnit[], from: number, to: number, top: boolean): XmlChild[] {
    const pieces: XmlChild[] = [];
    let at = from;
    for (const unit of unitsOf(units, from, to)) {
      if (unit.start.index < at) continue;
      pieces.push(...this.#between(at, unit.start.index, top, at === from));
      pieces.push(this.#unit(unit));
      at = unit.end.index + 1;
    }
    pieces.push(...this.#between(at, to, top, false));
    return onLines(pieces);
  }

  /** Blocks beside units: before the first they are its introduction, after it a container without name. */
  #between(from: number, to: number, top: boolean, first: boolean): XmlChild[] {
    if (from >= to) return [];
    const blocks = this.#blocks.write(from, to);
    if (top) return blocks;
    if (first) return [x('intro', {}, blocks)];
    return [x('hcontainer', { name: 'text' }, x('content', {}, blocks))];
  }

  #unit(unit: StructuralUnit): Element {
    const { kind, id, label, heading, start, end } = unit;
    const block = this.#document.blocks[start.index]!;
    this.#blocks.drawn.add(id);
    // A unit without a number is on the page one with its block, which has the id.
    const eId = id === block.id ? undefined : id;
    const children = unitsOf(unit.children, start.index + 1, end.index + 1);
    const head = [
      ...(label ? [x('num', {}, label)] : []),
      ...(heading ? [x('heading', { eId: block.id }, this.#headingWords(unit))] : []),
    ];
    const from = start.index + (heading ? 1 : 0);
    const name = UNITS[kind] ?? 'hcontainer';
    return x(
      name,
      { ...(name === 'hcontainer' && { name: kind }), eId },
      head,
      this.#body(unit, children, from, end.index + 1),
    );
  }

  /** The words of a heading behind its number. */
  #headingWords({ start, label, heading }: StructuralUnit): XmlChild[] {
    const { text } = this.#document.blocks[start.index]!;
    const at = text.indexOf(heading, label ? text.indexOf(label) + label.length : 0);
    return at < 0 ? [heading] : this.#blocks.words(start.index, at);
  }

  #body(unit: StructuralUnit, children: StructuralUnit[], from: number, to: number): XmlChild[] {
    if (from >= to) return [x('content')];
    const offset = unit.heading ? 0 : this.#offsetBehindNumber(unit);
    if (children.length === 0) return [x('content', {}, this.#blocks.write(from, to, offset))];
    const first = children[0]!.start.index;
    const intro = first > from ? [x('intro', {}, this.#blocks.write(from, first, offset))] : [];
    return [...intro, ...this.write(children, first, to, false)];
  }

  #offsetBehindNumber({ start, label }: StructuralUnit): number {
    const rest = this.#document.blocks[start.index]!.text.slice(label.length);
    return label.length + rest.length - rest.trimStart().length;
  }
}

function officialPart(blocks: BlocksWriter, at: number): Element {
  const { document } = blocks;
  const block = document.blocks[at]!;
  const part = findPart(block.part);
  const name =
    block.depth === 1 || block.part === 'DocumentTitle' ? 'docTitle' : PARTS[block.part ?? ''];
  const words = blocks.words(at);
  const content =
    block.part === 'Dateline' && document.date?.length === 10
      ? [x('docDate', { date: document.date }, words)]
      : name
        ? [x(name, {}, words)]
        : words;
  return x('p', { eId: block.id, class: part?.id ?? 'document-title' }, content);
}

/** @param document an entry with text */
export function akomaNtoso(site: ValidLibrary, document: Entry): string {
  const blocks = new BlocksWriter(site, document);
  const { from, to } = edges(document);
  const parts = (start: number, end: number): Element[] =>
    document.blocks.slice(start, end).map((_, i) => officialPart(blocks, start + i));
  const title = hasOwnTitle(document) ? [] : [x('p', {}, x('docTitle', {}, document.title))];
  const hierarchy = new HierarchyWriter(blocks);
  const body = hierarchy.write(structureOf(document).roots, from, to, true);
  const conclusions = parts(to, document.blocks.length);
  const children = [
    metadata(site, document, blocks.notes()),
    x('preface', {}, onLines([...title, ...parts(0, from)])),
    x('mainBody', {}, body.length > 0 ? body : x('p')),
    ...(conclusions.length > 0 ? [x('conclusions', {}, onLines(conclusions))] : []),
  ];
  const doc = x('doc', { name: document.collection }, onLines(children));
  return xmlFile(x('akomaNtoso', { xmlns: NAMESPACE }, doc));
}
