/** A document's body, parsed once into the blocks that everything after it takes: the tree is not kept. */
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block, Container } from '../library/types.ts';
import { say } from '../library/problems/registry.ts';
import { blocksOf, type BlockPlace } from '../text/blocks.ts';
import { findPart } from '../text/parts.ts';
import { syntaxPlugins } from '../text/syntax.ts';
import { bodyFaults, limitFault, type BodyFault } from './body-faults.ts';
import { inlineOf } from './inline.ts';
import { plainBody } from './plain-body.ts';

const markdown = unified().use(remarkParse).use(syntaxPlugins).freeze();
const mdx = unified().use(remarkParse).use(remarkMdx).use(syntaxPlugins).freeze();

export interface Body {
  blocks: Block[];
  containers: Container[];
  /** Everything that an author must mend. */
  faults: BodyFault[];
}

function toBlock({ node, id, kind, number, part, depth }: BlockPlace): Block {
  return {
    id,
    kind,
    line: node.position?.start.line ?? 1,
    ...inlineOf(node),
    ...(number === undefined ? {} : { number }),
    ...(part === undefined ? {} : { part }),
    ...(findPart(part)?.head ? { head: true } : {}),
    ...(depth === undefined ? {} : { depth }),
  };
}

/**
 * Parses a body by the grammar of its format.
 * @param source the body, with the lines of the frontmatter blank
 * @param format `mdx`, or `md` for texts taken over as they are
 */
export function parseMarkdown(source: string, format: 'md' | 'mdx'): Body {
  const limit = limitFault(source);
  if (limit) return { blocks: [], containers: [], faults: [limit] };
  try {
    const tree = (format === 'mdx' ? mdx : markdown).parse(source);
    const faults = bodyFaults(tree);
    const { places, containers } = blocksOf(tree);
    return { blocks: places.map(toBlock), containers, faults };
  } catch (error) {
    const { line, reason } = error as { line?: number; reason?: string };
    if (error instanceof RangeError)
      return { blocks: [], containers: [], faults: [{ line: 1, ...say('body-too-deep') }] };
    if (reason === undefined) throw error;
    const fault = { line: line ?? 1, ...say('mdx-syntax', { reason }) };
    return { blocks: [], containers: [], faults: [fault] };
  }
}

/**
 * Parses a body; the parameters are those of `parseMarkdown`, and so is the result, in a tenth of the
 * time for a text of nothing but headings and paragraphs.
 */
export const parseBody = (source: string, format: 'md' | 'mdx'): Body =>
  plainBody(source) ?? parseMarkdown(source, format);
