/** A document as citation managers take it: CSL-JSON, BibTeX, RIS. */
import { onOneLine } from '../../text/safe-text.ts';

/** What every style says of a document. */
export interface Reference {
  /** `changzhou-clusters-replies-2021-46`: unique in a reader's collection. */
  id: string;
  issuers: string[];
  title: string;
  number?: string;
  /** Year, month and day as far as they are known. */
  date: number[];
  /** Only where the library has a public address. */
  url?: string;
  language: string;
}

const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Words with TeX's own characters kept as characters. */
const tex = (words: string): string =>
  onOneLine(words)
    .replace(/[\\{}~^]/gu, (character) => COMMANDS[character]!)
    .replace(/[#$%&_]/gu, '\\$&');

/**
 * BibTeX: `@misc`, with BibLaTeX's `number` and `langid`; a body stands in braces of its own, so that it is not taken
 * for a person. The number is a `note` as well, as styles print no number of `@misc` and Zotero keeps none.
 */
export function bibtex(reference: Reference): string {
  const { id, issuers, title, number, date, url, language } = reference;
  const [year, month] = date;
  const padded = date.map((part, i) => String(part).padStart(i ? 2 : 4, '0')).join('-');
  const fields: [string, string | undefined][] = [
    ['author', issuers.map((name) => `{${tex(name)}}`).join(' and ')],
    ['title', `{${tex(title)}}`],
    ['number', number && tex(number)],
    ['note', number && tex(number)],
    ['date', padded || undefined],
    ['year', year?.toString()],
    ['month', month?.toString()],
    ['url', url],
    ['langid', language.startsWith('zh') ? 'chinese' : undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@misc{${id},\n${lines.join(',\n')}\n}\n`;
}

/**
 * CSL-JSON (citeproc-js): what Zotero, Pandoc and word processors' plug-ins read.
 * A body is a name that is not taken apart (`literal`). The type is `legislation`, the one of official documents
 * that the CSL style of GB/T 7714—2015 marks [A], or [A/OL] where there is an address.
 * @returns a list of one item
 */
export function cslJson(reference: Reference): string {
  const { id, issuers, title, number, date, url, language } = reference;
  const item = {
    id,
    type: 'legislation',
    title,
    author: issuers.length > 0 ? issuers.map((literal) => ({ literal })) : undefined,
    number,
    issued: date.length > 0 ? { 'date-parts': [date] } : undefined,
    URL: url,
    language,
  };
  return `${JSON.stringify([item], null, 1)}\n`;
}

/** RIS: what EndNote, NoteExpress and Zotero read. `GOVDOC` is its type of official documents. */
export function ris(reference: Reference): string {
  const { issuers, title, number, date, url, language } = reference;
  const [year, month = '', day = ''] = date.map((part, i) => String(part).padStart(i ? 2 : 4, '0'));
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', 'GOVDOC'],
    ...issuers.map((name): [string, string] => ['AU', name]),
    ['TI', title],
    ['M1', number],
    ['PY', year],
    ['DA', year && `${year}/${month}/${day}/`],
    ['LA', language],
    ['UR', url],
    ['ER', ''],
  ];
  // The format asks for lines that end as on Windows.
  return fields
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${onOneLine(value)}\r\n`]))
    .join('');
}
