/** A Markdown file: its headings, paragraphs, lists, tables, notes and emphasis; nothing of HTML but <sup> and <sub>. */
import type { Nodes, RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { joinCut, textOf } from '../received.ts';
import type { Received, ReceivedBlock, ReceivedParagraph, Setting } from '../received.ts';
import { kindOf } from '../recognise/lines.ts';
import { decodeText } from './encoding.ts';
import { addParagraph } from './text.ts';
import { Words } from './words.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);
const FRONT = /^\ufeff?---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/u;
const SETTINGS: Partial<Record<Nodes['type'], Setting>> = {
  strong: 'strong',
  emphasis: 'emphasis',
  delete: 'del',
};
/** Elements of HTML that say how the words between them are set. */
const TAG = /^<(\/?)(su[bp])>$/iu;

/** A line break between Chinese words is none; after a sentence, or before a numbered line, it parts paragraphs. */
const unwrapped = (text: string): string =>
  text.split('\n').reduce((before, after) => {
    const apart = /[。；：！？]$/u.test(before.trim()) || kindOf(after) !== 'text';
    return apart ? `${before}\n${after}` : joinCut(before.trimEnd(), after.trimStart());
  });

class Walk {
  readonly blocks: ReceivedBlock[] = [];
  /** Notes come last, as they are numbered in the text. */
  readonly notes: ReceivedBlock[] = [];
  pictures = 0;

  words(node: Nodes, into = new Words(), settings: Setting[] = []): Words {
    const own = SETTINGS[node.type];
    const set = own ? [...settings, own] : [...settings];
    if (node.type === 'text') into.add(unwrapped(node.value), ...set);
    else if (node.type === 'inlineCode') into.add(node.value, ...set);
    else if (node.type === 'break') into.add('\n');
    else if (node.type === 'html') into.drop(node.value, 'HTML 的标记和注释');
    else if (node.type === 'image') this.pictures++;
    else if (node.type === 'footnoteReference') into.make(`[${node.label ?? node.identifier}]`);
    else if ('children' in node)
      for (const child of node.children) {
        const [, close, name] = (child.type === 'html' && TAG.exec(child.value)) || [];
        if (name === undefined) this.words(child, into, set);
        else if (close) set.splice(set.lastIndexOf(name.toLowerCase() as Setting), 1);
        else set.push(name.toLowerCase() as Setting);
      }
    return into;
  }

  paragraph(node: Nodes, set: Partial<ReceivedParagraph> = {}, lead = ''): void {
    const words = this.words(node);
    words.lead(lead);
    for (const one of words.paragraphs(set)) addParagraph(this.blocks, one);
    this.blocks.push(...words.dropped);
  }

  list({ ordered, start, children }: RootContent & { type: 'list' }): void {
    children.forEach((item, i) => {
      const mark = ordered ? `${(start ?? 1) + i}. ` : '';
      const [first, ...rest] = item.children;
      if (first?.type === 'paragraph') this.paragraph(first, {}, mark);
      else if (first) this.block(first);
      rest.forEach((node) => this.block(node));
    });
  }

  block(node: RootContent): void {
    if (node.type === 'heading') this.paragraph(node, { heading: node.depth });
    else if (node.type === 'list') this.list(node);
    else if (node.type === 'table') {
      const cells = node.children.map((row) => row.children.map((cell) => this.words(cell)));
      const rows = cells.map((row) => row.map((cell) => cell.paragraphs().map(textOf).join('')));
      const dropped = cells.flat().flatMap((cell) => cell.dropped);
      this.blocks.push({ kind: 'table', rows, merged: 0 }, ...dropped);
    } else if (node.type === 'footnoteDefinition') {
      const note = new Walk();
      for (const child of node.children) note.block(child);
      const [first] = note.blocks;
      const mark = `[${node.label ?? node.identifier}]`;
      if (first?.kind === 'paragraph') {
        first.text = `${mark} ${first.text}`;
        first.generated = [mark, ...(first.generated ?? [])];
      }
      this.notes.push(...note.blocks);
    } else if (node.type === 'blockquote') node.children.forEach((child) => this.block(child));
    else if (node.type === 'code')
      for (const text of node.value.split('\n').filter((line) => line.trim()))
        this.blocks.push({ kind: 'paragraph', text });
    else this.paragraph(node);
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
  const walk = new Walk();
  for (const node of tree.children) walk.block(node);
  const about: ReceivedBlock[] = front
    ? [{ kind: 'dropped', text: front[1]!, reason: '文件开头的属性区' }]
    : [];
  return {
    format: 'Markdown（.md）',
    blocks: [...about, ...walk.blocks, ...walk.notes],
    whole: `${front?.[1] ?? ''}${wordsOf(tree)}`,
    remarks: walk.pictures
      ? [`文件中有 ${walk.pictures} 幅图片，图片不收入；其中若有文字，请照录成文字。`]
      : [],
  };
}
