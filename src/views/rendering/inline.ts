/** A block's own words as HTML: a walk over its inline tree. */
import type { InlineNode } from '../../library/inline-tree.ts';
import type { Entry, EntryKey, Library } from '../../library/types.ts';
import { knownField } from '../known-fields.ts';
import { href, pagePath } from '../urls.ts';
import { dateLabel } from '../wording/figures.ts';
import { collectionLabels } from '../wording/labels.ts';
import { element, escapeText } from './html.ts';
import { markOf, opener } from './margin.ts';

/** Elements that HTML calls otherwise than Markdown. */
const ELEMENTS: Record<string, string> = { emphasis: 'em', delete: 'del' };

/** “ and ‘ are shared with Latin scripts, so that browsers keep them with the character before. */
const QUOTE = /(^|.)([“‘])/gsu;
const HAN = /\p{Script=Han}$/u;

/** Characters of a preview's sentence. */
const LONGEST = 34;

/**
 * The `title` of a link, which a script draws as a card: kind, and the title where the link's words are others, in the
 * first line (`政策·2021年3月：标题`), then one sentence.
 * @param words that the link stands on
 */
function previewOf(entry: Entry, [words]: readonly InlineNode[]): string {
  const facts = [collectionLabels[entry.collection], knownField(entry, 'number')?.text];
  const kind = [...facts, dateLabel(entry)].filter(Boolean).join('·');
  const same = words?.type === 'text' && words.value === entry.title;
  const [whole = ''] = /^[^。]+。?/u.exec(entry.summary ?? '') ?? [];
  const sentence = whole.length > LONGEST ? `${whole.slice(0, LONGEST - 2)}……` : whole;
  return [same ? kind : `${kind}：${entry.title}`, sentence].filter(Boolean).join('\n');
}

/** Writes the words of one document, block after block. */
export class InlineWriter {
  readonly #library: Library;
  readonly #document: EntryKey;
  /** A page states a preview once, at the first link to its page. */
  readonly #previewed = new Set<EntryKey>();
  /** The last words of the block that were written. */
  #last = '';

  constructor(library: Library, document: EntryKey) {
    this.#library = library;
    this.#document = document;
  }

  /** @returns HTML that, less what is marked as the editors', is the block's text */
  write(nodes: readonly InlineNode[]): string {
    this.#last = '';
    return this.#all(nodes);
  }

  #all(nodes: readonly InlineNode[]): string {
    return nodes.map((node) => this.#node(node)).join('');
  }

  #node(node: InlineNode): string {
    switch (node.type) {
      case 'text':
        return this.#words(node.value);
      case 'break':
        return '<br>';
      case 'note':
        return opener(node.note.id, `注${node.note.number}`, markOf(node.note));
      case 'noted':
        return element('span', { class: 'noted' }, this.#all(node.children));
      case 'anchor':
        return element('span', { id: node.id }, this.#all(node.children));
      case 'link':
        return element('a', { href: node.url, title: node.title }, this.#all(node.children));
      case 'mention':
        return this.#linkTo(node.to, node);
      case 'citation':
        if (node.to !== this.#document) return this.#linkTo(node.to, node);
        return element(
          'a',
          { class: 'own-place', href: `#${node.anchor}` },
          this.#all(node.children),
        );
      default:
        return element(ELEMENTS[node.type] ?? node.type, {}, this.#all(node.children));
    }
  }

  #linkTo(
    to: EntryKey,
    { title, anchor, children }: { title?: string; anchor?: string; children: InlineNode[] },
  ): string {
    const preview = this.#previewed.has(to)
      ? undefined
      : previewOf(this.#library.get(to), children);
    this.#previewed.add(to);
    const address = href(pagePath(this.#document), pagePath(to), anchor);
    return element(
      'a',
      { class: 'mention', href: address, title: title ?? preview },
      this.#all(children),
    );
  }

  /** A line may end before a mark that opens a quotation, though browsers would not break it there. */
  #words(value: string): string {
    const before = this.#last;
    this.#last = value;
    return escapeText(value).replace(QUOTE, (words, char: string, mark: string) =>
      HAN.test(char || before) ? `${char}<wbr>${mark}` : words,
    );
  }
}
