/** A saved web page as a tree, and where in it its article stands: by the marks of government sites, else where most text is. */
import { parse, type DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import { ImportFault, MOST_DEPTH } from '../limits.ts';
import { solid } from '../received.ts';
import { allIn, element, elementsIn, type Attributes, type XmlElement } from './xml.ts';

/** What stands in these is never text of the page; of a style sheet the tree has it as the attribute `content`. */
const CODE = new Set(
  'script style noscript template iframe object svg textarea select math'.split(' '),
);

/** @throws ImportFault where elements stand in each other deeper than a page's do */
function treeOf({ tagName, attrs, childNodes }: Parse5.Element, depth = 0): XmlElement {
  if (depth > MOST_DEPTH)
    throw new ImportFault(
      `网页的元素套了 ${MOST_DEPTH} 层以上，不像一份公文，没有读。请另存其中的正文后再导入。`,
    );
  const set: Attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
  const inside = childNodes.flatMap((child): (XmlElement | string)[] => {
    if ('tagName' in child) return [treeOf(child, depth + 1)];
    return 'value' in child ? [child.value] : [];
  });
  return CODE.has(tagName)
    ? element(tagName, { ...set, content: inside.join('') })
    : element(tagName, set, inside);
}

/** By which names an article is known, the surest first; what part of the text it must have; which of several it is. */
const MARKS: readonly [names: RegExp, share: number, which: 'heaviest' | 'innermost'][] = [
  // How the systems of government sites and WeChat call the article itself, however short it is: TRS, UCAP, Dahan.
  [
    /^(UCAP-CONTENT|js_content|rich_media_content|zoom|zoomcon|TRS_Editor|TRS_UEDITOR|TRS_PreAppend|artibody|article_?con|article-?content|article-?body|xxgk-?content|pages_content|bt-content|ewb-article-info|news_?conent_two_text)$/iu,
    0,
    'heaviest',
  ],
  // Names that may also be those of a frame around it.
  [/^(<article>|view|main-?content|content-?text)$/iu, 0.5, 'heaviest'],
  // Names that may be those of a whole page.
  [
    /^(content|article|detail|news-?detail|news-?content|art|cont|con|text|zw|wenzhang|info-?content)$/iu,
    0.5,
    'innermost',
  ],
];
const namesOf = ({ name, attributes: set }: XmlElement): string[] =>
  `<${name}> ${set['id'] ?? ''} ${set['class'] ?? ''}`.split(/\s+/u);

/** Characters of an element that are not those of links; the article has nearly all of a page's. */
function weigh(root: XmlElement): (node: XmlElement) => number {
  const weights = new Map<XmlElement, number>();
  const walk = (node: XmlElement, linked: boolean): number => {
    const inLink = linked || node.name === 'a';
    let weight = 0;
    for (const child of node.children) {
      if ('children' in child) weight += walk(child, inLink);
      else if ('text' in child) weight += (inLink ? -1 : 1) * solid(child.text).length;
    }
    weights.set(node, weight);
    return weight;
  };
  walk(root, false);
  return (node) => weights.get(node) ?? 0;
}

/** @returns the element that holds the article; the body itself where the whole page is one */
function articleOf(body: XmlElement): XmlElement {
  const weight = weigh(body);
  const byWeight = (found: XmlElement[]): XmlElement[] =>
    found.sort((a, b) => weight(b) - weight(a));
  for (const [names, share, which] of MARKS) {
    const found = allIn(body).filter(
      (node) => weight(node) > weight(body) * share && namesOf(node).some((one) => names.test(one)),
    );
    const one = byWeight(found).at(which === 'heaviest' ? 0 : -1);
    if (one) return one;
  }
  for (let at = body; ;) {
    const [best] = byWeight(elementsIn(at));
    const goesOn = /^(div|section|main|article|td|tr|tbody|table|body|form|center)$/u;
    if (!best || !goesOn.test(best.name) || weight(best) < weight(at) * 0.85) return at;
    at = best;
  }
}

/**
 * The title that stands outside the article: in a heading, or in the words that the page tells to programs
 * (《政府网站发展指引》 asks for `ArticleTitle`).
 */
function headingOf(page: XmlElement, article: XmlElement): XmlElement | undefined {
  const [body = page] = allIn(page, 'body');
  const inside = new Set([article, ...allIn(article)]);
  const outside = (...names: string[]): XmlElement[] =>
    allIn(body, ...names).filter(
      (one) => !inside.has(one) && !allIn(one).includes(article) && one.text.trim(),
    );
  const title = solid(allIn(page, 'title')[0]?.text ?? '');
  const meta = allIn(page, 'meta').find(({ attributes: set }) =>
    /^(?:ArticleTitle|og:title)$/iu.test(set['name'] || set['property'] || ''),
  );
  const told = solid(meta?.attributes['content'] ?? '');
  const text = solid(article.text);
  const h1 = outside('h1').find((one) => !/[\u4e00-\u9fff]网$|^首页/u.test(one.text.trim()));
  if (h1 || (told && text.includes(told))) return h1;
  const titles = (words: string): boolean =>
    words.length >= 4 && !text.includes(words) && title.startsWith(words);
  return (
    ['h2', 'h3', 'p', 'div', 'td', 'span']
      .flatMap((name) => outside(name))
      .find((one) => solid(one.text) === told) ??
    outside('h2', 'h3').find((one) => titles(solid(one.text)))
  );
}

/**
 * @param source of the page
 * @returns the page, its body, and what of it is the document: its article, and the title of that where it stands elsewhere
 * @throws ImportFault where elements stand in each other deeper than a page's do
 */
export function readPage(source: string): {
  page: XmlElement;
  body: XmlElement;
  kept: XmlElement[];
} {
  const page = treeOf(parse(source).childNodes.find((one) => 'tagName' in one)!);
  const [body = page] = allIn(page, 'body');
  const article = articleOf(body);
  const heading = article === body ? undefined : headingOf(page, article);
  return { page, body, kept: heading ? [heading, article] : [article] };
}
