/** A document as Markdown: its particulars, its text with links, the editors' notes as footnotes. */
import type { BlockContent, List, PhrasingContent, RootContent, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { ValidLibrary } from '../content/read-library.ts';
import { blockTree, type BlockNode } from '../library/block-tree.ts';
import { resolveBlocks, type InlineNode, type ResolvedBlock } from '../library/inline-tree.ts';
import type { Entry, EntryKey, PlacedNote } from '../library/types.ts';
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

const listOf = (items: BlockContent[][], more: Pick<List, 'start' | 'spread'>): List => ({
  type: 'list',
  ordered: typeof more.start === 'number',
  ...more,
  children: items.map((children) => ({ type: 'listItem', spread: more.spread, children })),
});

/** The nodes of mdast differ little from those of the library's own trees. */
type Writing = { page: SitePath; blocks: readonly ResolvedBlock[] };

const footnote = (note: PlacedNote) => ({
  identifier: String(note.number),
  label: String(note.number),
});

/** The address of what a mention or a citation means. */
const addressOf = (page: SitePath, { to, anchor }: { to: EntryKey; anchor?: string }): string =>
  href(page, pagePath(to), anchor);

function inlineOf(page: SitePath, nodes: readonly InlineNode[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return [words(node.value)];
    if (node.type === 'break') return [node];
    if (node.type === 'note') return [{ type: 'footnoteReference', ...footnote(node.note) }];
    const children = inlineOf(page, node.children);
    const link = (url: string): PhrasingContent => ({
      type: 'link',
      url,
      children: children as [],
    });
    switch (node.type) {
      case 'mention':
      case 'citation':
        return [link(addressOf(page, node))];
      case 'link':
        return [link(node.url)];
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

/**
 * The Markdown of words that need no care. It spares remark forty searches for marks in each paragraph, and nine tenths of
 * the paragraphs of laws are so.
 * @returns undefined where something else than links stands in them
 */
function plainOf(page: SitePath, nodes: readonly InlineNode[]): string | undefined {
  let written = '';
  for (const node of nodes) {
    if (node.type === 'text') written += node.value;
    else if (/^(?:mention|citation|anchor|noted)$/u.test(node.type) && 'children' in node) {
      const inner = plainOf(page, node.children);
      if (inner === undefined) return undefined;
      written += 'to' in node ? `[${inner}](${addressOf(page, node)})` : inner;
    } else return undefined;
  }
  return written;
}

function contentOf(writing: Writing, node: BlockNode): BlockContent {
  const { page, blocks } = writing;
  const wordsOf = (at: number) => inlineOf(page, blocks[at]!.inline);
  const all = (nodes: readonly BlockNode[]) => nodes.map((inner) => contentOf(writing, inner));
  switch (node.type) {
    case 'block': {
      const { block, inline } = blocks[node.at]!;
      const { part, kind, depth = 2 } = block;
      const isTitle = part === 'DocumentTitle';
      if (!isTitle && kind !== 'heading') {
        const plain = PLAIN.test(block.text) && plainOf(page, inline);
        return plain ? { type: 'html', value: plain } : paragraph(...wordsOf(node.at));
      }
      const level = isTitle ? 2 : (Math.max(2, depth) as 2);
      return { type: 'heading', depth: level, children: wordsOf(node.at) };
    }
    case 'rule':
      return { type: 'thematicBreak' };
    case 'quote':
      return { type: 'blockquote', children: all(node.children) };
    case 'table': {
      const rows = node.rows.map((cells) =>
        cells.map((at) => ({ type: 'tableCell' as const, children: wordsOf(at) })),
      );
      return {
        type: 'table',
        align: (rows[0] ?? []).map((_, i) => node.columns[i] ?? null),
        children: rows.map((children) => ({ type: 'tableRow', children })),
      };
    }
    case 'list':
      return listOf(node.items.map(all), { start: node.start, spread: true });
  }
}

/** @param document an entry with text */
export function markdown({ library, config }: ValidLibrary, document: Entry): string {
  const page = pagePath(document.key);
  const blocks = resolveBlocks(library, document);
  const address = config.address ? config.address + page : href(page, page);
  const facts: PhrasingContent[][] = [
    ...factsOf(library, document).map(([name, value]) => [words(`${name}：${value}`)]),
    [words('网页：'), { type: 'link', url: address, children: [words(address)] }],
  ];
  const footnotes = blocks
    .flatMap(({ notes }) => notes)
    .map((note): RootContent => {
      const children = [paragraph(words(`校注：${note.words}`))];
      return { type: 'footnoteDefinition', ...footnote(note), children };
    });
  return writer.stringify({
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [words(document.title)] },
      listOf(
        facts.map((line) => [paragraph(...line)]),
        { spread: false },
      ),
      ...blockTree(document).map((node) => contentOf({ page, blocks }, node)),
      ...footnotes,
    ],
  });
}
