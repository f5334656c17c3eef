/** A document's body, parsed once into the blocks that everything after it takes: the tree is not kept. */
import type { PhrasingContent } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type BodyFault, bodyFaults, limitFault } from './body-faults.ts';
import { entryOfLink } from '../library/links.ts';
import { say } from '../library/problems/registry.ts';
import type { Block, Container, Mark } from '../library/types.ts';
import { type BlockNode, type BlockPlace, blocksOf, Numbering } from '../text/blocks.ts';
import { findPart } from '../text/parts.ts';
import { joinLines } from '../text/sentences.ts';
import { syntaxPlugins } from '../text/syntax.ts';

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

// The text of a block, and what is set apart in it: marks of Markdown, and links to entries.

const MARK_KINDS: Record<string, Mark['kind']> = {
  strong: 'strong',
  emphasis: 'emphasis',
  delete: 'delete',
  link: 'link',
  superscript: 'sup',
  subscript: 'sub',
  inlineCode: 'code',
  break: 'break',
};

/** Most blocks have neither: they share one empty list of each. */
const NO_MARKS: Mark[] = [];
const NO_LINKS: Block['links'] = [];

/**
 * @param node a block of the parsed tree
 * @returns its text as printed, without marks of Markdown, and where its marks and links stand in it
 */
export function inlineOf(node: BlockNode): Pick<Block, 'text' | 'marks' | 'links'> {
  const marks: Mark[] = [];
  const links: Block['links'] = [];
  let text = '';
  const walk = (child: PhrasingContent): void => {
    const start = text.length;
    const kind = MARK_KINDS[child.type];
    const mark: Mark | undefined = kind && { kind, start, end: start };
    if (mark) marks.push(mark);
    if (child.type === 'text' || child.type === 'inlineCode') text += joinLines(child.value);
    else if ('children' in child) (child.children as PhrasingContent[]).forEach(walk);
    if (mark) mark.end = text.length;
    if (mark && child.type === 'link') {
      mark.url = child.url;
      if (child.title) mark.title = child.title;
      const key = entryOfLink(child.url);
      const line = child.position?.start.line ?? 0;
      if (key && text.length > start) links.push({ start, end: text.length, key, line });
    }
  };
  (node.children as PhrasingContent[]).forEach(walk);
  return {
    text,
    marks: marks.length > 0 ? marks : NO_MARKS,
    links: links.length > 0 ? links : NO_LINKS,
  };
}

/** A block's text where nothing is set apart in it. */
export const plainInline = (text: string): Pick<Block, 'text' | 'marks' | 'links'> => ({
  text,
  marks: NO_MARKS,
  links: NO_LINKS,
});

// The quick way for a text of headings and paragraphs alone, as laws and notices are: what has no mark of
// Markdown needs no parser of Markdown. Whatever might mean more is left to the parser.

/** Anywhere in a line: marks, links, HTML, expressions, cells, references, addresses, a tab inside. */
const MARK = /[*_`[\]<>&{}|@\0\t]|~~|:\/\/|www\.|mailto:|xmpp:/iu;
/** At a line's beginning: headings, quotes, lists, rules, fences, columns of a table, modules of MDX. */
const BEGINNING = /^(?:[#>+\-=~:]|\d{1,9}[.)](?: |$)|(?:import|export)\b)/u;
/** At a line's end: a break that the author set. */
const BREAK = /(?: {2}|\\)$/u;
const HEADING = /^ {0,3}(#{1,6}) +([^#]*)$/u;
/** Any ASCII punctuation may be escaped. */
const ESCAPE = /\\([!-/:-@[-`{-~])/gu;
/** In place of what is escaped while marks are looked for. */
const LETTER = 'x';

const unescaped = (text: string): string =>
  text.includes('\\') ? text.replace(ESCAPE, '$1') : text;
const trimmed = (line: string): string => line.replace(/^[ \t]+|[ \t]+$/gu, '');

/** Whether a line is nothing but text, where it is not the last of its paragraph if `more` follows. */
function isPlain(line: string, more: boolean): boolean {
  if (more && BREAK.test(line)) return false;
  const sought = line.includes('\\') ? line.replace(ESCAPE, LETTER) : line;
  return !BEGINNING.test(sought) && !MARK.test(sought);
}

/**
 * Reads a body of headings and paragraphs.
 * @param source the body, with the lines of the frontmatter blank
 * @returns what the parser would make of it, or null where it has more than these
 */
export function plainBody(source: string): Body | null {
  const lines = source.split('\n');
  const blocks: Block[] = [];
  const numbering = new Numbering();
  for (let at = 0; at < lines.length; at++) {
    const first = trimmed(lines[at]!);
    if (first === '') continue;
    const line = at + 1;
    const [, signs, words] = HEADING.exec(lines[at]!) ?? [];
    if (signs && words !== undefined) {
      const title = trimmed(words);
      if (title === '' || !isPlain(title.replace(BEGINNING, LETTER), false)) return null;
      blocks.push({ ...numbering.heading(signs.length), line, ...plainInline(unescaped(title)) });
      continue;
    }
    const paragraph: string[] = [];
    for (; at < lines.length; at++) {
      const text = trimmed(lines[at]!);
      if (text === '') break;
      const more = trimmed(lines[at + 1] ?? '') !== '';
      const whole = more ? lines[at]!.replace(/^[ \t]+/u, '') : text;
      if (!isPlain(whole, more)) return null;
      paragraph.push(unescaped(text));
    }
    const text = joinLines(paragraph.join('\n'));
    blocks.push({ ...numbering.paragraph(), line, ...plainInline(text) });
  }
  return { blocks, containers: [], faults: [] };
}
