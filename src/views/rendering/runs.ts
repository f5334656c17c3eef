/**
 * A very long document in runs, each of which a browser lays out only as a reader comes near it: a phone
 * shows the first screen of a book as soon as that of a notice. What is searched and linked stays the same.
 */
import type { Block } from '../../library/types.ts';

/** Characters from which a document is long: some forty screens of a phone. */
const LONG = 20_000;
/** Characters of a run. */
const RUN = 4_000;
/** Short paragraphs take a line too. */
const LINE = 30;

const sizeOf = ({ text }: Block): number => Math.max(text.length, LINE);

/** Says where runs begin and end, block after block. */
export class Runs {
  readonly #long: boolean;
  #open = false;
  #size = 0;

  constructor(blocks: readonly Block[]) {
    this.#long = blocks.reduce((sum, block) => sum + sizeOf(block), 0) > LONG;
  }

  /**
   * The tags before a block.
   * @param atTop whether it stands in no list, quote or table: only there a run may begin
   */
  before(block: Block, atTop: boolean): string {
    if (!this.#long) return '';
    let tags = '';
    if (atTop && (!this.#open || this.#size >= RUN)) {
      tags = `${this.end()}<div class="run">`;
      this.#open = true;
      this.#size = 0;
    }
    this.#size += sizeOf(block);
    return tags;
  }

  /** The tags after the last block. */
  end(): string {
    return this.#open ? '</div>' : '';
  }
}
