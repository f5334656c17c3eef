/** A document as plain text: its words as printed, one block a line, with the marks of its lists; nothing added but its title. */
import { printedTitle } from '../views/known-fields.ts';
import type { Entry } from '../library/types.ts';
import { withoutControlCharacters } from '../text/safe-text.ts';
import { blockTree, type BlockNode } from '../library/block-tree.ts';

function linesOf(document: Entry, nodes: readonly BlockNode[]): string[] {
  const words = (at: number): string => document.blocks[at]!.text;
  return nodes.flatMap((node): string[] => {
    switch (node.type) {
      case 'block':
        return [words(node.at)];
      case 'quote':
        return linesOf(document, node.children);
      case 'table':
        return node.rows.map((cells) => cells.map(words).join('\t'));
      case 'list':
        return node.items.flatMap((item, i) => {
          const [first = '', ...rest] = linesOf(document, item);
          return [`${node.start === undefined ? '-' : `${node.start + i}.`} ${first}`, ...rest];
        });
      case 'rule':
        return [];
    }
  });
}

/**
 * @param document an entry with text
 * @returns UTF-8 text that begins with a byte-order mark, for old programs of Windows
 */
export function plainText(document: Entry): string {
  const title = printedTitle(document) ? [] : [document.title, ''];
  const text = [...title, ...linesOf(document, blockTree(document))].map(withoutControlCharacters);
  return `\uFEFF${text.join('\n')}\n`;
}
