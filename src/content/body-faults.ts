/**
 * What may not stand in a body: everything that the library could not search, quote, link or keep, and
 * every link that leads nowhere a reader should go.
 */
import type { Node, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import { entryOfLink, LINK_SCHEMES } from '../library/links.ts';
import { closestMatch } from '../library/names/names.ts';
import { say, type ProblemCode, type Said } from '../library/problems/registry.ts';
import {
  addressFault,
  forbiddenCharacter,
  hasControlCharacters,
  protocolOf,
} from '../text/safe-text.ts';
import { PARTS, findPart } from '../text/parts.ts';

export interface BodyFault extends Said {
  line: number;
}

/** Node types that become no block of a document. */
const REFUSED: Record<string, ProblemCode> = {
  html: 'body-html',
  code: 'body-code-block',
  image: 'body-image',
  definition: 'body-definition',
  footnoteDefinition: 'body-footnote',
};

/** `&#27;` is a control character only once the text is parsed. */
function characterFault(text: string): Said | null {
  const found = forbiddenCharacter(text);
  return found && say('character-forbidden', { character: found.character });
}

function elementFault(name: string): Said {
  const names = PARTS.map((part) => part.name);
  const listed = names.map((n) => `<${n}>`).join(' ');
  return say('part-unknown', { name, suggestion: closestMatch(name, names), names: listed });
}

/** Links lead to entries, to web pages, to mail, or to a place beside: never to a script. */
function linkFault(url: string): Said | null {
  if (entryOfLink(url)) return null;
  const reason = addressFault(url);
  if (reason === null) return null;
  const scheme = protocolOf(url) === null ? undefined : /^\s*([^:]+):/u.exec(url)?.[1];
  if (!scheme || /^(?:https?|mailto)$/iu.test(scheme) || hasControlCharacters(url))
    return say('link-address', { url, reason });
  const suggestion = closestMatch(scheme, LINK_SCHEMES);
  return say('link-scheme', { url, scheme, suggestion, schemes: LINK_SCHEMES.join('、') });
}

function faultOf(node: Node): Said | null {
  const { type } = node;
  if (type === 'link') return linkFault((node as { url: string } & Node).url);
  if (type === 'text' || type === 'inlineCode')
    return characterFault((node as { value: string } & Node).value);
  if (type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement') {
    const { name, attributes } = node as MdxJsxFlowElement;
    if (!findPart(name)) return elementFault(name ?? '');
    return attributes.length ? say('part-attribute', { name }) : null;
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

/**
 * What would keep the parser busy for minutes, looked for before it is asked.
 * @param source a body
 */
export function limitFault(source: string): BodyFault | null {
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

/**
 * @param tree a parsed body
 * @returns everything in it that an author must mend, in order
 */
export function bodyFaults(tree: Root): BodyFault[] {
  const faults: BodyFault[] = [];
  visit(tree, (node) => {
    const fault = faultOf(node);
    if (fault) faults.push({ line: node.position?.start.line ?? 1, ...fault });
  });
  return faults;
}
