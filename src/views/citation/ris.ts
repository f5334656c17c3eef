/** RIS: what EndNote, NoteExpress and Zotero read. `GOVDOC` is its type of official documents. */
import { onOneLine } from '../../text/control-characters.ts';
import type { Reference } from './reference.ts';

export function ris(reference: Reference): string {
  const { issuers, title, number, date, url, language, place } = reference;
  const [year, month = '', day = ''] = date.map((part, i) => String(part).padStart(i ? 2 : 4, '0'));
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', 'GOVDOC'],
    ...issuers.map((name): [string, string] => ['AU', name]),
    ['TI', title],
    ['M1', number],
    ['PY', year],
    ['DA', year && `${year}/${month}/${day}/`],
    ['SP', place],
    ['LA', language],
    ['UR', url],
    ['ER', ''],
  ];
  // The format asks for lines that end as on Windows.
  return fields
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${onOneLine(value)}\r\n`]))
    .join('');
}
