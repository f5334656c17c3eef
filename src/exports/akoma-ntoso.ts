/**
 * A document as Akoma Ntoso 1.0 (OASIS LegalDocML, schema 3.0): a `doc`, as official documents of every kind are;
 * official parts in its preface and conclusions, its text in the main body, ids (`eId`) as on its page.
 */
import type { ValidLibrary } from '../content/read-library.ts';
import { resolveBlocks } from '../library/inline-tree.ts';
import { structureOf } from '../library/structures.ts';
import type { Entry, PlacedNote } from '../library/types.ts';
import { findPart } from '../text/parts.ts';
import type { StructuralUnit, UnitKind } from '../text/structure/units.ts';
import { issuerNames } from '../views/citation/citation.ts';
import { certainField, isDocument, listField, printedTitle } from '../views/known-fields.ts';
import { href, pagePath } from '../views/urls.ts';
import { pathBeside } from './documents.ts';
import { element, markup, onLines, xmlFile, type Markup } from './markup.ts';
import { xmlText, type Vocabulary, type XmlText } from './xml-text.ts';

export const ENDING = 'akn.xml';

/** Official parts that have an element of their own. */
const PART_ELEMENTS: Record<string, string> = {
  Masthead: 'docAuthority',
  DocumentNumber: 'docNumber',
  DocumentTitle: 'docTitle',
  Dateline: 'docDate',
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

/**
 * The units that are elements in blocks `from` up to, but without, `to`: those that begin a block of their own; one inside a
 * paragraph is only words of it. Where one cannot be, as the first 款 of a 条, which
 * begins with it, or a chapter whose number stands behind other characters, those in it stand in its place.
 */
const unitsOf = (units: readonly StructuralUnit[], from: number, to: number): StructuralUnit[] =>
  units.flatMap((unit) =>
    unit.start.offset === 0 && unit.start.index >= from && unit.end.index < to
      ? [unit]
      : unitsOf(unit.children, from, to),
  );

/** How many blocks at the head are parts of it, and where the parts begin that close it. */
function edges({ blocks }: Entry): { from: number; to: number } {
  const from = blocks.findIndex(({ head, depth }) => !head && depth !== 1);
  if (from < 0) return { from: blocks.length, to: blocks.length };
  return { from, to: Math.max(from, blocks.findLastIndex(({ kind }) => kind !== 'part') + 1) };
}

/**
 * The structure of a text: 编、章、节、条 and what stands in them, under the ids of its page. Blocks beside units are, before the
 * first, their introduction, and after it a container without name.
 * @param units those directly in the stretch
 * @param top whether blocks may stand beside units as they are, as they may in the main body alone
 * @returns elements for blocks `from` up to, but without, `to`
 */
function hierarchy(
  text: XmlText,
  units: readonly StructuralUnit[],
  from: number,
  to: number,
  top: boolean,
): Markup[] {
  const between = (start: number, end: number): Markup[] => {
    const blocks = text.write(start, end);
    if (top || blocks.length === 0) return blocks;
    if (start === from) return [markup`<intro>${onLines(blocks)}</intro>`];
    return [markup`<hcontainer name="text"><content>${onLines(blocks)}</content></hcontainer>`];
  };
  const pieces: Markup[] = [];
  let at = from;
  for (const unit of unitsOf(units, from, to)) {
    if (unit.start.index < at) continue;
    pieces.push(...between(at, unit.start.index), unitElement(text, unit));
    at = unit.end.index + 1;
  }
  return [...pieces, ...between(at, to)];
}

function unitElement(text: XmlText, unit: StructuralUnit): Markup {
  const { kind, id, label, heading, start, end } = unit;
  const block = text.document.blocks[start.index]!;
  text.drawn.add(id);
  const name = UNITS[kind] ?? 'hcontainer';
  const to = end.index + 1;
  const children = unitsOf(unit.children, start.index + 1, to);
  const first = children[0]?.start.index;
  // Its own blocks: behind its number, or the block that is its heading.
  const from = heading ? start.index + 1 : start.index;
  const offset = heading ? 0 : label.length + block.text.slice(label.length).search(/\S|$/u);
  const own = onLines(from < to ? text.write(from, first ?? to, offset) : []);
  const at = block.text.indexOf(heading, label ? block.text.indexOf(label) + label.length : 0);
  return element(
    name,
    // A unit without a number is on the page one with its block, which has the id.
    { name: name === 'hcontainer' ? kind : undefined, eId: id === block.id ? undefined : id },
    label && markup`<num>${label}</num>`,
    heading &&
      markup`<heading eId="${block.id}">${at < 0 ? heading : text.words(start.index, at)}</heading>`,
    first === undefined
      ? element('content', {}, own)
      : [
          own.text && markup`<intro>${own}</intro>`,
          onLines(hierarchy(text, children, first, to, false)),
        ],
  );
}

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
  outside: (url) => url,
  noteMark: (number) => markup`<noteRef href="#note-${number}" />`,
  // A paragraph is told by what it is: a heading or an official part.
  paragraph: ({ id, kind, part }, words) => {
    const name = kind === 'heading' ? 'heading' : findPart(part)?.id;
    return element('p', { eId: id, class: name }, words);
  },
  quotation: (paragraphs) =>
    markup`<blockContainer class="quotation">${paragraphs}</blockContainer>`,
});

