/** A block's own words as HTML: a walk over its inline tree. */
import type { InlineNode } from '../../library/inline-tree.ts';
import type { Entry, EntryKey, Library } from '../../library/types.ts';
import { knownField } from '../known-fields.ts';
import { href, pagePath } from '../urls.ts';
import { dateLabel } from '../wording/figures.ts';
import { collectionLabels } from '../wording/labels.ts';
import { element, escapeText } from './html.ts';
import { markId, markTo } from './margin.ts';

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

/**
 * Writes the words of one document, block after block.
 * @returns of a block's nodes the HTML that, less what is marked as the editors', is the block's text
 */
export function inlineWriter(
  library: Library,
  document: EntryKey,
): (nodes: readonly InlineNode[]) => string {
  /** A page states a preview once, at the first link to its page. */
  const previewed = new Set<EntryKey>();
  /** The last words of the block that were written. */
  let last = '';

  /** A line may end before a mark that opens a quotation, though browsers would not break it there. */
  const text = (value: string): string => {
    const before = last;
    last = value;
    return escapeText(value).replace(QUOTE, (words, char: string, mark: string) =>
      HAN.test(char || before) ? `${char}<wbr>${mark}` : words,
    );
  };
  const linkTo = (
    to: EntryKey,
    { title, anchor, children }: { title?: string; anchor?: string; children: InlineNode[] },
  ): string => {
    const preview = previewed.has(to) ? undefined : previewOf(library.get(to), children);
    previewed.add(to);
    const address = href(pagePath(document), pagePath(to), anchor);
    return element(
      'a',
      { class: 'mention', href: address, title: title ?? preview },
      all(children),
    );
  };
  const one = (node: InlineNode): string => {
    switch (node.type) {
      case 'text':
        return text(node.value);
      case 'break':
        return '<br>';
      case 'note':
        return markTo(node.note.id, `注${node.note.number}`, markId(node.note));
      case 'noted':
        return element('span', { class: 'noted' }, all(node.children));
      case 'anchor':
        return element('span', { id: node.id }, all(node.children));
      case 'link':
        return element('a', { href: node.url, title: node.title }, all(node.children));
      case 'mention':
        return linkTo(node.to, node);
      case 'citation':
        return node.to === document
          ? element('a', { class: 'own-place', href: `#${node.anchor}` }, all(node.children))
          : linkTo(node.to, node);
      default:
        return element(ELEMENTS[node.type] ?? node.type, {}, all(node.children));
    }
  };
  const all = (nodes: readonly InlineNode[]): string => nodes.map(one).join('');
  return (nodes) => {
    last = '';
    return all(nodes);
  };
}
