/** A saved web page as a tree, and where in it its article stands: by the marks of government sites, else where most text is. */
import { parse, type DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import { ImportFault, MOST_DEPTH } from '../limits.ts';
import { solid } from '../received.ts';
import { allIn, element, elementsIn, type Attributes, type XmlElement } from './xml.ts';

/** What stands in these is never text of the page; the tree has it as their attribute `content`. */
const CODE = new Set(
  'script style noscript template head iframe object svg textarea select math'.split(' '),
);

type Kept = XmlElement | string;
const contentOf = (node: Parse5.Node): string =>
  'value' in node
    ? node.value
    : 'childNodes' in node
      ? node.childNodes.map(contentOf).join('')
      : '';

/** What a list of choices shows: the chosen one, or the first. */
function chosenIn(select: Parse5.Element): string {
  const options = select.childNodes.flatMap((one) => (one.nodeName === 'option' ? [one] : []));
  const isChosen = (one: Parse5.Node): boolean =>
    'attrs' in one && one.attrs.some(({ name }) => name === 'selected');
  const one = options.find(isChosen) ?? options[0];
  return one ? contentOf(one) : '';
}

/** @throws ImportFault where elements stand in each other deeper than a page's do */
function treeOf(node: Parse5.Node, depth = 0): Kept[] {
  if (depth > MOST_DEPTH)
    throw new ImportFault(
      `网页的元素套了 ${MOST_DEPTH} 层以上，不像一份公文，没有读。请另存其中的正文后再导入。`,
    );
  if (node.nodeName === '#text') return [contentOf(node)];
  const inside = 'childNodes' in node ? node.childNodes : [];
  if (!('tagName' in node)) return inside.flatMap((child) => treeOf(child, depth + 1));
  const { tagName, attrs } = node;
  const set: Attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
  if (tagName === 'head' || !CODE.has(tagName))
    return [
      element(
        tagName,
        set,
        inside.flatMap((child) => treeOf(child, depth + 1)),
      ),
    ];
  return [
    element(tagName, { ...set, content: tagName === 'select' ? chosenIn(node) : contentOf(node) }),
  ];
}

/** How the systems of government sites and WeChat call the article itself, however short it is: TRS, UCAP, Dahan. */
const OWN =
  /^(UCAP-CONTENT|js_content|rich_media_content|zoom|zoomcon|TRS_Editor|TRS_UEDITOR|TRS_PreAppend|artibody|article_?con|article-?content|article-?body|xxgk-?content|pages_content|bt-content|ewb-article-info|news_?conent_two_text)$/iu;
/** Names that may also be those of a frame around it: they hold where most of the text is. */
const USUAL = /^(view|main-?content|content-?text)$/iu;
/** Names that may be those of a whole page: the innermost that holds most of the text is the article. */
const GENERAL =
  /^(content|article|detail|news-?detail|news-?content|art|cont|con|text|zw|wenzhang|info-?content)$/iu;

const called = ({ attributes: set }: XmlElement, names: RegExp): boolean =>
  `${set['id'] ?? ''} ${set['class'] ?? ''}`.split(/\s+/u).some((name) => names.test(name));

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
  const most = (of: number, found: XmlElement[]): XmlElement[] =>
    found.filter((node) => weight(node) > of).sort((a, b) => weight(b) - weight(a));
  const half = weight(body) * 0.5;
  const elements = allIn(body);
  const [own] = most(
    0,
    elements.filter((node) => called(node, OWN)),
  );
  if (own) return own;
  const [usual] = most(
    half,
    elements.filter((node) => node.name === 'article' || called(node, USUAL)),
  );
  if (usual) return usual;
  const general = most(
    half,
    elements.filter((node) => called(node, GENERAL)),
  ).at(-1);
  if (general) return general;
  for (let at = body; ;) {
    const [best] = most(weight(at) * 0.85, elementsIn(at));
    if (
      !best ||
      !/^(div|section|main|article|td|tr|tbody|table|body|form|center)$/u.test(best.name)
    )
      return at;
    at = best;
  }
}

/**
 * The title that stands outside the article: in a heading, or in the words that the page tells to programs
 * (《政府网站发展指引》 asks for `ArticleTitle`).
 */
function headingOf(
  page: XmlElement,
  body: XmlElement,
  article: XmlElement,
): XmlElement | undefined {
  const inside = new Set(allIn(article));
  const outside = allIn(body).filter(
    (one) =>
      one !== article && !inside.has(one) && !allIn(one).includes(article) && one.text.trim(),
  );
  const title = solid(
    allIn(page, 'title')
      .map((one) => one.text)
      .join(''),
  );
  const meta = allIn(page, 'meta').find(({ attributes: set }) =>
    /^(?:ArticleTitle|og:title)$/iu.test(set['name'] || set['property'] || ''),
  );
  const told = solid(meta?.attributes['content'] ?? '');
  const text = solid(article.text);
  const named = (name: string): XmlElement[] => outside.filter((one) => one.name === name);
  const h1 = named('h1').find((one) => !/[\u4e00-\u9fff]网$|^首页/u.test(one.text.trim()));
  if (h1) return h1;
  if (told && text.includes(told)) return undefined;
  const says = (one: XmlElement): boolean => solid(one.text) === told;
  const titles = (one: XmlElement): boolean => {
    const words = solid(one.text);
    return words.length >= 4 && !text.includes(words) && title.startsWith(words);
  };
  return (
    ['h2', 'h3', 'p', 'div', 'td', 'span'].flatMap((name) => named(name).filter(says))[0] ??
    outside.find((one) => /^h[23]$/u.test(one.name) && titles(one))
  );
}

/**
 * @param source of the page
 * @returns the page, its body, its article, and the title of that where it stands elsewhere
 * @throws ImportFault where elements stand in each other deeper than a page's do
 */
export function readPage(source: string): {
  page: XmlElement;
  body: XmlElement;
  article: XmlElement;
  heading: XmlElement | undefined;
} {
  const page = element('page', {}, treeOf(parse(source)));
  const [body = page] = allIn(page, 'body');
  const article = articleOf(body);
  return {
    page,
    body,
    article,
    heading: article === body ? undefined : headingOf(page, body, article),
  };
}
