/** What a site prints beside an article of when and by whom the page was put up: not of the document. Pure. */
import type { ReceivedBlock } from '../received.ts';
import { isPublication } from '../recognise/lines.ts';

/** @returns the blocks, with lines of that kind put among what is left out */
export const withoutPublication = (blocks: ReceivedBlock[]): ReceivedBlock[] =>
  blocks.map((block) =>
    block.kind === 'paragraph' && isPublication(block.text)
      ? { kind: 'dropped', text: block.text, reason: '网页的发布信息' }
      : block,
  );
