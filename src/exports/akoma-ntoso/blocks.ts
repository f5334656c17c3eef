/** A stretch of a document's blocks in Akoma Ntoso: paragraphs, lists, tables, quotations. */
import type { Container, Entry } from '../../library/types.ts';
import { findPart } from '../../text/parts.ts';
import { xml } from '../markup.ts';
import type { InlineWriter } from './inline.ts';

export class BlocksWriter {
  readonly #document: Entry;
  readonly #words: InlineWriter;

  constructor(document: Entry, words: InlineWriter) {
    this.#document = document;
    this.#words = words;
  }

  /**
   * @param offset where the words of the first block begin
   * @returns elements for blocks `from` up to, but without, `to`
   */
  write(from: number, to: number, offset = 0, depth = 0): string {
    const pieces: string[] = [];
    for (let at = from; at < to;) {
      const container = this.#containerAt(at, to, depth);
      pieces.push(
        container ? this.#container(container) : this.#paragraph(at, at === from ? offset : 0),
      );
      at = container ? container.to : at + 1;
    }
    return pieces.join('\n');
  }

  /** The outermost container that begins at a block and ends within the stretch. */
  #containerAt(at: number, end: number, depth: number): Container | undefined {
    return this.#document.containers.find(
      (one) =>
        one.from === at &&
        one.to > at &&
        one.to <= end &&
        one.depth >= depth &&
        one.kind !== 'rule',
    );
  }

  #paragraph(at: number, offset: number): string {
    const block = this.#document.blocks[at]!;
    const part = findPart(block.part);
    const name = block.kind === 'heading' ? 'heading' : part?.id;
    const words = this.#words.write(block, offset);
    return xml('p', { eId: block.id, class: name }, words);
  }

  #inside({ kind, from, to, depth, start }: Container, within: Container['kind']): string {
    const inner = this.#document.containers.filter(
      (one) => one.kind === within && one.depth === depth + 1 && one.from >= from && one.to <= to,
    );
    if (inner.length === 0) return this.write(from, to, 0, depth + 1);
    const element = kind === 'table' ? 'tr' : 'li';
    // `ol` has no first number in the standard; each `li` has its own.
    const value = (i: number): { value?: string } =>
      start === undefined || start === 1 ? {} : { value: String(start + i) };
    return inner.map((one, i) => xml(element, value(i), this.#content(one))).join('\n');
  }

  #content(container: Container): string {
    const { kind, from, to, depth } = container;
    if (kind !== 'row') return this.write(from, to, 0, depth + 1);
    const table = this.#document.containers.find(
      (one) => one.kind === 'table' && one.from <= from && one.to >= to,
    )!;
    const cell = table.from === from ? 'th' : 'td';
    return Array.from({ length: to - from }, (_, i) =>
      xml(cell, {}, this.#paragraph(from + i, 0)),
    ).join('');
  }

  #container(container: Container): string {
    const { kind, start } = container;
    if (kind === 'table') return xml('table', {}, this.#inside(container, 'row'));
    if (kind === 'list')
      return xml(start === undefined ? 'ul' : 'ol', {}, this.#inside(container, 'item'));
    // A quotation of several paragraphs is a block that holds them.
    return xml(
      'blockContainer',
      { class: 'quotation' },
      this.write(container.from, container.to, 0, container.depth + 1),
    );
  }
}
