/**
 * Renders a document as the library reads it: anchors on every block, links on every name, notes and
 * citation in the margin. Adds nothing to the text but what is marked `data-editorial`.
 */
import type { Node, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Block, Entry, EntryKey, Library } from '../library/types.ts';
import type { LibraryConfig } from '../schemas/library.ts';
import { keyOfFile } from '../reading/content-folder.ts';
import { blocksOf, prepare, type BlockPlace } from '../text/blocks.ts';
import { partNamed } from '../text/parts.ts';
import { element, type Child } from './elements.ts';
import { allowBreaks } from './line-breaks.ts';
import { margin } from './margin.ts';
import { mark, type Marking } from './marking.ts';
import { mentionMarkings, resolveLinks } from './mention-links.ts';

export interface DocumentOptions {
  /** Asked anew for every document, so that a changed library is seen. */
  current: () => { library: Library; config: LibraryConfig };
  /** The content folder. */
  folder: string;
}

/**
 * The entry that a file is, or null for a file that is not content.
 * @throws Error for a file of the content that the library does not hold
 */
function entryAt(library: Library, folder: string, file: VFile): Entry | null {
  const key = keyOfFile(folder, file.path ?? '');
  return key === null ? null : library.get(key as EntryKey);
}

const noteMarkings = (library: Library, block: Block): Marking[] =>
  library.notesOn(block).map(({ start, end }) => ({
    start,
    end,
    wrap: (children) => [element('span', { className: ['noted'] }, children)],
  }));

/** The element of the block itself. */
function blockElement(place: BlockPlace, children: Child[]): Child {
  const { id, kind, number, depth } = place;
  const part = partNamed(place.part);
  if (part) {
    const className = ['part', `part-${part.id}`];
    return element(part.element, { id, className, dataUnit: part.label }, children);
  }
  if (kind === 'heading') {
    return element(
      `h${depth}`,
      { id, className: ['section-heading'], dataUnit: '小标题' },
      children,
    );
  }
  return element('p', { id, dataUnit: number === undefined ? '表' : `第${number}段` }, children);
}

function replace(place: BlockPlace, by: Child): void {
  const at = place.parent.children.indexOf(place.node as Node);
  place.parent.children[at] = by as Node;
}

/** @returns the plugin, for Markdown and MDX alike */
export function remarkDocument({ current, folder }: DocumentOptions) {
  return (tree: Root, file: VFile): void => {
    const { library, config } = current();
    const document = entryAt(library, folder, file);
    if (!document) return;
    prepare(tree);
    blocksOf(tree).forEach((place, at) => {
      const block = document.blocks[at];
      if (block?.id !== place.id)
        throw new Error(`${document.file}: the page and the graph disagree on block ${place.id}`);
      const { node } = place;
      mark(node, [...mentionMarkings(library, document, at), ...noteMarkings(library, block)]);
      resolveLinks(library, document, node);
      allowBreaks(node);
      if (node.type === 'tableCell') {
        node.children = [
          element('span', { id: place.id, dataUnit: '表' }, node.children as Child[]),
        ] as never;
        return;
      }
      const own = blockElement(place, node.children as Child[]);
      const aside = margin({ library, config, document }, block);
      const plain = place.kind === 'heading' || !aside;
      replace(place, plain ? own : element('div', { className: ['paragraph'] }, [own, aside]));
    });
  };
}
