/** A document as Markdown: its particulars, its text with links, the editors' notes as footnotes. */
import type { BlockContent, List, ListItem, PhrasingContent, Root, RootContent, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { ValidLibrary } from '../content/read-library.ts';
import { resolveBlocks, type InlineNode, type ResolvedBlock } from '../library/inline-tree.ts';
import type { Entry, EntryKey } from '../library/types.ts';
import { isSafeAddress, withoutControlCharacters } from '../text/safe-text.ts';
import { issuerNames } from '../views/citation/citation.ts';
import { knownField, numberText } from '../views/known-fields.ts';
import { href, pagePath } from '../views/urls.ts';
import { dateLabel } from '../views/wording/figures.ts';
import { blockTree, type BlockNode } from '../library/block-tree.ts';

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
  readonly #document: Entry;
  readonly #blocks: ResolvedBlock[];

  constructor({ library }: ValidLibrary, document: Entry) {
    this.#document = document;
    this.#blocks = resolveBlocks(library, document);
  }

  #pageOf({ to, anchor }: { to: EntryKey; anchor?: string }): string {
    return href(pagePath(this.#document.key), pagePath(to), anchor);
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
        written += 'to' in node ? `[${inner}](${this.#pageOf(node)})` : inner;
      } else return undefined;
    }
    return written;
  }

  #link(url: string, children: readonly InlineNode[]): PhrasingContent[] {
    return [{ type: 'link', url, children: this.#inline(children) as [] }];
  }

  #inline(nodes: readonly InlineNode[]): PhrasingContent[] {
    return nodes.flatMap((node): PhrasingContent[] => {
      switch (node.type) {
        case 'text':
          return [words(node.value)];
        case 'break':
          return [{ type: 'break' }];
        case 'note': {
          const label = String(node.note.number);
          return [{ type: 'footnoteReference', identifier: label, label }];
        }
        case 'mention':
        case 'citation':
          return this.#link(this.#pageOf(node), node.children);
        case 'link':
          return isSafeAddress(node.url)
            ? this.#link(node.url, node.children)
            : this.#inline(node.children);
        case 'strong':
        case 'emphasis':
        case 'delete':
          return [{ type: node.type, children: this.#inline(node.children) }];
        // Markdown has no marks of its own for these.
        case 'sup':
        case 'sub':
          return [
            { type: 'html', value: `<${node.type}>` },
            ...this.#inline(node.children),
            { type: 'html', value: `</${node.type}>` },
          ];
        default:
          return this.#inline(node.children);
      }
    });
  }

  #words(at: number): PhrasingContent[] {
    return this.#inline(this.#blocks[at]!.inline);
  }

  #block(at: number): BlockContent {
    const { block, inline } = this.#blocks[at]!;
    const isTitle = block.part === 'DocumentTitle';
    if (isTitle || block.kind === 'heading') {
      const depth = isTitle ? 2 : Math.max(2, block.depth ?? 2);
      return { type: 'heading', depth: depth as 2, children: this.#words(at) };
    }
    const plain = PLAIN.test(block.text) && this.#plain(inline);
    return plain ? { type: 'html', value: plain } : paragraph(...this.#inline(inline));
  }

  #node(node: BlockNode): BlockContent {
    switch (node.type) {
      case 'block':
        return this.#block(node.at);
      case 'rule':
        return { type: 'thematicBreak' };
      case 'quote':
        return { type: 'blockquote', children: this.#all(node.children) };
      case 'table':
        return {
          type: 'table',
          align: (node.rows[0] ?? []).map((_, i) => node.columns[i] ?? null),
          children: node.rows.map((cells) => ({
            type: 'tableRow',
            children: cells.map((at) => ({ type: 'tableCell', children: this.#words(at) })),
          })),
        };
      case 'list': {
        const children = node.items.map((item): ListItem => ({
          type: 'listItem',
          spread: true,
          children: this.#all(item),
        }));
        const start = node.start === undefined ? {} : { start: node.start };
        return { type: 'list', ordered: 'start' in start, ...start, spread: true, children };
      }
    }
  }

  #all(nodes: readonly BlockNode[]): BlockContent[] {
    return nodes.map((node) => this.#node(node));
  }

  body(): RootContent[] {
    return this.#all(blockTree(this.#document));
  }

  footnotes(): RootContent[] {
    return this.#blocks
      .flatMap(({ notes }) => notes)
      .map(({ number, words: note }) => ({
        type: 'footnoteDefinition',
        identifier: String(number),
        label: String(number),
        children: [paragraph(words(`校注：${note}`)) as never],
      }));
  }
}

function particulars({ library, config }: ValidLibrary, document: Entry): List {
  const page = pagePath(document.key);
  const address = config.address ? config.address + page : href(page, page);
  const stated: [string, string | undefined][] = [
    ['发文机关', issuerNames(library, document).join('、')],
    ['发文字号', numberText(document)],
    ['成文日期', dateLabel(document)],
    ['有效性', knownField(document, 'validity')?.text],
  ];
  const lines: PhrasingContent[][] = [
    ...stated.flatMap(([name, value]) => (value ? [[words(`${name}：${value}`)]] : [])),
    [words('网页：'), { type: 'link', url: address, children: [words(address) as never] }],
  ];
  return {
    type: 'list',
    spread: false,
    children: lines.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(...children)],
    })),
  };
}

/** @param document an entry with text */
export function markdown(site: ValidLibrary, document: Entry): string {
  const text = new MarkdownWriter(site, document);
  const root: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [words(document.title)] },
      particulars(site, document),
      ...text.body(),
      ...text.footnotes(),
    ],
  };
  return writer.stringify(root);
}
