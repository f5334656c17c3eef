/** The links of a document: names found by the graph, links written by authors, and their previews. */
import type { Link } from 'mdast';
import { visit } from 'unist-util-visit';
import { entryOfLink } from '../library/links.ts';
import type { Entry, EntryKey, Library } from '../library/types.ts';
import { dateLabel } from '../site/dates.ts';
import { knownField } from '../site/facts.ts';
import { collectionLabels } from '../site/labels.ts';
import { href, pagePath } from '../site/urls.ts';
import type { BlockNode } from '../text/blocks.ts';
import { APPARATUS, element, type Child } from './elements.ts';
import type { Marking } from './marking.ts';

/** Title, kind and one sentence: shown by style alone while the link before it is pointed at. */
function preview(entry: Entry): Child {
  const meta = [knownField(entry, 'number')?.text, dateLabel(entry)].filter(Boolean).join('·');
  const kind = element('i', {}, [collectionLabels[entry.collection]]);
  return element('span', { className: ['preview'], ...APPARATUS }, [
    element('b', {}, [entry.title]),
    element('span', { className: ['preview-meta'] }, [kind, ...(meta ? [` ${meta}`] : [])]),
    ...(entry.summary ? [element('span', {}, [entry.summary])] : []),
  ]);
}

const linkProperties = (from: EntryKey, to: Entry) => ({
  className: ['mention'],
  href: href(pagePath(from), pagePath(to.key)),
  dataKind: to.collection,
});

/** The markings that turn a block's mentions into links. */
export function mentionMarkings(library: Library, document: Entry, at: number): Marking[] {
  const block = document.blocks[at];
  if (!block) return [];
  return library.mentionsIn(block).map(({ start, end, key }) => {
    const to = library.get(key);
    const wrap = (children: Child[]): Child[] => [
      element('a', linkProperties(document.key, to), children),
      preview(to),
    ];
    return { start, end, wrap };
  });
}

/** Points the links that an author wrote, `[words](term:seven-ones)`, to the entries' pages. */
export function resolveLinks(library: Library, document: Entry, node: BlockNode): void {
  visit(node as never, 'link', (link: Link, index: number, parent: { children: unknown[] }) => {
    const key = entryOfLink(link.url);
    if (!key) return;
    const to = library.get(key);
    const { href: url, ...properties } = linkProperties(document.key, to);
    link.url = url;
    link.data = { ...link.data, hProperties: properties };
    parent.children.splice(index + 1, 0, preview(to));
  });
}