/** A part of the preface or the conclusions, with the element that it has of its own. */
function officialPart(text: XmlText, at: number): Markup {
  const { date, blocks } = text.document;
  const { id, part, depth } = blocks[at]!;
  const name = depth === 1 ? 'docTitle' : PART_ELEMENTS[part ?? ''];
  const day = name === 'docDate' && date?.length === 10 ? date : undefined;
  const words = text.words(at);
  const content = name && (name !== 'docDate' || day) ? element(name, { date: day }, words) : words;
  return markup`<p eId="${id}" class="${findPart(part)?.id ?? 'document-title'}">${content}</p>`;
}

/** The schema wants a day: the first one of a month or a year, and then `name` says how much is known. */
function dateElement({ date }: Entry): Markup {
  if (!date) return markup`<FRBRdate date="0001-01-01" name="unknown" />`;
  const name = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'enacted';
  return markup`<FRBRdate date="${date}${'-01-01'.slice(0, 10 - date.length)}" name="${name}" />`;
}

/**
 * What a document says of itself: FRBR work, expression and manifestation, and the bodies that it refers to. Work IRIs follow
 * the standard's naming convention: `/akn/cn/doc/replies/2021-05-20/2021-46`.
 */
function metadata(
  { library, config }: ValidLibrary,
  document: Entry,
  notes: readonly PlacedNote[],
): Markup {
  const { collection, id, title } = document;
  const work = `/akn/cn/doc/${collection}/${document.date ?? 'undated'}/${id}`;
  const named = (own: string): Markup =>
    markup`<FRBRthis value="${work}${own}/!main" /><FRBRuri value="${work}${own}" />`;
  const date = dateElement(document);
  const number = certainField(document, 'number');
  const names = issuerNames(library, document);
  const ids = listField(document, 'issuers');
  const issuers =
    ids.length > 0
      ? ids.map((id, i) => [`org-${id}`, `cn/${id}`, names[i]])
      : [['issuer-unknown', 'unknown', '不详']];
  const authors = issuers.map(([eId]) => markup`<FRBRauthor href="#${eId}" />`);
  const editors = ['editors', 'editors', config.publisher ?? config.name];
  const organisations = [editors, ...issuers].map(
    ([eId, iri, name]) =>
      markup`<TLCOrganization eId="${eId}" href="/ontology/organization/${iri}" showAs="${name}" />`,
  );
  const written = notes.map(
    ({ number: n, words }) => markup`<note eId="note-${n}" marker="${n}"><p>${words}</p></note>`,
  );
  return markup`<meta>
<identification source="#editors">
<FRBRWork>${named('')}<FRBRalias value="${title}" name="title" />${
    number && markup`<FRBRalias value="${number}" name="number" />`
  }${date}${authors}<FRBRcountry value="cn" />${
    number && markup`<FRBRnumber value="${number}" />`
  }</FRBRWork>
<FRBRExpression>${named('/zho@')}${date}${authors}<FRBRlanguage language="zho" /></FRBRExpression>
<FRBRManifestation>${named('/zho@.akn')}${date}<FRBRauthor href="#editors" /><FRBRformat value="application/akn+xml" /></FRBRManifestation>
</identification>
<references source="#editors">${onLines(organisations)}</references>
${written.length > 0 && markup`<notes source="#editors">${onLines(written)}</notes>\n`}</meta>`;
}

/** @param document an entry with text */
export function akomaNtoso(site: ValidLibrary, document: Entry): string {
  const blocks = resolveBlocks(site.library, document);
  const notes = blocks.flatMap((block) => block.notes);
  const text = xmlText(document, blocks, vocabulary(site, document));
  const { from, to } = edges(document);
  const parts = (start: number, end: number): Markup[] =>
    document.blocks.slice(start, end).map((_, i) => officialPart(text, start + i));
  const title = markup`<p><docTitle>${document.title}</docTitle></p>`;
  const preface = [...(printedTitle(document) ? [] : [title]), ...parts(0, from)];
  const body = hierarchy(text, structureOf(document).roots, from, to, true);
  const conclusions = onLines(parts(to, document.blocks.length));
  return xmlFile(markup`<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="${document.collection}">
${metadata(site, document, notes)}
${element('preface', {}, onLines(preface))}
<mainBody>${body.length > 0 ? onLines(body) : markup`<p />`}</mainBody>
${conclusions.text && markup`<conclusions>${conclusions}</conclusions>\n`}</doc></akomaNtoso>`);
}
