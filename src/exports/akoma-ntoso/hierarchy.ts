/** The structure of a text in Akoma Ntoso: 编、章、节、条 and what stands in them, under the ids of its page. */
import type { Entry } from '../../library/types.ts';
import type { StructuralUnit, UnitKind } from '../../text/structure.ts';
import { xml, xmlText } from '../markup.ts';
import type { BlocksWriter } from './blocks.ts';
import type { InlineWriter } from './inline.ts';

/** What each unit is in the standard; 款 is its paragraph, 项 its point. Others have no name of their own there. */
const ELEMENTS: Partial<Record<UnitKind, string>> = {
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
const beginsBlock = (unit: StructuralUnit): boolean =>
  unit.start.offset === 0 && unit.kind !== 'table';

/**
 * The units that are elements in blocks `from` up to, but without, `to`. Where one cannot be, as the first 款 of a 条, which
 * begins with it, or a chapter whose number stands behind other characters, those in it stand in its place.
 */
const elementsIn = (units: readonly StructuralUnit[], from: number, to: number): StructuralUnit[] =>
  units.flatMap((unit) =>
    beginsBlock(unit) && unit.start.index >= from && unit.end.index < to
      ? [unit]
      : elementsIn(unit.children, from, to),
  );

export class HierarchyWriter {
  readonly #document: Entry;
  readonly #blocks: BlocksWriter;
  readonly #words: InlineWriter;

  constructor(document: Entry, blocks: BlocksWriter, words: InlineWriter) {
    this.#document = document;
    this.#blocks = blocks;
    this.#words = words;
  }

  /**
   * @param units those directly in the stretch
   * @param top whether blocks may stand beside units, as they may in the main body alone
   * @returns elements for blocks `from` up to, but without, `to`
   */
  write(units: readonly StructuralUnit[], from: number, to: number, top: boolean): string {
    const drawn = elementsIn(units, from, to);
    const pieces: string[] = [];
    let at = from;
    for (const unit of drawn) {
      if (unit.start.index < at) continue;
      pieces.push(this.#loose(at, unit.start.index, top, at === from));
      pieces.push(this.#unit(unit));
      at = unit.end.index + 1;
    }
    pieces.push(this.#loose(at, to, top, false));
    return pieces.filter(Boolean).join('\n');
  }

  /** Blocks beside units: before the first they are its introduction, after it a container without name. */
  #loose(from: number, to: number, top: boolean, first: boolean): string {
    if (from >= to) return '';
    const blocks = this.#blocks.write(from, to);
    if (top) return blocks;
    if (first) return xml('intro', {}, blocks);
    return xml('hcontainer', { name: 'text' }, xml('content', {}, blocks));
  }

  #unit(unit: StructuralUnit): string {
    const { kind, id, label, heading, start, end } = unit;
    const block = this.#document.blocks[start.index]!;
    // A unit without a number is on the page one with its block, which has the id.
    const eId = id === block.id ? undefined : id;
    const titled = heading !== '';
    const num = label ? xml('num', {}, xmlText(label)) : '';
    const head = num + (titled ? xml('heading', { eId: block.id }, this.#headingWords(unit)) : '');
    const from = start.index + (titled ? 1 : 0);
    const children = elementsIn(unit.children, start.index + 1, end.index + 1);
    const name = ELEMENTS[kind] ?? 'hcontainer';
    const attributes = name === 'hcontainer' ? { name: kind, eId } : { eId };
    return xml(name, attributes, head + this.#body(unit, children, from, end.index + 1));
  }

  /** The words of a heading behind its number. */
  #headingWords({ start, label, heading }: StructuralUnit): string {
    const block = this.#document.blocks[start.index]!;
    const at = block.text.indexOf(heading, label ? block.text.indexOf(label) + label.length : 0);
    return at < 0 ? xmlText(heading) : this.#words.write(block, at);
  }

  #body(unit: StructuralUnit, children: StructuralUnit[], from: number, to: number): string {
    const titled = unit.heading !== '';
    const offset = titled ? 0 : unit.label.length + spaces(this.#document, unit);
    if (from >= to) return xml('content', {});
    if (children.length === 0) return xml('content', {}, this.#blocks.write(from, to, offset));
    const first = children[0]!.start.index;
    const intro = first > from ? xml('intro', {}, this.#blocks.write(from, first, offset)) : '';
    return [intro, this.write(children, first, to, false)].filter(Boolean).join('\n');
  }
}

/** How many spaces stand between a unit's number and its words. */
function spaces(document: Entry, { start, label }: StructuralUnit): number {
  const rest = document.blocks[start.index]!.text.slice(label.length);
  return rest.length - rest.trimStart().length;
}
