/** A block's words in Akoma Ntoso: references, emphasis, marks of notes. */
import type { Block, Entry, Library } from '../../library/types.ts';
import { isDocument } from '../../views/known-fields.ts';
import { href, pagePath } from '../../views/urls.ts';
import { alternatePath } from '../documents.ts';
import { xml, xmlText } from '../markup.ts';
import { runsOf, segmentsOf, type Segment } from '../segments.ts';

const SET = {
  strong: 'b',
  emphasis: 'i',
  delete: 'del',
  sup: 'sup',
  sub: 'sub',
  code: 'span',
} as const;

export class InlineWriter {
  /** The notes told so far, as elements. */
  readonly notes: string[] = [];
  readonly #library: Library;
  readonly #document: Entry;

  constructor(library: Library, document: Entry) {
    this.#library = library;
    this.#document = document;
  }

  /** A document with text is referred to in this form, any other entry by its page. */
  #address(to: NonNullable<Segment['to']>): string {
    if ('url' in to) return to.url;
    const entry = this.#library.get(to.key);
    const target = isDocument(entry) ? alternatePath(entry, 'akomaNtoso') : pagePath(to.key);
    return href(pagePath(this.#document.key), target);
  }

  #note(note: string): string {
    const eId = `note-${this.notes.length + 1}`;
    const paragraph = xml('p', {}, xmlText(note));
    this.notes.push(xml('note', { eId, marker: String(this.notes.length + 1) }, paragraph));
    return xml('noteRef', { href: `#${eId}` });
  }

  /** @param from offset from which on the words are wanted */
  write(block: Block, from = 0): string {
    const runs = runsOf(segmentsOf(this.#library, block, from));
    return runs
      .map(({ to, segments, notes }) => {
        const inner = segments.map(({ text, set, afterBreak }) => {
          const words = set.reduceRight((all, kind) => xml(SET[kind], {}, all), xmlText(text));
          return (afterBreak ? '<eol/>' : '') + words;
        });
        const words = to ? xml('ref', { href: this.#address(to) }, inner.join('')) : inner.join('');
        return words + notes.map(({ note }) => this.#note(note)).join('');
      })
      .join('');
  }
}
