/** One entry as a chapter of the book: what it is, its text, what it rests on, where it leads. */
import type { Entry, EntryKey, Library } from '../../library/types.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { citation, issuerNames } from '../../views/citation/citation.ts';
import { dateLabel } from '../../views/wording/figures.ts';
import { isDocument, knownField, numberText } from '../../views/known-fields.ts';
import { collectionLabels, sourceKindLabels, UNKNOWN } from '../../views/wording/labels.ts';
import { hasOwnTitle } from '../plain-text/plain-text.ts';
import { xml, xmlText } from '../markup.ts';
import { BodyWriter } from './body.ts';

/** A chapter's file: `replies-2021-46.xhtml`. */
export const chapterFile = (key: EntryKey): string => `${key.replace('/', '-')}.xhtml`;

const link = (key: EntryKey, words: string, id?: string): string =>
  xml('a', { href: chapterFile(key) + (id ? `#${id}` : '') }, xmlText(words));

/** @param body of the element `body` */
export function xhtml(title: string, language: string, body: string): string {
  const head = [
    xml('title', {}, xmlText(title)),
    xml('link', { rel: 'stylesheet', type: 'text/css', href: 'book.css' }),
  ].join('\n');
  const attributes = {
    xmlns: 'http://www.w3.org/1999/xhtml',
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
    lang: language,
    'xml:lang': language,
  };
  const page = xml('head', {}, `\n${head}\n`) + xml('body', {}, `\n${body}\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${xml('html', attributes, page)}\n`;
}

const section = (title: string, content: string): string =>
  content ? xml('section', {}, xml('h2', {}, title) + content) : '';

function particulars(library: Library, entry: Entry): string {
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
    value ? [xml('dt', {}, name) + xml('dd', {}, xmlText(value))] : [],
  );
  return cells.length > 0 ? xml('dl', { class: 'particulars' }, cells.join('\n')) : '';
}

function quotations(library: Library, entry: Entry): string {
  if (isDocument(entry)) return '';
  return entry.evidence
    .map((cited) => {
      const { block, document } = library.locate(cited);
      const source = link(document, library.get(document).title, block.id);
      return xml(
        'blockquote',
        {},
        xml('p', {}, xmlText(cited.quote)) + xml('p', { class: 'source' }, `——${source}`),
      );
    })
    .join('\n');
}

function relations(library: Library, entry: Entry): string {
  const items = library
    .related(entry.key)
    .map(({ entry: other }) =>
      xml('li', {}, `${collectionLabels[other.collection]}：${link(other.key, other.title)}`),
    );
  return items.length > 0 ? xml('ul', {}, items.join('\n')) : '';
}

function externalFacts(entry: Entry): string {
  return entry.external
    .map(({ fact, quote, source, note }) => {
      const words = `${fact}原文：“${quote}”来源：${source.title}（${sourceKindLabels[source.kind]}）。${note ?? ''}`;
      return xml('p', {}, xmlText(words));
    })
    .join('\n');
}

/** @returns the chapter of an entry, as XHTML */
export function chapter({ library, config }: ValidLibrary, entry: Entry): string {
  const writer = new BodyWriter(library, entry);
  const text = writer.body();
  const ownTitle = isDocument(entry) && hasOwnTitle(entry);
  const title = ownTitle ? '' : xml('h1', {}, xmlText(entry.title));
  const summary = entry.summary ? xml('p', { class: 'summary' }, xmlText(entry.summary)) : '';
  const cited = isDocument(entry)
    ? xml('p', {}, xmlText(citation(library, entry, undefined, config.address)))
    : '';
  const about = summary + particulars(library, entry);
  const body = [
    xml('p', { class: 'kind' }, collectionLabels[entry.collection]),
    title,
    isDocument(entry) ? '' : about,
    text && xml('article', { class: 'text' }, text),
    isDocument(entry) ? section('关于这份文件', about + cited) : '',
    section('原文怎么说', quotations(library, entry)),
    section('相关', relations(library, entry)),
    section('外部资料', externalFacts(entry)),
    writer.notes(),
  ];
  return xhtml(entry.title, config.language, body.filter(Boolean).join('\n'));
}
