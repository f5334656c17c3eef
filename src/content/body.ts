/**
 * A document's body, parsed once into the blocks that everything after it takes, with what may not stand in it: everything that
 * the library could not search, quote, link or keep, and every link that leads nowhere a reader should go.
 */
import type { Node, PhrasingContent, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { closestMatch } from '../library/names/names.ts';
import { say, type ProblemCode, type Said } from '../library/problems/registry.ts';
import { entryOfLink, LINK_KINDS, type Block, type Entry, type Mark } from '../library/types.ts';
import { type MarkdownBlock, type BlockPlace, blocksOf, Numbering } from '../text/blocks.ts';
import { PARTS, findPart } from '../text/parts.ts';
import {
  addressFault,
  forbiddenCharacter,
  hasControlCharacters,
  protocolOf,
} from '../text/safe-text.ts';
import { joinLines } from '../text/sentences.ts';
import { syntaxPlugins } from '../text/syntax.ts';

const markdown = unified().use(remarkParse).use(syntaxPlugins).freeze();
const mdx = unified().use(remarkParse).use(remarkMdx).use(syntaxPlugins).freeze();

type Fault = Said & { line: number };

export interface Body {
  blocks: Block[];
  tree?: Entry['tree'];
  /** Everything that an author must mend, in order. */
  faults: Fault[];
}

function toBlock({ node, ...place }: BlockPlace): Block {
  const line = node.position?.start.line ?? 1;
  const head = findPart(place.part)?.head && { head: true };
  return { ...place, line, ...inlineOf(node), ...head };
}

const refused = (line: number, said: Said): Body => ({ blocks: [], faults: [{ line, ...said }] });

/**
 * Parses a body by the grammar of its format.
 * @param source the body, with the lines of the frontmatter blank
 * @param format `mdx`, or `md` for texts taken over as they are
 */
export function parseMarkdown(source: string, format: 'md' | 'mdx'): Body {
  const limit = limitFault(source);
  if (limit) return refused(limit.line, limit);
  try {
    const root = (format === 'mdx' ? mdx : markdown).parse(source);
    const faults = faultsIn(root);
    const { places, tree } = blocksOf(root);
    const flat = tree.every(({ type }) => type === 'block');
    return { blocks: places.map(toBlock), ...(!flat && { tree }), faults };
  } catch (error) {
    const { line, reason } = error as { line?: number; reason?: string };
    if (error instanceof RangeError) return refused(1, say('body-too-deep'));
    if (reason === undefined) throw error;
    return refused(line ?? 1, say('mdx-syntax', { reason }));
  }
}

/** Parses a body, the quick way where it has nothing but headings and paragraphs; all else is as of `parseMarkdown`. */
export const parseBody = (source: string, format: 'md' | 'mdx'): Body =>
  plainBody(source) ?? parseMarkdown(source, format);

// What may not stand in a body.

/** Node types that become no block of a document. */
const REFUSED: Record<string, ProblemCode> = {
  html: 'body-html',
  code: 'body-code-block',
  image: 'body-image',
  definition: 'body-definition',
  footnoteDefinition: 'body-footnote',
};

/** Links lead to entries, to web pages, to mail, or to a place beside: never to a script. */
function linkFault(url: string): Said | null {
  if (entryOfLink(url)) return null;
  const reason = addressFault(url);
  if (reason === null) return null;
  const scheme = protocolOf(url) === null ? undefined : /^\s*([^:]+):/u.exec(url)?.[1];
  if (!scheme || /^(?:https?|mailto)$/iu.test(scheme) || hasControlCharacters(url))
    return say('link-address', { url, reason });
  const schemes = Object.values(LINK_KINDS);
  const suggestion = closestMatch(scheme, schemes);
  return say('link-scheme', { url, scheme, suggestion, schemes: schemes.join('、') });
}

function faultOf(node: Node): Said | null {
  const { type } = node;
  if (type === 'link') return linkFault((node as { url: string } & Node).url);
  if (type === 'text' || type === 'inlineCode') {
    // `&#27;` is a control character only once the text is parsed.
    const found = forbiddenCharacter((node as { value: string } & Node).value);
    return found && say('character-forbidden', { character: found.character });
  }
  if (type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement') {
    const { name, attributes } = node as MdxJsxFlowElement;
    if (findPart(name)) return attributes.length ? say('part-attribute', { name }) : null;
    const names = PARTS.map((part) => part.name);
    const listed = names.map((one) => `<${one}>`).join(' ');
    return say('part-unknown', {
      name,
      suggestion: closestMatch(name ?? '', names),
      names: listed,
    });
  }
  if (type.startsWith('mdx')) return say('body-code');
  const code = REFUSED[type];
  return code ? say(code) : null;
}

/** What stands before a line's own words: signs of quotes and lists, and the space between them. */
const BEFORE_WORDS = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/u;
const MOST_BEFORE_WORDS = 200;
/** The parser holds each sign of emphasis against all others of its paragraph: these take it half a second. */
const MOST_SIGNS = 2000;

/** What would keep the parser busy for minutes, looked for before it is asked. */
function limitFault(source: string): Fault | null {
  let [signs, squares] = [0, 0];
  for (const [i, text] of source.split('\n').entries()) {
    const line = i + 1;
    if (BEFORE_WORDS.exec(text)![0].length > MOST_BEFORE_WORDS)
      return { line, ...say('body-too-deep') };
    const alone = text.trim() === '' || text.startsWith('|');
    if (alone) squares += signs ** 2;
    signs = (alone ? 0 : signs) + (text.match(/[*_]+|~{2,}/gu)?.length ?? 0);
    if (squares + signs ** 2 > MOST_SIGNS ** 2)
      return { line, ...say('body-too-many-signs', { count: MOST_SIGNS }) };
  }
  return null;
}

function faultsIn(tree: Root): Fault[] {
  const faults: Fault[] = [];
  visit(tree, (node) => {
    const fault = faultOf(node);
    if (fault) faults.push({ line: node.position?.start.line ?? 1, ...fault });
  });
  return faults;
}

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
function inlineOf(node: MarkdownBlock): Pick<Block, 'text' | 'marks' | 'links'> {
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
    const end = text.length;
    if (mark) mark.end = end;
    if (mark && child.type === 'link') {
      Object.assign(mark, { url: child.url }, child.title && { title: child.title });
      const key = entryOfLink(child.url);
      if (key && end > start) links.push({ start, end, key, line: child.position!.start.line });
    }
  };
  (node.children as PhrasingContent[]).forEach(walk);
  return { text, marks: marks.length ? marks : NO_MARKS, links: links.length ? links : NO_LINKS };
}

