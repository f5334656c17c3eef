/**
 * The quick way for a text of headings and paragraphs alone, as laws and notices are: what has no mark of
 * Markdown needs no parser of Markdown. Whatever might mean more is left to the parser.
 */
import type { Block } from '../library/types.ts';
import { Numbering } from '../text/blocks.ts';
import { joinLines } from '../text/lines.ts';
import type { Body } from './body.ts';
import { plainInline } from './inline.ts';

/** Anywhere in a line: marks, links, HTML, expressions, cells, references, addresses, a tab inside. */
const MARK = /[*_`[\]<>&{}|@\0\t]|~~|:\/\/|www\.|mailto:|xmpp:/iu;
/** At a line's beginning: headings, quotes, lists, rules, fences, columns of a table, modules of MDX. */
const BEGINNING = /^(?:[#>+\-=~:]|\d{1,9}[.)](?: |$)|(?:import|export)\b)/u;
/** At a line's end: a break that the author set. */
const BREAK = /(?: {2}|\\)$/u;
const HEADING = /^ {0,3}(#{1,6}) +([^#]*)$/u;
/** Any ASCII punctuation may be escaped. */
const ESCAPE = /\\([!-/:-@[-`{-~])/gu;
/** In place of what is escaped while marks are looked for. */
const LETTER = 'x';

const unescaped = (text: string): string =>
  text.includes('\\') ? text.replace(ESCAPE, '$1') : text;
const trimmed = (line: string): string => line.replace(/^[ \t]+|[ \t]+$/gu, '');

/** Whether a line is nothing but text, where it is not the last of its paragraph if `more` follows. */
function isPlain(line: string, more: boolean): boolean {
  if (more && BREAK.test(line)) return false;
  const sought = line.includes('\\') ? line.replace(ESCAPE, LETTER) : line;
  return !BEGINNING.test(sought) && !MARK.test(sought);
}

/**
 * Reads a body of headings and paragraphs.
 * @param source the body, with the lines of the frontmatter blank
 * @returns what the parser would make of it, or null where it has more than these
 */
export function plainBody(source: string): Body | null {
  const lines = source.split('\n');
  const blocks: Block[] = [];
  const numbering = new Numbering();
  for (let at = 0; at < lines.length; at++) {
    const first = trimmed(lines[at]!);
    if (first === '') continue;
    const line = at + 1;
    const [, signs, words] = HEADING.exec(lines[at]!) ?? [];
    if (signs && words !== undefined) {
      const title = trimmed(words);
      if (title === '' || !isPlain(title.replace(BEGINNING, LETTER), false)) return null;
      blocks.push({ ...numbering.heading(signs.length), line, ...plainInline(unescaped(title)) });
      continue;
    }
    const paragraph: string[] = [];
    for (; at < lines.length; at++) {
      const text = trimmed(lines[at]!);
      if (text === '') break;
      const more = trimmed(lines[at + 1] ?? '') !== '';
      const whole = more ? lines[at]!.replace(/^[ \t]+/u, '') : text;
      if (!isPlain(whole, more)) return null;
      paragraph.push(unescaped(text));
    }
    const text = joinLines(paragraph.join('\n'));
    blocks.push({ ...numbering.paragraph(), line, ...plainInline(text) });
  }
  return { blocks, containers: [], faults: [] };
}
