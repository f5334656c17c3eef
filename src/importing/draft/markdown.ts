/** A draft as the body of an entry: Markdown whose parsed text is the received text, whatever stands in it. */
import type { PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { EMPHASIS, LEVEL, LOWERED, RAISED, STRONG, STRUCK } from '../received.ts';
import type { Draft, DraftBlock } from '../recognise/draft.ts';

const writer = unified()
  .use(remarkStringify, { bullet: '-', rule: '-' })
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .use(remarkMdx)
  .freeze();

const ELEMENTS: Record<string, string> = { [RAISED]: 'sup', [LOWERED]: 'sub' };
const NODES: Record<string, string> = {
  [STRUCK]: 'delete',
  [STRONG]: 'strong',
  [EMPHASIS]: 'emphasis',
};

/** Words as nodes; what is raised, lowered, struck out or emphasised in nodes of its own. */
function words(text: string): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  const stack = [out];
  for (const piece of text.split(/([\ue8f2-\ue8f7])/u)) {
    const name = ELEMENTS[piece];
    const type = NODES[piece];
    if (piece === LEVEL) {
      if (stack.length > 1) stack.pop();
    } else if (name ?? type) {
      const children: PhrasingContent[] = [];
      stack
        .at(-1)!
        .push(
          (type
            ? { type, children }
            : { type: 'mdxJsxTextElement', name, attributes: [], children }) as never,
        );
      stack.push(children);
    } else if (piece) stack.at(-1)!.push({ type: 'text', value: piece });
  }
  return out;
}

const row = (cells: string[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({ type: 'tableCell', children: words(cell) })),
});

function nodeOf(block: DraftBlock): RootContent {
  switch (block.kind) {
    case 'part': {
      const element = {
        type: 'mdxJsxTextElement',
        name: block.part,
        attributes: [],
        children: words(block.text),
      };
      return { type: 'paragraph', children: [element as never] };
    }
    case 'heading':
      return { type: 'heading', depth: block.depth as 2, children: words(block.text) };
    case 'table':
      return { type: 'table', children: block.rows.map(row) };
    case 'paragraph':
      return { type: 'paragraph', children: words(block.text) };
  }
}

/** A paragraph that begins as a line of code does, `import a`, is words: its first letter is written as a reference. */
const noCode = (line: string): string =>
  line.replace(
    /^[ie](?=(?:mport|xport)\b)/u,
    (letter) => `&#x${letter.charCodeAt(0).toString(16)};`,
  );

/** One paragraph a line, however it was broken: a line break is no text. */
const oneLine = (text: string): string => text.replace(/\s*[\n\r\u2028\u2029]\s*/gu, ' ').trim();

function flat(block: DraftBlock): DraftBlock {
  if (block.kind !== 'table') return { ...block, text: oneLine(block.text) };
  return { ...block, rows: block.rows.map((cells) => cells.map(oneLine)) };
}

/**
 * Writes a draft's body. Markup, braces and marks of Markdown in the text are escaped.
 * @returns the body, ending in a line break, and for each block of the draft its line in the body, from 0
 */
export function bodyOf(draft: Draft): { body: string; lines: number[] } {
  const lines: number[] = [];
  let body = '';
  for (const block of draft.blocks) {
    const root: Root = { type: 'root', children: [nodeOf(flat(block))] };
    lines.push(body.split('\n').length - 1);
    body += `${noCode(writer.stringify(root).trim())}\n\n`;
  }
  return { body: body.replace(/\n+$/u, '\n'), lines };
}
