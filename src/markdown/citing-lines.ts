/** How a reader takes a paragraph away: its number, which is its link, and its citation. */
import type { Block } from '../library/types.ts';
import { citation } from '../site/citation.ts';
import type { DocumentContext } from './document-context.ts';
import { element, label, type Child } from './elements.ts';

/** A button that a script shows and serves; its name says which paragraph it is for. */
const copyButton = (words: string, place: string, copied: string): Child =>
  element(
    'button',
    {
      type: 'button',
      className: ['copy'],
      dataCopy: copied,
      ariaLabel: `${words}：${place}`,
      hidden: true,
    },
    [words],
  );

/**
 * @param number the number that a reader cites
 * @returns the paragraph's number, and the line that is shown when it is pointed at or followed
 */
export function citingLines(context: DocumentContext, block: Block, number: number): Child[] {
  const { library, document, config } = context;
  const words = citation(library, document, block, config.address);
  const place = `第${number}段`;
  return [
    element(
      'a',
      {
        className: ['paragraph-number'],
        href: `#${block.id}`,
        ariaLabel: place,
        dataUnindexed: '',
      },
      [String(number)],
    ),
    element('p', { className: ['cite'], dataUnindexed: '' }, [
      label('引用'),
      ' ',
      element('span', { className: ['citation'] }, [words]),
      ' ',
      copyButton('复制引文', place, words),
      ' ',
      copyButton('复制链接', place, `#${block.id}`),
    ]),
  ];
}
