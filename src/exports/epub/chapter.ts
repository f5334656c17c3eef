/** One entry as a chapter of the book: what it is, its text, what it rests on, where it leads. */
import type { ValidLibrary } from '../../content/read-library.ts';
import type { Entry, Library } from '../../library/types.ts';
import { citation, issuerNames } from '../../views/citation/citation.ts';
import { isDocument, knownField, numberText } from '../../views/known-fields.ts';
import { dateLabel } from '../../views/wording/figures.ts';
import { collectionLabels, sourceKindLabels, UNKNOWN } from '../../views/wording/labels.ts';
import { hasOwnTitle } from '../documents.ts';
import { onLines, x, xmlFile, type XmlChild } from '../xml.ts';
import { linkTo, textOf } from './text.ts';

/** @param body what stands in the element `body` */
export function xhtml(title: string, language: string, body: readonly XmlChild[]): string {
  const head = [
    x('title', {}, title),
    x('link', { rel: 'stylesheet', type: 'text/css', href: 'book.css' }),
  ];
  const attributes = {
    xmlns: 'http://www.w3.org/1999/xhtml',
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
    lang: language,
    'xml:lang': language,
  };
  const page = x('html', attributes, x('head', {}, onLines(head)), x('body', {}, onLines(body)));
  return xmlFile(page, 'html');
}

const section = (title: string, content: readonly XmlChild[]): XmlChild[] =>
  content.length > 0 ? [x('section', {}, x('h2', {}, title), content)] : [];

function particulars(library: Library, entry: Entry): XmlChild[] {
  const isText = entry.collection === 'replies' || entry.collection === 'policies';
  const unknown = isText && knownField(entry, 'kind')?.text !== '评选认定' ? UNKNOWN : undefined;
  const rows: [string, string | undefined][] = [
    ['发文机关', issuerNames(library, entry).join('、') || unknown],
    ['发文字号', numberText(entry) ?? unknown],
    [isText ? '成文日期' : '日期', dateLabel(entry) ?? unknown],
    ['有效性', entry.collection === 'policies' ? knownField(entry, 'validity')?.text : undefined],
    ['别称', entry.aliases.join('、') || undefined],
  ];
  const cells = rows.flatMap(([name, value]) =>
    value ? [x('dt', {}, name), x('dd', {}, value)] : [],
  );
  return cells.length > 0 ? [x('dl', { class: 'particulars' }, onLines(cells))] : [];
}

function quotations(library: Library, entry: Entry): XmlChild[] {
  if (isDocument(entry)) return [];
  return entry.evidence.map((cited) => {
    const { block, document } = library.locate(cited);
    const source = linkTo(document, [library.get(document).title], block.id);
    return x('blockquote', {}, x('p', {}, cited.quote), x('p', { class: 'source' }, '——', source));
  });
}

function relations(library: Library, entry: Entry): XmlChild[] {
  const items = library
    .related(entry.key)
    .map(({ entry: other }) =>
      x('li', {}, `${collectionLabels[other.collection]}：`, linkTo(other.key, [other.title])),
    );
  return items.length > 0 ? [x('ul', {}, onLines(items))] : [];
}

const externalFacts = (entry: Entry): XmlChild[] =>
  entry.external.map(({ fact, quote, source, note }) => {
    const origin = `${source.title}（${sourceKindLabels[source.kind]}）`;
    return x('p', {}, `${fact}原文：“${quote}”来源：${origin}。${note ?? ''}`);
  });

/** @returns the chapter of an entry, as XHTML */
export function chapter({ library, config }: ValidLibrary, entry: Entry): string {
  const { text, notes } = textOf(library, entry);
  const document = isDocument(entry);
  const about = [
    ...(entry.summary ? [x('p', { class: 'summary' }, entry.summary)] : []),
    ...particulars(library, entry),
  ];
  const cited = x('p', {}, citation(library, entry, undefined, config.address));
  return xhtml(entry.title, config.language, [
    x('p', { class: 'kind' }, collectionLabels[entry.collection]),
    ...(document && hasOwnTitle(entry) ? [] : [x('h1', {}, entry.title)]),
    ...(document ? [] : about),
    ...(text.length > 0 ? [x('article', { class: 'text' }, text)] : []),
    ...(document ? section('关于这份文件', [...about, cited]) : []),
    ...section('原文怎么说', quotations(library, entry)),
    ...section('相关', relations(library, entry)),
    ...section('外部资料', externalFacts(entry)),
    ...notes,
  ]);
}
