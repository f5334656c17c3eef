/**
 * A document as Akoma Ntoso 1.0 (OASIS LegalDocML, schema 3.0): a `doc`, as official documents of every kind are;
 * official parts in its preface and conclusions, its text in the main body, ids (`eId`) as on its page.
 */
import { structureOf } from '../../library/structures.ts';
import type { Block, Entry } from '../../library/types.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { findPart } from '../../text/parts.ts';
import { hasOwnTitle } from '../plain-text/plain-text.ts';
import { documentsOf, alternatePath } from '../documents.ts';
import type { Form } from '../form.ts';
import { xml, XML_DECLARATION, xmlText } from '../markup.ts';
import { BlocksWriter } from './blocks.ts';
import { HierarchyWriter } from './hierarchy.ts';
import { metaElement } from './identification.ts';
import { InlineWriter } from './inline.ts';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** Parts that have an element of their own. */
const ELEMENTS: Record<string, string> = {
  Masthead: 'docAuthority',
  DocumentNumber: 'docNumber',
  DocumentTitle: 'docTitle',
  Signature: 'signature',
};

function partElement(words: InlineWriter, document: Entry, block: Block): string {
  const part = findPart(block.part);
  const name =
    block.depth === 1 || block.part === 'DocumentTitle' ? 'docTitle' : ELEMENTS[block.part ?? ''];
  const inner = words.write(block);
  const dated = block.part === 'Dateline' && document.date?.length === 10;
  const content = dated
    ? xml('docDate', { date: document.date }, inner)
    : name
      ? xml(name, {}, inner)
      : inner;
  return xml('p', { eId: block.id, class: part?.id ?? 'document-title' }, content);
}

/** How many blocks at the head are parts of it, and how many parts close it. */
function edges({ blocks }: Entry): { from: number; to: number } {
  const isHead = ({ head, depth }: Block) => head === true || depth === 1;
  const from = blocks.findIndex((block) => !isHead(block));
  if (from < 0) return { from: blocks.length, to: blocks.length };
  let to = blocks.length;
  while (to > from && blocks[to - 1]!.kind === 'part') to--;
  return { from, to };
}

/** @param document an entry with text */
function akomaNtoso(site: ValidLibrary, document: Entry): string {
  const words = new InlineWriter(site.library, document);
  const { blocks } = document;
  const { from, to } = edges(document);
  const part = (block: Block): string => partElement(words, document, block);
  const title = hasOwnTitle(document)
    ? []
    : [xml('p', {}, xml('docTitle', {}, xmlText(document.title)))];
  const preface = [...title, ...blocks.slice(0, from).map(part)];
  const structure = structureOf(document);
  const hierarchy = new HierarchyWriter(document, new BlocksWriter(document, words), words);
  const body = hierarchy.write(structure.roots, from, to, true) || xml('p', {});
  const conclusions = blocks.slice(to).map(part);
  const elements = [
    metaElement(site, document, words.notes),
    xml('preface', {}, preface.join('\n')),
    xml('mainBody', {}, `\n${body}\n`),
    ...(conclusions.length > 0 ? [xml('conclusions', {}, conclusions.join('\n'))] : []),
  ];
  const doc = xml('doc', { name: document.collection }, `\n${elements.join('\n')}\n`);
  return `${XML_DECLARATION}${xml('akomaNtoso', { xmlns: NAMESPACE }, doc)}\n`;
}

export const akomaNtosoTexts: Form = {
  name: 'Akoma Ntoso',
  ofTexts: 'akomaNtoso',
  makes: (path) => /\.akn\.xml(?:\.gz)?$/u.test(path),
  *files(site) {
    for (const document of documentsOf(site.library))
      yield [alternatePath(document, 'akomaNtoso'), akomaNtoso(site, document)];
  },
};
