/** A document's body, parsed into the blocks that quotations and links refer to. */
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { entryOfLink } from '../library/links.ts';
import type { Block } from '../library/types.ts';
import { blocksOf, prepare, textRuns, type BlockPlace } from '../text/blocks.ts';
import { partNamed } from '../text/parts.ts';
import { syntaxPlugins } from '../text/syntax.ts';
import { bodyFaults, type BodyFault } from './body-faults.ts';

const markdown = unified().use(remarkParse).use(syntaxPlugins).freeze();
const mdx = unified().use(remarkParse).use(remarkMdx).use(syntaxPlugins).freeze();

function toBlock(place: BlockPlace): Block {
  const { node, id, kind, number, part, depth } = place;
  const runs = textRuns(node);
  const links: Block['links'] = [];
  for (const { url, start, node: run, line } of runs) {
    const key = url === undefined ? null : entryOfLink(url);
    const last = links.at(-1);
    if (key && last?.key === key && last.end === start) last.end += run.value.length;
    else if (key) links.push({ start, end: start + run.value.length, key, line });
  }
  return {
    id,
    kind,
    text: runs.map((run) => run.node.value).join(''),
    line: node.position?.start.line ?? 1,
    links,
    ...(number === undefined ? {} : { number }),
    ...(part === undefined ? {} : { part }),
    ...(partNamed(part)?.head ? { head: true } : {}),
    ...(depth === undefined ? {} : { depth }),
  };
}

/**
 * Parses a body.
 * @param source the body, with the lines of the frontmatter blank
 * @param format `mdx`, or `md` for texts taken over as they are
 * @returns its blocks and everything in it that an author must mend
 */
export function parseBody(
  source: string,
  format: 'md' | 'mdx',
): { blocks: Block[]; faults: BodyFault[] } {
  try {
    const tree = (format === 'mdx' ? mdx : markdown).parse(source);
    prepare(tree);
    return { blocks: blocksOf(tree).map(toBlock), faults: bodyFaults(tree) };
  } catch (error) {
    const { line, reason } = error as { line?: number; reason?: string };
    if (reason === undefined) throw error;
    const fault = {
      line: line ?? 1,
      message: `MDX 语法错误：${reason}`,
      hint: '字面的 { 和 < 请写成 \\{ 和 \\<；公文要素须成对，如 <Addressee>…</Addressee>',
    };
    return { blocks: [], faults: [fault] };
  }
}
