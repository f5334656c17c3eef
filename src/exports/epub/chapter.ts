/** One entry as a chapter of the book: what it is, its text with its notes at the end, what it rests on, where it leads. */
import type { ValidLibrary } from '../../content/read-library.ts';
import { resolveBlocks } from '../../library/inline-tree.ts';
import type { Entry, EntryKey, Library } from '../../library/types.ts';
import { findPart } from '../../text/parts.ts';
import { protocolOf } from '../../text/safe-text.ts';
import { citation } from '../../views/citation/citation.ts';
import { isDocument, printedTitle } from '../../views/known-fields.ts';
import { collectionLabels, sourceKindLabels } from '../../views/wording/labels.ts';
import { factsOf } from '../documents.ts';
import { element, markup, onLines, xmlFile, type Markup, type Piece } from '../markup.ts';
import { xmlText, type Vocabulary } from '../xml-text.ts';

/** A chapter's file: `replies-2021-46.xhtml`. */
export const chapterFile = (key: EntryKey): string => `${key.replace('/', '-')}.xhtml`;

/** The address of a chapter, or of a place in it. */
const addressOf = (key: EntryKey, id?: string): string => chapterFile(key) + (id ? `#${id}` : '');

const linkTo = ({ key, title }: Entry, id?: string): Markup =>
  markup`<a href="${addressOf(key, id)}">${title}</a>`;

const VOCABULARY: Vocabulary = {
  id: 'id',
  link: 'a',
  lineBreak: markup`<br />`,
  rule: markup`<hr />`,
  addressOf,
  // A whole address only, as a book has no place to be relative to.
  outside: (url) => (protocolOf(url) ? new URL(url).href : undefined),
  noteMark: (n) =>
    markup`<sup><a epub:type="noteref" href="#note-${n}" id="note-mark-${n}">注${n}</a></sup>`,
  paragraph: ({ id, kind, part: name, depth }, words) => {
    const part = findPart(name);
    if (part) return element(part.element ?? 'p', { id, class: `part ${part.id}` }, words);
    return element(kind === 'heading' ? `h${depth}` : 'p', { id }, words);
  },
  quotation: (paragraphs) => markup`<blockquote>${paragraphs}</blockquote>`,
};

type Lines = Parameters<typeof onLines>[0];

/** @param body what stands in the element `body` */
export const xhtml = (title: string, language: string, body: Lines): string =>
  xmlFile(markup`<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}"><head>
<title>${title}</title>
<link rel="stylesheet" type="text/css" href="book.css" />
</head><body>${onLines(body)}</body></html>`);

const section = (title: string, content: Piece[]): Markup | false =>
  content.some(Boolean) && markup`<section><h2>${title}</h2>${content}</section>`;

function particulars(library: Library, entry: Entry): Markup | false {
  const known = factsOf(library, entry);
  if (entry.aliases.length > 0) known.push(['别称', entry.aliases.join('、')]);
  const rows = known.map(([name, value]) => markup`<dt>${name}</dt>\n<dd>${value}</dd>`);
  return rows.length > 0 && markup`<dl class="particulars">${onLines(rows)}</dl>`;
}

/** @returns the chapter of an entry, as XHTML */
export function chapter({ library, config }: ValidLibrary, entry: Entry): string {
  const document = isDocument(entry);
  const blocks = resolveBlocks(library, entry);
  const text = xmlText(entry, blocks, VOCABULARY).write();
  const notes = blocks
    .flatMap((block) => block.notes)
    .map(
      ({ number: n, words }) =>
        markup`<aside epub:type="footnote" id="note-${n}"><p><a href="#note-mark-${n}">注${n}</a> ${words}</p></aside>`,
    );
  const about = [
    entry.summary && markup`<p class="summary">${entry.summary}</p>`,
    particulars(library, entry),
  ];
  const cited = markup`<p>${citation(library, entry, undefined, config.address)}</p>`;
  const quotations = entry.evidence.map((quotation) => {
    const { block, document: source } = library.locate(quotation);
    const link = linkTo(library.get(source), block.id);
    return markup`<blockquote><p>${quotation.quote}</p><p class="source">——${link}</p></blockquote>`;
  });
  const relations = library
    .related(entry.key)
    .map(
      ({ entry: other }) =>
        markup`<li>${collectionLabels[other.collection]}：${linkTo(other)}</li>`,
    );
  const facts = entry.external.map(({ fact, quote, source, note }) => {
    const origin = `${source.title}（${sourceKindLabels[source.kind]}）`;
    return markup`<p>${fact}原文：“${quote}”来源：${origin}。${note}</p>`;
  });
  return xhtml(entry.title, config.language, [
    markup`<p class="kind">${collectionLabels[entry.collection]}</p>`,
    !printedTitle(entry) && markup`<h1>${entry.title}</h1>`,
    ...(document ? [] : about),
    text.length > 0 && markup`<article class="text">${onLines(text)}</article>`,
    document ? section('关于这份文件', [...about, cited]) : section('原文怎么说', quotations),
    relations.length > 0 && section('相关', [markup`<ul>${onLines(relations)}</ul>`]),
    section('外部资料', facts),
    ...notes,
  ]);
}
