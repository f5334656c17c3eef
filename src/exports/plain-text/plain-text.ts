/** A document as plain text: its words as printed, one block a line, with the marks of its lists; nothing added but its title. */
import type { Entry } from '../../library/types.ts';
import { withoutControlCharacters } from '../../text/control-characters.ts';
import { documentsOf, alternatePath } from '../documents.ts';
import type { Form } from '../form.ts';
import { itemsAround } from './list-items.ts';

/** Whether the document's own text begins with its title. */
export const hasOwnTitle = (document: Entry): boolean =>
  document.blocks.some(({ part, depth }) => part === 'DocumentTitle' || depth === 1);

/** Blocks of a text as lines, items of lists with their numbers; the cells of a table's row are one line, parted by tabs. */
function lines(document: Entry): string[] {
  const rows = document.containers.filter(({ kind }) => kind === 'row');
  const joined = new Set(rows.flatMap(({ from, to }) => range(from + 1, to)));
  return document.blocks.reduce<string[]>((out, { text }, at) => {
    if (joined.has(at)) out.push(`${out.pop()}\t${text}`);
    else out.push(`${marks(document, at)}${text}`);
    return out;
  }, []);
}

/** What stands before the first block of an item, or of several that begin with it. */
const marks = (document: Entry, at: number): string =>
  itemsAround(document, at)
    .flatMap(({ from, mark }) => (from === at ? [`${mark} `] : []))
    .join('');

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/**
 * @param document an entry with text
 * @returns UTF-8 text that begins with a byte-order mark, for old programs of Windows
 */
function plainText(document: Entry): string {
  const title = hasOwnTitle(document) ? [] : [document.title, ''];
  const text = [...title, ...lines(document)].map(withoutControlCharacters);
  return `\uFEFF${text.join('\n')}\n`;
}

export const plainTexts: Form = {
  name: '纯文本',
  ofTexts: 'text',
  makes: (path) => /^(?:replies|policies)\/[^/]+\.txt(?:\.gz)?$/u.test(path),
  *files({ library }) {
    for (const document of documentsOf(library))
      yield [alternatePath(document, 'text'), plainText(document)];
  },
};
