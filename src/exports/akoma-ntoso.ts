/**
 * A document as Akoma Ntoso 1.0 (OASIS LegalDocML, schema 3.0): a `doc`, as official documents of every kind are;
 * official parts in its preface and conclusions, its text in the main body, ids (`eId`) as on its page.
 */
import type { ValidLibrary } from '../content/read-library.ts';
import { resolveBlocks } from '../library/inline-tree.ts';
import { structureOf } from '../library/structures.ts';
import type { Block, Entry } from '../library/types.ts';
import { findPart } from '../text/parts.ts';
import { isSafeAddress } from '../text/safe-text.ts';
import type { StructuralUnit, UnitKind } from '../text/structure.ts';
import { isDocument, printedTitle } from '../views/known-fields.ts';
import { href, pagePath } from '../views/urls.ts';
import { metadata } from './akoma-ntoso-metadata.ts';
import { pathBeside } from './documents.ts';
import { attribute, element, markup, onLines, xmlFile, type Markup, type Piece } from './markup.ts';
import { XmlText, type Vocabulary } from './xml-text.ts';

export const ENDING = 'akn.xml';

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
  readonly #text: XmlText;

  constructor(text: XmlText) {
    this.#text = text;
  }

  /**
   * @param units those directly in the stretch
   * @param top whether blocks may stand beside units, as they may in the main body alone
   * @returns elements for blocks `from` up to, but without, `to`
   */
  write(units: readonly StructuralUnit[], from: number, to: number, top: boolean): Markup[] {
    const pieces: Markup[] = [];
    let at = from;
    for (const unit of unitsOf(units, from, to)) {
      if (unit.start.index < at) continue;
      pieces.push(...this.#between(at, unit.start.index, top, at === from), this.#unit(unit));
      at = unit.end.index + 1;
    }
    return [...pieces, ...this.#between(at, to, top, false)];
  }

  /** Blocks beside units: before the first they are its introduction, after it a container without name. */
  #between(from: number, to: number, top: boolean, first: boolean): Markup[] {
    if (from >= to) return [];
    const blocks = this.#text.write(from, to);
    if (top) return blocks;
    if (first) return [markup`<intro>${onLines(blocks)}</intro>`];
    return [markup`<hcontainer name="text"><content>${onLines(blocks)}</content></hcontainer>`];
  }

  #unit(unit: StructuralUnit): Markup {
    const { kind, id, label, heading, start, end } = unit;
    const block = this.#text.document.blocks[start.index]!;
    this.#text.drawn.add(id);
    // A unit without a number is on the page one with its block, which has the id.
    const eId = id === block.id ? undefined : id;
    const name = UNITS[kind] ?? 'hcontainer';
    const children = unitsOf(unit.children, start.index + 1, end.index + 1);
    const from = start.index + (heading ? 1 : 0);
    return element(
      name,
      { ...(name === 'hcontainer' && { name: kind }), eId },
      label && markup`<num>${label}</num>`,
      heading && markup`<heading eId="${block.id}">${this.#headingWords(unit)}</heading>`,
      this.#body(unit, children, from, end.index + 1),
    );
  }

  /** The words of a heading behind its number. */
  #headingWords({ start, label, heading }: StructuralUnit): Piece {
    const { text } = this.#text.document.blocks[start.index]!;
    const at = text.indexOf(heading, label ? text.indexOf(label) + label.length : 0);
    return at < 0 ? heading : this.#text.words(start.index, at);
  }

  #body(unit: StructuralUnit, children: StructuralUnit[], from: number, to: number): Piece {
    if (from >= to) return markup`<content />`;
    const offset = unit.heading ? 0 : this.#offsetBehindNumber(unit);
    const first = children[0]?.start.index;
    if (first === undefined)
      return markup`<content>${onLines(this.#text.write(from, to, offset))}</content>`;
    return [
      first > from && markup`<intro>${onLines(this.#text.write(from, first, offset))}</intro>`,
      onLines(this.write(children, first, to, false)),
    ];
  }

  #offsetBehindNumber({ start, label }: StructuralUnit): number {
    const rest = this.#text.document.blocks[start.index]!.text.slice(label.length);
    return label.length + rest.length - rest.trimStart().length;
  }
}

/** A paragraph is told by what it is: a heading or an official part. */
const paragraph = ({ id, kind, part }: Block, words: Piece): Markup => {
  const name = kind === 'heading' ? 'heading' : findPart(part)?.id;
  return markup`<p eId="${id}"${attribute('class', name)}>${words}</p>`;
};

const vocabulary = ({ library }: ValidLibrary, { key }: Entry): Vocabulary => ({
  id: 'eId',
  link: 'ref',
  lineBreak: markup`<eol />`,
  // A document with text is referred to in this form, any other entry by its page.
  addressOf: (to, anchor) => {
    const entry = library.get(to);
    const target = isDocument(entry) ? pathBeside(entry, ENDING) : pagePath(to);
    return href(pagePath(key), target, anchor);
  },
  outside: (url) => (isSafeAddress(url) ? url : undefined),
  noteMark: (number) => markup`<noteRef href="#note-${String(number)}" />`,
  paragraph,
  quotation: (paragraphs) =>
    markup`<blockContainer class="quotation">${paragraphs}</blockContainer>`,
});

/** A part of the preface or the conclusions, with the element that it has of its own. */
function officialPart(text: XmlText, at: number): Markup {
  const { date, blocks } = text.document;
  const { id, part, depth } = blocks[at]!;
  const isTitle = depth === 1 || part === 'DocumentTitle';
  const name = isTitle ? 'docTitle' : part === 'Dateline' ? 'docDate' : PARTS[part ?? ''];
  const words = text.words(at);
  const isPlain = name === undefined || (name === 'docDate' && date?.length !== 10);
  const content = isPlain
    ? words
    : element(name, { date: name === 'docDate' ? date : undefined }, words);
  return markup`<p eId="${id}" class="${findPart(part)?.id ?? 'document-title'}">${content}</p>`;
}

/** @param document an entry with text */
export function akomaNtoso(site: ValidLibrary, document: Entry): string {
  const blocks = resolveBlocks(site.library, document);
  const text = new XmlText(document, blocks, vocabulary(site, document));
  const { from, to } = edges(document);
  const parts = (start: number, end: number): Markup[] =>
    document.blocks.slice(start, end).map((_, i) => officialPart(text, start + i));
  const title = markup`<p><docTitle>${document.title}</docTitle></p>`;
  const preface = [...(printedTitle(document) ? [] : [title]), ...parts(0, from)];
  const body = new HierarchyWriter(text).write(structureOf(document).roots, from, to, true);
  const conclusions = onLines(parts(to, document.blocks.length));
  const children = [
    metadata(
      site,
      document,
      blocks.flatMap(({ notes }) => notes),
    ),
    element('preface', {}, onLines(preface)),
    markup`<mainBody>${body.length > 0 ? onLines(body) : markup`<p />`}</mainBody>`,
    ...(conclusions.text ? [markup`<conclusions>${conclusions}</conclusions>`] : []),
  ];
  return xmlFile(
    markup`<akomaNtoso xmlns="${NAMESPACE}"><doc name="${document.collection}">${onLines(children)}</doc></akomaNtoso>`,
  );
}
