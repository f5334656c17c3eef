/**
 * The dialect of Markdown that this library is written in: GFM without single-tilde strikethrough
 * (5~10 is a range), with emphasis that works beside Chinese punctuation.
 */
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import type { Link, Node, Parent } from 'mdast';
import type { PluggableList, Processor } from 'unified';
import { visit } from 'unist-util-visit';
import { addressFault } from './safe-text.ts';

const SCRIPTS: Record<string, string> = { sup: 'superscript', sub: 'subscript' };
const script = (name: string, children: Node[]) => ({ type: SCRIPTS[name]!, children });

/** The one of two HTML tags that a node is: `<sup>` or `</sup>`, and no attributes. */
const tagOf = (node: Node): RegExpExecArray | null =>
  node.type === 'html'
    ? /^<(\/?)(su[pb])>$/u.exec((node as unknown as { value: string }).value)
    : null;

/** Pairs the tags among a parent's children; one without its other stays what it is, and is refused as HTML. */
function pairScripts(children: Node[]): Node[] {
  const out: Node[] = [];
  for (const node of children) {
    const { type, name, attributes } = node as Node & { name?: string; attributes?: unknown[] };
    const own = (node as Parent).children ?? [];
    const [, closing, tag = ''] = tagOf(node) ?? [];
    const open = closing ? out.findLastIndex((one) => tagOf(one)?.[0] === `<${tag}>`) : -1;
    if (type === 'mdxJsxTextElement' && SCRIPTS[name ?? ''] && attributes?.length === 0)
      out.push(script(name!, own));
    else if (open >= 0) out.push(script(tag, out.splice(open).slice(1)));
    else out.push(node);
  }
  return out;
}

/** Raised and lowered signs: `m<sup>2</sup>`, `CO<sub>2</sub>`, in `.md` as in `.mdx`. */
const readScripts = (tree: Node): void =>
  visit(tree, (node) => {
    const parent = node as { children?: Node[] };
    if (parent.children) parent.children = pairScripts(parent.children);
  });

/** An address that stands bare in a text is a link where a browser may open it; else it is words. */
const readBareAddresses = (tree: Node): void =>
  visit(tree, 'link', (node: Node, index, parent: Parent | undefined) => {
    const { url, children } = node as Link;
    const [only] = children;
    const bare = children.length === 1 && only?.type === 'text' && url.endsWith(only.value);
    if (bare && parent && index !== undefined && addressFault(url) !== null)
      parent.children[index] = { type: 'text', value: only.value };
  });

/**
 * What is this library's own. A paragraph that is indented, as official texts often are, is a paragraph and not code; `[ ]`
 * at the head of a list's item is its text and not a box to tick.
 */
function remarkDialect(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: object[]; fromMarkdownExtensions?: object[] };
  (data.micromarkExtensions ??= []).push({ disable: { null: ['codeIndented', 'tasklistCheck'] } });
  (data.fromMarkdownExtensions ??= []).push({ transforms: [readScripts, readBareAddresses] });
}

/** What remark-parse is extended by, for `.md` and `.mdx` alike. */
export const syntaxPlugins: PluggableList = [
  [remarkGfm, { singleTilde: false }],
  remarkDialect,
  remarkCjkFriendly,
  [remarkCjkFriendlyStrikethrough, { singleTilde: false }],
];
