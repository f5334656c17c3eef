/** Where in a saved web page its article stands: by the marks of government sites, else where most text is. */
import type { DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
export const attribute = (node: Element, name: string): string =>
  node.attrs.find((attr) => attr.name === name)?.value ?? '';

/** Never text, whatever stands in them. */
export const CODE = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'iframe',
  'object',
  'svg',
  'textarea',
  'select',
]);

/** @returns the text below a node, code left out */
export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (isElement(node) && CODE.has(node.tagName)) return '';
  return childrenOf(node).map(textOf).join('');
}

/** How the common systems of government sites call the article: TRS, UCAP, Dahan. */
const NAMED =
  /^(UCAP-CONTENT|zoom|Zoom|zoomcon|article-?(content|body|con)|TRS_Editor|TRS_UEDITOR|view|pages_content|bt-content|main-?content|content-?text|xxgk-?content)$/iu;

/** Names that may also be those of a whole page: the innermost that holds most of the text is the article. */
const GENERAL = /^(content|article|detail|news-?detail|news-?content|art|cont|con|text)$/iu;

const called = (node: Element, names: RegExp): boolean =>
  [attribute(node, 'id'), ...attribute(node, 'class').split(/\s+/u)].some((name) =>
    names.test(name),
  );
const named = (node: Element): boolean => node.tagName === 'article' || called(node, NAMED);

function all(node: Node): Element[] {
  return childrenOf(node).flatMap((child) =>
    isElement(child) && !CODE.has(child.tagName) ? [child, ...all(child)] : [],
  );
}

const linkText = (node: Node): number =>
  all(node)
    .filter(({ tagName }) => tagName === 'a')
    .reduce((sum, a) => sum + textOf(a).trim().length, 0);

/** Text that is not links; the article has nearly all of a page's. */
const weight = (node: Node): number =>
  textOf(node).replace(/\s+/gu, '').length - 2 * linkText(node);

/**
 * @param body the page's body
 * @returns the element that holds the article; the body itself where the whole page is one
 */
export function articleOf(body: Element): Element {
  const total = weight(body);
  const marked = all(body)
    .filter(named)
    .sort((a, b) => weight(b) - weight(a))[0];
  if (marked && weight(marked) > total * 0.5) return marked;
  const general = all(body)
    .filter((node) => called(node, GENERAL) && weight(node) > total * 0.5)
    .sort((a, b) => weight(a) - weight(b))[0];
  if (general) return general;
  let at = body;
  for (;;) {
    const children = childrenOf(at).filter(isElement);
    const [best] = children.toSorted((a, b) => weight(b) - weight(a));
    const goesOn =
      best && /^(div|section|main|article|td|tr|tbody|table|body|form|center)$/u.test(best.tagName);
    if (!goesOn || weight(best) < weight(at) * 0.85) return at;
    at = best;
  }
}
