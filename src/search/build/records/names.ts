/** The names that a page goes by, and those of them that it does not print. */
import { shortForms } from '../../../library/citations/document-names.ts';
import { fold } from '../../format/normalise.ts';
import { DOCUMENT_KINDS, type PageRecord, type Stretch } from './record.ts';

/** Title, number, aliases, and the short forms of a document's title, each once. */
export function namesOf({ title, number, aliases, kind }: PageRecord): string[] {
  const short = DOCUMENT_KINDS.includes(kind) ? shortForms(title) : [];
  return [...new Set([title, number ?? '', ...aliases, ...short])].filter((name) => name !== '');
}

/** The record with a text for each name that does not stand on the page, so that it is found by it all the same. */
export function withNames(record: PageRecord): PageRecord {
  const printed = record.stretches.map(
    (stretch) => fold(stretch.map((unit) => unit.text).join('')).text,
  );
  const missing = namesOf(record).filter(
    (name) => !printed.some((text) => text.includes(fold(name).text)),
  );
  const label = (name: string) =>
    name === record.title ? '标题' : name === record.number ? '文号' : '又称';
  const added = missing.map((name): Stretch => [{ id: '', label: label(name), text: name }]);
  return { ...record, stretches: [...record.stretches, ...added] };
}
