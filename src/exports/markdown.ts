/** A document as Markdown: its particulars, its text with links, the editors' notes as footnotes. */
import type { BlockContent, List, PhrasingContent, Root, RootContent, Table, Text } from 'mdast';
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

/** Words in which nothing could be a mark: most of a Chinese text. */
const PLAIN = /^[^\t-\r -/:-@[-`{-~]*$/u;

const writer = unified()
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    handlers: {
      // Spares forty searches for marks a paragraph, two thirds of the time.
      text: ({ value }: Text, _parent, state, info) =>
        PLAIN.test(value) ? value : state.safe(value, info),
    },
  })
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .freeze();

const words = (value: string): PhrasingContent => ({
  type: 'text',
  value: withoutControlCharacters(value),
});
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

  #pageOf(key: EntryKey, anchor?: string): string {
    return href(pagePath(this.#document.key), pagePath(key), anchor);
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
          return this.#link(this.#pageOf(node.to), node.children);
        case 'citation':
          return this.#link(this.#pageOf(node.to, node.anchor), node.children);
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
    const { kind, depth = 2, part } = this.#blocks[at]!.block;
    if (kind !== 'heading' && part !== 'DocumentTitle') return paragraph(...this.#words(at));
    const level = part === 'DocumentTitle' ? 2 : Math.max(2, depth);
    return { type: 'heading', depth: level as 2, children: this.#words(at) };
  }

  #table({ columns, rows }: BlockNode & { type: 'table' }): Table {
    const width = rows[0]?.length ?? 0;
    return {
      type: 'table',
      align: Array.from({ length: width }, (_, i) => columns[i] ?? null),
      children: rows.map((cells) => ({
        type: 'tableRow',
        children: cells.map((at) => ({ type: 'tableCell', children: this.#words(at) })),
      })),
    };
  }

  #list({ start, items }: BlockNode & { type: 'list' }): List {
    return {
      type: 'list',
      ordered: start !== undefined,
      ...(start !== undefined && { start }),
      spread: true,
      children: items.map((item) => ({
        type: 'listItem',
        spread: true,
        children: this.#nodes(item),
      })),
    };
  }

  #nodes(nodes: readonly BlockNode[]): BlockContent[] {
    return nodes.map((node): BlockContent => {
      switch (node.type) {
        case 'block':
          return this.#block(node.at);
        case 'rule':
          return { type: 'thematicBreak' };
        case 'quote':
          return { type: 'blockquote', children: this.#nodes(node.children) };
        case 'table':
          return this.#table(node);
        case 'list':
          return this.#list(node);
      }
    });
  }

  body(): RootContent[] {
    return this.#nodes(blockTree(this.#document));
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
