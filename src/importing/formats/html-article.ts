/** Where in a saved web page its article stands: by the marks of government sites, else where most text is. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { ImportFault, MOST_DEPTH } from '../limits.ts';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
export const attribute = (node: Element, name: string): string =>
  node.attrs.find((attr) => attr.name === name)?.value ?? '';

/** Never text, whatever stands in them. */
export const CODE = new Set(
  'script style noscript template head iframe object svg textarea select math'.split(' '),
);

/** @returns the text below a node, code left out */
export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (isElement(node) && CODE.has(node.tagName)) return '';
  return childrenOf(node).map(textOf).join('');
}

/** @returns every element below, in order */
export const all = (node: Node, wanted: (element: Element) => boolean = () => true): Element[] =>
  childrenOf(node).flatMap((child) =>
    isElement(child) ? [...(wanted(child) ? [child] : []), ...all(child, wanted)] : [],
  );

/** @throws ImportFault where elements stand in each other deeper than a page's do; asked before anything goes down there */
export function checkDepth(page: Node): void {
  let level: Node[] = [page];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_DEPTH)
      throw new ImportFault(
        `网页的元素套了 ${MOST_DEPTH} 层以上，不像一份公文，没有读。请另存其中的正文后再导入。`,
      );
    level = level.flatMap(childrenOf);
  }
}

/** How the systems of government sites and WeChat call the article itself, however short it is: TRS, UCAP, Dahan. */
const OWN =
  /^(UCAP-CONTENT|js_content|rich_media_content|zoom|zoomcon|TRS_Editor|TRS_UEDITOR|TRS_PreAppend|artibody|article_?con|article-?content|article-?body|xxgk-?content|pages_content|bt-content|ewb-article-info|news_?conent_two_text)$/iu;
/** Names that may also be those of a frame around it: they hold where most of the text is. */
const USUAL = /^(view|main-?content|content-?text)$/iu;
/** Names that may be those of a whole page: the innermost that holds most of the text is the article. */
const GENERAL =
  /^(content|article|detail|news-?detail|news-?content|art|cont|con|text|zw|wenzhang|info-?content)$/iu;

const called = (node: Element, names: RegExp): boolean =>
  [attribute(node, 'id'), ...attribute(node, 'class').split(/\s+/u)].some((name) =>
    names.test(name),
  );

/** Text that is not links, of every element; the article has nearly all of a page's. */
function weigh(root: Node): (node: Node) => number {
  const weights = new Map<Node, number>();
  const walk = (node: Node, linked: boolean): number => {
    let weight = 0;
    if (node.nodeName === '#text') {
      const solid = textOf(node).replace(/\s+/gu, '').length;
      weight = linked ? -solid : solid;
    } else if (!isElement(node) || !CODE.has(node.tagName)) {
      const inLink = linked || (isElement(node) && node.tagName === 'a');
      for (const child of childrenOf(node)) weight += walk(child, inLink);
    }
    weights.set(node, weight);
    return weight;
  };
  walk(root, false);
  return (node) => weights.get(node) ?? 0;
}

/**
 * @param body the page's body
 * @returns the element that holds the article; the body itself where the whole page is one
 */
export function articleOf(body: Element): Element {
  const weight = weigh(body);
  const total = weight(body);
  const elements = all(body, ({ tagName }) => !CODE.has(tagName));
  const heaviest = (found: Element[]): Element | undefined =>
    found.toSorted((a, b) => weight(b) - weight(a))[0];
  const own = heaviest(elements.filter((node) => called(node, OWN)));
  if (own && weight(own) > 0) return own;
  const usual = heaviest(
    elements.filter((node) => node.tagName === 'article' || called(node, USUAL)),
  );
  if (usual && weight(usual) > total * 0.5) return usual;
  const general = elements
    .filter((node) => called(node, GENERAL) && weight(node) > total * 0.5)
    .sort((a, b) => weight(a) - weight(b))[0];
  if (general) return general;
  let at = body;
  for (;;) {
    const best = heaviest(childrenOf(at).filter(isElement));
    const goesOn =
      best && /^(div|section|main|article|td|tr|tbody|table|body|form|center)$/u.test(best.tagName);
    if (!goesOn || weight(best) < weight(at) * 0.85) return at;
    at = best;
  }
}
