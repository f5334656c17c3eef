/** A document's text in the book: as on its page, its notes at the end as the book's own notes. */
import { ContainerWriter, isCell } from '../../views/rendering/containers.ts';
import type { Block, Entry, Library } from '../../library/types.ts';
import { findPart } from '../../text/parts.ts';
import { runsOf, segmentsOf, type Segment } from '../segments.ts';
import { xml, xmlText } from '../markup.ts';
import { chapterFile } from './chapter.ts';

const SET = {
  strong: 'strong',
  emphasis: 'em',
  delete: 'del',
  sup: 'sup',
  sub: 'sub',
  code: 'code',
} as const;

/** Only what a reading system may open. */
const OUTSIDE = /^https?:\/\/\S+$/u;

export class BodyWriter {
  readonly #library: Library;
  readonly #document: Entry;
  readonly #notes: { note: string; from: string }[] = [];

  constructor(library: Library, document: Entry) {
    this.#library = library;
    this.#document = document;
  }

  #linked(to: Segment['to'], words: string): string {
    if (!to) return words;
    if ('key' in to) return xml('a', { href: chapterFile(to.key) }, words);
    return OUTSIDE.test(to.url) && URL.canParse(to.url)
      ? xml('a', { href: new URL(to.url).href }, words)
      : words;
  }

  #noteMark(note: string): string {
    const number = this.#notes.length + 1;
    this.#notes.push({ note, from: `note-mark-${number}` });
    const mark = { 'epub:type': 'noteref', href: `#note-${number}`, id: `note-mark-${number}` };
    return xml('sup', {}, xml('a', mark, `注${number}`));
  }

  #words(block: Block): string {
    return runsOf(segmentsOf(this.#library, block))
      .map(({ to, segments, notes }) => {
        const inner = segments.map(({ text, set, afterBreak }) => {
          const words = set.reduceRight((all, kind) => xml(SET[kind], {}, all), xmlText(text));
          return (afterBreak ? '<br/>' : '') + words;
        });
        const marks = notes.map(({ note }) => this.#noteMark(note)).join('');
        return this.#linked(to, inner.join('')) + marks;
      })
      .join('');
  }

  #block(block: Block): string {
    const part = findPart(block.part);
    if (part)
      return xml(part.element, { id: block.id, class: `part ${part.id}` }, this.#words(block));
    const name = block.kind === 'heading' ? `h${block.depth}` : 'p';
    return xml(name, { id: block.id }, this.#words(block));
  }

  /** The text as XHTML; empty for an entry without one. */
  body(): string {
    const { blocks, containers } = this.#document;
    const writer = new ContainerWriter(containers);
    const pieces: string[] = [];
    blocks.forEach((block, at) => {
      pieces.push(writer.before(at));
      pieces.push(
        isCell(block)
          ? xml(writer.cell(at).name, { id: block.id }, this.#words(block))
          : this.#block(block),
      );
    });
    pieces.push(writer.end());
    return pieces.filter(Boolean).join('\n').replaceAll('<hr>', '<hr/>');
  }

  /** The notes of the text; asked after it. */
  notes(): string {
    return this.#notes
      .map(({ note, from }, i) => {
        const back = xml('a', { href: `#${from}` }, `注${i + 1}`);
        const words = xml('p', {}, `${back} ${xmlText(note)}`);
        return xml('aside', { 'epub:type': 'footnote', id: `note-${i + 1}` }, words);
      })
      .join('\n');
  }
}
