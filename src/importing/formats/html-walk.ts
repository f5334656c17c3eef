/** The words of a page's elements, as paragraphs and tables; what is left out is listed in its place. */
import type { ReceivedBlock, ReceivedParagraph, ReceivedTable } from '../received.ts';
import {
  attribute,
  childrenOf,
  CODE,
  isElement,
  textOf,
  type Element,
  type Node,
} from './html-article.ts';

const BLOCK = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const isHidden = (node: Element): boolean =>
  /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attribute(node, 'style')) ||
  node.attrs.some(({ name }) => name === 'hidden');

function alignOf(node: Element): 'center' | 'right' | undefined {
  const set = /text-align\s*:\s*(center|right)/iu.exec(attribute(node, 'style'))?.[1];
  const align = (set ?? attribute(node, 'align')).toLowerCase();
  if (node.tagName === 'center' || align === 'center') return 'center';
  return align === 'right' ? 'right' : undefined;
}

export const contains = (node: Node, sought: Node): boolean =>
  childrenOf(node).some((child) => child === sought || contains(child, sought));

/** Goes through a page and gathers its blocks. */
export class Walk {
  blocks: ReceivedBlock[] = [];
  merged = 0;
  pictures = 0;
  #line = '';
  #align: 'center' | 'right' | undefined;
  #indented = false;

  flush(): void {
    const indented = this.#indented || /^[\s]*\u3000/u.test(this.#line);
    const text = this.#line.replace(/[\t\n\r \u00a0]+/gu, ' ').trim();
    this.#line = '';
    if (!text) return;
    const block: ReceivedParagraph = { kind: 'paragraph', text };
    if (this.#align) block.align = this.#align;
    if (indented) block.indented = true;
    this.blocks.push(block);
  }

  table(node: Element): void {
    this.flush();
    const rows: string[][] = [];
    const held: number[] = [];
    let merged = 0;
    const walk = (at: Node): void => {
      for (const child of childrenOf(at).filter(isElement)) {
        if (child.tagName !== 'tr') {
          walk(child);
          continue;
        }
        const row: string[] = [];
        const skip = (): void => {
          while (held[row.length]) (held[row.length]!--, row.push(''));
        };
        for (const cell of childrenOf(child).filter(isElement)) {
          if (cell.tagName !== 'td' && cell.tagName !== 'th') continue;
          skip();
          const across = Math.min(Number(attribute(cell, 'colspan')) || 1, 100);
          const down = Math.min(Number(attribute(cell, 'rowspan')) || 1, 1000);
          if (across > 1 || down > 1) merged++;
          const inside = new Walk();
          inside.node(cell);
          inside.flush();
          const words = inside.blocks.map((b) =>
            b.kind === 'table' ? b.rows.flat().join(' ') : b.text,
          );
          for (let i = 0; i < across; i++) {
            if (down > 1) held[row.length] = down - 1;
            row.push(i === 0 ? words.join(' ') : '');
          }
        }
        skip();
        rows.push(row);
      }
    };
    walk(node);
    this.blocks.push({ kind: 'table', rows, merged } satisfies ReceivedTable);
  }

  /** Keeps the words below a node. */
  node(node: Node): void {
    if (node.nodeName === '#text') this.#line += textOf(node);
    if (!isElement(node)) return;
    const { tagName } = node;
    if (CODE.has(tagName)) return;
    if (isHidden(node)) return this.drop(node, '页面上不显示的文字');
    if (tagName === 'br') return this.flush();
    if (tagName === 'img') this.pictures++;
    if (tagName === 'table') return this.table(node);
    const block = BLOCK.has(tagName);
    if (!block) return childrenOf(node).forEach((child) => this.node(child));
    this.flush();
    const outer = [this.#align, this.#indented] as const;
    this.#align = alignOf(node) ?? this.#align;
    this.#indented = /text-indent\s*:\s*[1-9]/iu.test(attribute(node, 'style')) || this.#indented;
    childrenOf(node).forEach((child) => this.node(child));
    this.flush();
    [this.#align, this.#indented] = outer;
  }

  drop(node: Node, reason: string): void {
    this.flush();
    const text = textOf(node).replace(/\s+/gu, ' ').trim();
    if (text) this.blocks.push({ kind: 'dropped', text, reason });
  }

  /** Keeps the article and, where it stands outside, the page's heading; the rest is dropped in its place. */
  page(node: Node, kept: ReadonlySet<Node>): void {
    for (const child of childrenOf(node)) {
      const inside = [...kept].some((one) => one === child);
      const above = [...kept].some((one) => contains(child, one));
      if (inside) (this.node(child), this.flush());
      else if (above) this.page(child, kept);
      else this.drop(child, '网页的导航、页眉页脚等');
    }
  }
}
