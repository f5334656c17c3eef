/** One entry as a chapter of the book: what it is, its text with its notes at the end, what it rests on, where it leads. */
import type { ValidLibrary } from '../../content/read-library.ts';
import { resolveBlocks } from '../../library/inline-tree.ts';
import type { Entry, EntryKey, Library } from '../../library/types.ts';
import { findPart } from '../../text/parts.ts';
import { isSafeAddress, protocolOf } from '../../text/safe-text.ts';
import { citation, issuerNames } from '../../views/citation/citation.ts';
import {
  isDocument,
  isHonour,
  knownField,
  numberText,
  printedTitle,
} from '../../views/known-fields.ts';
import { dateLabel } from '../../views/wording/figures.ts';
import { collectionLabels, sourceKindLabels, UNKNOWN } from '../../views/wording/labels.ts';
import { element, markup, onLines, xmlFile, type Markup, type Piece } from '../markup.ts';
import { XmlText, type Vocabulary } from '../xml-text.ts';

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
  outside: (url) => (isSafeAddress(url) && protocolOf(url) ? new URL(url).href : undefined),
  noteMark: (number) => {
    const n = String(number);
    return markup`<sup><a epub:type="noteref" href="#note-${n}" id="note-mark-${n}">注${n}</a></sup>`;
  },
  paragraph: ({ id, kind, part: name, depth }, words) => {
    const part = findPart(name);
    if (part) return element(part.element ?? 'p', { id, class: `part ${part.id}` }, words);
    return element(kind === 'heading' ? `h${depth}` : 'p', { id }, words);
  },
  quotation: (paragraphs) => markup`<blockquote>${paragraphs}</blockquote>`,
};

/** @param body what stands in the element `body` */
export const xhtml = (title: string, language: string, body: readonly Markup[]): string =>
  xmlFile(markup`<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}"><head>
<title>${title}</title>
<link rel="stylesheet" type="text/css" href="book.css" />
</head><body>${onLines(body)}</body></html>`);

const section = (title: string, content: readonly Piece[]): Markup[] =>
  content.length > 0 ? [markup`<section><h2>${title}</h2>${content}</section>`] : [];

function particulars(library: Library, entry: Entry): Markup[] {
  const isText = entry.collection === 'replies' || entry.collection === 'policies';
  const unknown = isText && !isHonour(entry) ? UNKNOWN : undefined;
  const rows: [string, string | undefined][] = [
    ['发文机关', issuerNames(library, entry).join('、') || unknown],
    ['发文字号', numberText(entry) ?? unknown],
    [isText ? '成文日期' : '日期', dateLabel(entry) ?? unknown],
    ['有效性', entry.collection === 'policies' ? knownField(entry, 'validity')?.text : undefined],
    ['别称', entry.aliases.join('、') || undefined],
  ];
  const known = rows.flatMap(([name, value]) =>
    value ? [markup`<dt>${name}</dt>`, markup`<dd>${value}</dd>`] : [],
  );
  return known.length > 0 ? [markup`<dl class="particulars">${onLines(known)}</dl>`] : [];
}

function quotations(library: Library, entry: Entry): Markup[] {
  if (isDocument(entry)) return [];
  return entry.evidence.map((cited) => {
    const { block, document } = library.locate(cited);
    const source = linkTo(library.get(document), block.id);
    return markup`<blockquote><p>${cited.quote}</p><p class="source">——${source}</p></blockquote>`;
  });
}

function relations(library: Library, entry: Entry): Markup[] {
  const items = library
    .related(entry.key)
    .map(
      ({ entry: other }) =>
        markup`<li>${collectionLabels[other.collection]}：${linkTo(other)}</li>`,
    );
  return items.length > 0 ? [markup`<ul>${onLines(items)}</ul>`] : [];
}

const externalFacts = (entry: Entry): Markup[] =>
  entry.external.map(({ fact, quote, source, note }) => {
    const origin = `${source.title}（${sourceKindLabels[source.kind]}）`;
    return markup`<p>${fact}原文：“${quote}”来源：${origin}。${note}</p>`;
  });

/** @returns the chapter of an entry, as XHTML */
export function chapter({ library, config }: ValidLibrary, entry: Entry): string {
  const blocks = resolveBlocks(library, entry);
  const text = onLines(new XmlText(entry, blocks, VOCABULARY).write());
  const notes = blocks
    .flatMap((block) => block.notes)
    .map(({ number, words }) => {
      const n = String(number);
      return markup`<aside epub:type="footnote" id="note-${n}"><p><a href="#note-mark-${n}">注${n}</a> ${words}</p></aside>`;
    });
  const document = isDocument(entry);
  const about = [
    ...(entry.summary ? [markup`<p class="summary">${entry.summary}</p>`] : []),
    ...particulars(library, entry),
  ];
  const cited = markup`<p>${citation(library, entry, undefined, config.address)}</p>`;
  return xhtml(entry.title, config.language, [
    markup`<p class="kind">${collectionLabels[entry.collection]}</p>`,
    ...(printedTitle(entry) ? [] : [markup`<h1>${entry.title}</h1>`]),
    ...(document ? [] : about),
    ...(text.text ? [markup`<article class="text">${text}</article>`] : []),
    ...(document ? section('关于这份文件', [...about, cited]) : []),
    ...section('原文怎么说', quotations(library, entry)),
    ...section('相关', relations(library, entry)),
    ...section('外部资料', externalFacts(entry)),
    ...notes,
  ]);
}
