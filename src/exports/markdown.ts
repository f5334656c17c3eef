/** A document as Markdown: its particulars, its text with links, the editors' notes as footnotes. */
import type { BlockContent, List, ListItem, PhrasingContent, RootContent, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { ValidLibrary } from '../content/read-library.ts';
import { blockTree, type BlockNode } from '../library/block-tree.ts';
import { resolveBlocks, type InlineNode, type ResolvedBlock } from '../library/inline-tree.ts';
import type { Entry, EntryKey } from '../library/types.ts';
import { withoutControlCharacters } from '../text/safe-text.ts';
import { href, pagePath, type SitePath } from '../views/urls.ts';
import { factsOf } from './documents.ts';

/** Words in which nothing could be a mark, nor a space at an end be lost: most of a Chinese text. */
const PLAIN = /^(?:[^\p{Cc} -/:-@[-`{-~]+(?: +[^\p{Cc} -/:-@[-`{-~]+)*)?$/u;

const writer = unified()
  .use(remarkStringify, { bullet: '-', rule: '-' })
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .freeze();

const words = (value: string): Text => ({ type: 'text', value: withoutControlCharacters(value) });
const paragraph = (...children: PhrasingContent[]): BlockContent => ({
  type: 'paragraph',
  children,
});

/** A document's inline trees and blocks as nodes of mdast, which differ in little. */
class MarkdownWriter {
  readonly #page: SitePath;
  readonly #blocks: readonly ResolvedBlock[];

  /** @param page of the document, which links lead from */
  constructor(page: SitePath, blocks: readonly ResolvedBlock[]) {
    this.#page = page;
    this.#blocks = blocks;
  }

  #addressOf({ to, anchor }: { to: EntryKey; anchor?: string }): string {
    return href(this.#page, pagePath(to), anchor);
  }

  /**
   * The Markdown of words that need no care. It spares remark forty searches for marks in each paragraph, and nine tenths of
   * the paragraphs of laws are so.
   * @returns undefined where something else than links stands in them
   */
  #plain(nodes: readonly InlineNode[]): string | undefined {
    let written = '';
    for (const node of nodes) {
      if (node.type === 'text') written += node.value;
      else if (/^(?:mention|citation|anchor|noted)$/u.test(node.type) && 'children' in node) {
        const inner = this.#plain(node.children);
        if (inner === undefined) return undefined;
        written += 'to' in node ? `[${inner}](${this.#addressOf(node)})` : inner;
      } else return undefined;
    }
    return written;
  }

  #inline(nodes: readonly InlineNode[]): PhrasingContent[] {
    return nodes.flatMap((node): PhrasingContent[] => {
      if (node.type === 'text') return [words(node.value)];
      if (node.type === 'break') return [node];
      if (node.type === 'note') {
        const label = String(node.note.number);
        return [{ type: 'footnoteReference', identifier: label, label }];
      }
      const children = this.#inline(node.children);
      switch (node.type) {
        case 'mention':
        case 'citation':
          return [{ type: 'link', url: this.#addressOf(node), children: children as [] }];
        case 'link':
          return [{ type: 'link', url: node.url, children: children as [] }];
        case 'strong':
        case 'emphasis':
        case 'delete':
          return [{ type: node.type, children }];
        // Markdown has no marks of its own for these.
        case 'sup':
        case 'sub': {
          const tag = (sign: string): PhrasingContent => ({ type: 'html', value: `<${sign}>` });
          return [tag(node.type), ...children, tag(`/${node.type}`)];
        }
        default:
          return children;
      }
    });
  }

  #block({ block, inline }: ResolvedBlock): BlockContent {
    const isTitle = block.part === 'DocumentTitle';
    if (isTitle || block.kind === 'heading') {
      const depth = isTitle ? 2 : Math.max(2, block.depth ?? 2);
      return { type: 'heading', depth: depth as 2, children: this.#inline(inline) };
    }
    const plain = PLAIN.test(block.text) && this.#plain(inline);
    return plain ? { type: 'html', value: plain } : paragraph(...this.#inline(inline));
  }

  #node(node: BlockNode): BlockContent {
    switch (node.type) {
      case 'block':
        return this.#block(this.#blocks[node.at]!);
      case 'rule':
        return { type: 'thematicBreak' };
      case 'quote':
        return { type: 'blockquote', children: this.write(node.children) };
      case 'table': {
        const cell = (at: number) => this.#inline(this.#blocks[at]!.inline);
        const rows = node.rows.map((cells) =>
          cells.map((at) => ({ type: 'tableCell' as const, children: cell(at) })),
        );
        return {
          type: 'table',
          align: (rows[0] ?? []).map((_, i) => node.columns[i] ?? null),
          children: rows.map((children) => ({ type: 'tableRow', children })),
        };
      }
      case 'list': {
        const children = node.items.map((item): ListItem => ({
          type: 'listItem',
          spread: true,
          children: this.write(item),
        }));
        const start = node.start === undefined ? {} : { start: node.start };
        return { type: 'list', ordered: 'start' in start, ...start, spread: true, children };
      }
    }
  }

  write(nodes: readonly BlockNode[]): BlockContent[] {
    return nodes.map((node) => this.#node(node));
  }
}

/** @param document an entry with text */
export function markdown({ library, config }: ValidLibrary, document: Entry): string {
  const page = pagePath(document.key);
  const blocks = resolveBlocks(library, document);
  const body = new MarkdownWriter(page, blocks).write(blockTree(document));
  const address = config.address ? config.address + page : href(page, page);
  const facts: PhrasingContent[][] = [
    ...factsOf(library, document).map(([name, value]) => [words(`${name}：${value}`)]),
    [words('网页：'), { type: 'link', url: address, children: [words(address) as never] }],
  ];
  const particulars: List = {
    type: 'list',
    spread: false,
    children: facts.map((line) => ({ type: 'listItem', children: [paragraph(...line)] })),
  };
  const footnotes = blocks
    .flatMap(({ notes }) => notes)
    .map((note): RootContent => {
      const label = String(note.number);
      const children = [paragraph(words(`校注：${note.words}`)) as never];
      return { type: 'footnoteDefinition', identifier: label, label, children };
    });
  const title: RootContent = { type: 'heading', depth: 1, children: [words(document.title)] };
  return writer.stringify({
    type: 'root',
    children: [title, particulars, ...body, ...footnotes],
  });
}
