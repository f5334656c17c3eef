/** The lists, quotes and tables of a document, opened and closed around its blocks. */
import type { Block, Container } from '../../library/types.ts';

/** A container that is open, and the tags that close it. */
interface Opened extends Container {
  close: string;
  /** For a table: how many rows are written. */
  rows: number;
}

const ELEMENTS = { item: 'li', quote: 'blockquote' } as const;

/** Says which containers open before each block, and which close; a document's blocks come in order. */
export class ContainerWriter {
  readonly #containers: readonly Container[];
  #next = 0;
  #open: Opened[] = [];

  constructor(containers: readonly Container[]) {
    this.#containers = containers;
  }

  /** Whether a block stands in no container. Asked after `before`. */
  get atTop(): boolean {
    return this.#open.length === 0;
  }

  /**
   * The tags between the block before this one and itself.
   * @param outside is asked for what may stand there only in no container
   */
  before(block: number, outside: () => string = () => ''): string {
    let html = '';
    for (; this.#containers[this.#next]; this.#next++) {
      const container = this.#containers[this.#next]!;
      if (container.from > block) break;
      html += this.#close((one) => one.depth >= container.depth);
      if (this.atTop) html += outside();
      html += this.#openOne(container);
    }
    html += this.#close((one) => one.to <= block);
    return this.atTop ? html + outside() : html;
  }

  /** The tags after the last block. */
  end(outside?: () => string): string {
    return this.before(Infinity, outside);
  }

  /** A cell's element, and how its column is set. */
  cell(block: number): { name: 'td' | 'th'; class?: string } {
    const row = this.#open.at(-1)!;
    const table = this.#open.at(-2)!;
    const set = table.columns?.[block - row.from];
    return {
      name: row.from === table.from ? 'th' : 'td',
      ...(set ? { class: `column-${set}` } : {}),
    };
  }

  #close(which: (one: Opened) => boolean): string {
    let html = '';
    for (let last = this.#open.at(-1); last && which(last); last = this.#open.at(-1)) {
      html += last.close;
      this.#open.pop();
    }
    return html;
  }

  #openOne(container: Container): string {
    if (container.kind === 'rule') return '<hr>';
    const { tags, close } = this.#tags(container);
    this.#open.push({ ...container, close, rows: 0 });
    return tags;
  }

  #tags(container: Container): { tags: string; close: string } {
    const { kind, start, from, to } = container;
    switch (kind) {
      case 'list':
        if (start === undefined) return { tags: '<ul>', close: '</ul>' };
        // With quotation marks, as XML has it: the book is XHTML.
        return { tags: start === 1 ? '<ol>' : `<ol start="${start}">`, close: '</ol>' };
      case 'table':
        return { tags: '<table>', close: '</table>' };
      case 'row': {
        const table = this.#open.at(-1)!;
        const head = table.rows++ === 0;
        const missing = Math.max(0, (table.columns?.length ?? 0) - (to - from));
        const end = (head ? '<th></th>' : '<td></td>').repeat(missing) + '</tr>';
        if (head) return { tags: '<thead><tr>', close: `${end}</thead>` };
        const body = table.rows === 2 ? '<tbody>' : '';
        return { tags: `${body}<tr>`, close: end + (to === table.to ? '</tbody>' : '') };
      }
      default: {
        const name = ELEMENTS[kind as keyof typeof ELEMENTS];
        return { tags: `<${name}>`, close: `</${name}>` };
      }
    }
  }
}

/** Whether a block is a table's cell. */
export const isCell = (block: Block): boolean =>
  block.kind === 'paragraph' && block.number === undefined;
