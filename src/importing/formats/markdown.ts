/** A Markdown file: its headings, paragraphs, lists, tables, notes and emphasis; nothing of HTML but <sup> and <sub>. */
import type { Nodes, Parent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { joinCut, type Received, type Setting } from '../received.ts';
import { kindOf } from '../recognise/lines.ts';
import { decodeText } from './encoding.ts';
import { droppedOf, Flow } from './flow.ts';
import { tableOf } from './grid.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);
const FRONT = /^\ufeff?---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/u;
const SETTINGS: Partial<Record<Nodes['type'], Setting[]>> = {
  strong: ['strong'],
  emphasis: ['emphasis'],
  delete: ['del'],
};
/** Elements of HTML that say how the words between them are set. */
const TAG = /^<(\/?)(su[bp])>$/iu;

/** A line break between Chinese words is none; after a sentence, or before a numbered line, it parts paragraphs. */
const unwrapped = (text: string): string =>
  text.split('\n').reduce((before, after) => {
    const apart = /[。；：！？]$/u.test(before.trim()) || kindOf(after) !== 'text';
    return apart ? `${before}\n${after}` : joinCut(before.trimEnd(), after.trimStart());
  });

class MarkdownReader extends Flow {
  #settings: Setting[] = [];

  /** Reads what stands below each other, a block after the other. */
  read({ children }: Parent): void {
    for (const node of children) {
      this.#read(node);
      this.endParagraph(node.type === 'heading' ? { heading: node.depth } : {});
    }
  }

  #inside({ children }: Parent, own: Setting[] = []): void {
    const around = this.#settings;
    this.#settings = [...around, ...own];
    for (const node of children) this.#read(node);
    this.#settings = around;
  }

  #read(node: Nodes): void {
    if (node.type === 'text') this.words.add(unwrapped(node.value), ...this.#settings);
    else if (node.type === 'inlineCode' || node.type === 'code')
      this.words.add(node.value, ...this.#settings);
    else if (node.type === 'break') this.words.add('\n');
    else if (node.type === 'html') this.#tag(node.value);
    else if (node.type === 'image') this.picture();
    else if (node.type === 'footnoteReference') this.words.make(`[${node.label!}]`);
    else if (node.type === 'footnoteDefinition')
      this.note(() => this.#item(node, `[${node.label!}] `), false);
    else if (node.type === 'list')
      node.children.forEach((item, i) =>
        this.#item(item, node.ordered ? `${(node.start ?? 1) + i}. ` : ''),
      );
    else if (node.type === 'table')
      this.blocks.push(
        ...tableOf(
          node.children.map((row) =>
            row.children.map((cell) => ({ blocks: this.apart(() => this.#inside(cell)) })),
          ),
        ),
      );
    else if (node.type === 'blockquote') this.read(node);
    else if ('children' in node) this.#inside(node, SETTINGS[node.type]);
  }

  #tag(html: string): void {
    const [, close, name] = TAG.exec(html) ?? [];
    const setting = name?.toLowerCase() as Setting | undefined;
    if (!setting) this.words.drop(html, 'HTML 的标记和注释');
    else if (close) this.#settings = this.#settings.filter((one) => one !== setting);
    else this.#settings = [...this.#settings, setting];
  }

  /** @param mark what stands before its first words */
  #item(node: Parent, mark: string): void {
    if (node.children.length > 0) this.words.make(mark);
    this.read(node);
  }
}

/** All words below a node, whatever it is; <sup> and <sub> are none. */
function wordsOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' && TAG.test(node.value) ? '' : node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/**
 * @param wanted the encoding, where the editor names it
 * @throws ImportFault where the encoding cannot be told
 */
export function readMarkdown(bytes: Uint8Array, wanted?: string): Received {
  const { text } = decodeText(bytes, wanted);
  const front = FRONT.exec(text);
  const tree = parser.parse(front ? text.slice(front[0].length) : text);
  const reader = new MarkdownReader();
  if (front) reader.blocks.push(...droppedOf('文件开头的属性区', front[1]!));
  reader.read(tree);
  return reader.received('Markdown（.md）', [], `${front?.[1] ?? ''}${wordsOf(tree)}`);
}