// The quick way for a text of headings and paragraphs alone, as laws and notices are: what has no mark of Markdown needs no
// parser of Markdown (3,384 laws: 20 s with it, 0.3 s without). Whatever might mean more is left to the parser.

/** A line that is words alone: `## ` of a heading, then signs that are escaped or cannot be a mark, and no address. */
const PLAIN =
  /^(?:(#{1,6}) )?(?![-+=:~ ]|\d+[.)]|(?:import|export)\b|.*(?:www\.|:\/\/|~~| $))((?:[^*_`[\]<>&{}|@#\\\0\t]|\\[!-/:-@[-`{-~])+)$/iu;
/** Any ASCII punctuation may be escaped. */
const ESCAPE = /\\([!-/:-@[-`{-~])/gu;

/**
 * Reads a body of headings and paragraphs, each on a line of its own.
 * @param source the body, with the lines of the frontmatter blank
 * @returns what the parser would make of it, or null where it has more than these
 */
export function plainBody(source: string): Body | null {
  const blocks: Block[] = [];
  const numbering = new Numbering();
  let paragraph = false;
  for (const [at, line] of source.split('\n').entries()) {
    const [plain, signs, words = ''] = PLAIN.exec(line) ?? [];
    if (line !== '' && (!plain || (paragraph && !signs))) return null;
    paragraph = line !== '' && !signs;
    if (line === '') continue;
    const numbered = signs ? numbering.heading(signs.length) : numbering.paragraph();
    const text = words.replace(ESCAPE, '$1');
    blocks.push({ ...numbered, line: at + 1, text, marks: NO_MARKS, links: NO_LINKS });
  }
  return { blocks, faults: [] };
}
