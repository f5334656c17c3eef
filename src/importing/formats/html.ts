/** A web page as saved from a government site: the article is kept, the site around it is listed as dropped. */
import { parse } from 'parse5';
import type { Received, ReceivedBlock, ReceivedParagraph, ReceivedTable } from '../received.ts';
import { decodeText } from './encoding.ts';
import {
  articleOf,
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

class Walk {
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

const contains = (node: Node, sought: Node): boolean =>
  childrenOf(node).some((child) => child === sought || contains(child, sought));
const find = (node: Node, name: string): Element[] =>
  childrenOf(node).flatMap((child) => [
    ...(isElement(child) && child.tagName === name ? [child] : []),
    ...find(child, name),
  ]);

/** The encoding that the page declares in its head. */
const declared = (bytes: Uint8Array): string | undefined =>
  /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu
    .exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1]
    ?.replace(/^(gbk|gb2312)$/iu, 'gb18030')
    .replace(/^utf8$/iu, 'utf-8');

/** @throws ImportFault where the encoding cannot be told */
export function readHtml(bytes: Uint8Array, wanted?: string): Received {
  const { text, encoding } = decodeText(bytes, wanted ?? declared(bytes));
  const body = find(parse(text), 'body')[0]!;
  const article = articleOf(body);
  const kept = new Set<Node>([article]);
  const [heading] = find(body, 'h1').filter((h1) => !contains(article, h1) && textOf(h1).trim());
  if (
    heading &&
    !/[\u4e00-\u9fff]网$|^首页/u.test(textOf(heading).trim()) &&
    article !== body &&
    !contains(heading, article)
  )
    kept.add(heading);
  const walk = new Walk();
  if (article === body) walk.node(body);
  else walk.page(body, kept);
  walk.flush();
  return {
    format: '网页（.html）',
    encoding: encoding === 'gb18030' ? 'GB18030（含 GBK、GB2312）' : encoding.toUpperCase(),
    blocks: walk.blocks,
    whole: textOf(body),
    remarks: walk.pictures
      ? [`网页中有 ${walk.pictures} 幅图片，图片不收入；其中若有文字，请照录成文字。`]
      : [],
  };
}
