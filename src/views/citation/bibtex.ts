/**
 * BibTeX: `@misc`, with BibLaTeX's `number` and `langid`; a body stands in braces of its own, so that it is not taken
 * for a person. The number is a `note` as well, as styles print no number of `@misc`
 * and Zotero keeps none.
 */
import { onOneLine } from '../../text/control-characters.ts';
import type { Reference } from './reference.ts';

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

export function bibtex(reference: Reference): string {
  const { id, issuers, title, number, date, url, language, place } = reference;
  const [year, month] = date;
  const padded = date.map((part, i) => String(part).padStart(i ? 2 : 4, '0')).join('-');
  const fields: [string, string | undefined][] = [
    [
      'author',
      issuers.length > 0 ? issuers.map((name) => `{${tex(name)}}`).join(' and ') : undefined,
    ],
    ['title', `{${tex(title)}}`],
    ['number', number && tex(number)],
    ['note', number && tex(number)],
    ['date', padded || undefined],
    ['year', year?.toString()],
    ['month', month?.toString()],
    ['pages', place && tex(place)],
    ['url', url],
    ['langid', language.startsWith('zh') ? 'chinese' : undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@misc{${id},\n${lines.join(',\n')}\n}\n`;
}
