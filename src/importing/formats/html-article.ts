/** A saved web page as a tree, and where in it its article stands: by the marks of government sites, else where most text is. */
import { parse, type DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import { ImportFault, MOST_DEPTH } from '../limits.ts';
import { solid } from '../received.ts';
import { allIn, elementsIn, XmlElement, XmlText, type Attributes } from './xml.ts';

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
  const inside = childNodes.flatMap((child): (XmlElement | XmlText)[] => {
    if ('tagName' in child) return [treeOf(child, depth + 1)];
    return 'value' in child ? [new XmlText(child.value)] : [];
  });
  if (!CODE.has(tagName)) return new XmlElement(tagName, set, inside);
  return new XmlElement(tagName, { ...set, content: inside.map(({ text }) => text).join('') });
}

/** How the systems of government sites and WeChat call the article itself, however short it is: TRS, UCAP, Dahan. */
const SURE =
  /^(UCAP-CONTENT|js_content|rich_media_content|zoom|zoomcon|TRS_Editor|TRS_UEDITOR|TRS_PreAppend|artibody|article_?con|article-?content|article-?body|xxgk-?content|pages_content|bt-content|ewb-article-info|news_?conent_two_text)$/iu;
/** Names that may also be those of a frame around the article, or of a whole page. */
const LIKELY =
  /^(<article>|view|main-?content|content-?text|content|article|detail|news-?detail|news-?content|art|cont|con|text|zw|wenzhang|info-?content)$/iu;
/** Elements that the article may be the whole of. */
const FRAME = /^(div|section|main|article|td|tr|tbody|table|body|form|center)$/u;

/** Characters of an element, those of links taken off: the article has nearly all of a page's. */
const weigh = (node: XmlElement, sign = 1): number =>
  node.children.reduce((sum, child) => {
    if (child instanceof XmlElement) return sum + weigh(child, child.name === 'a' ? -1 : sign);
    return child instanceof XmlText ? sum + sign * solid(child.text).length : sum;
  }, 0);

/** @returns the element that holds the article; the body itself where the whole page is one */
function articleOf(body: XmlElement): XmlElement {
  const named = (names: RegExp): XmlElement[] =>
    allIn(body).filter(({ name, attributes: set }) =>
      `<${name}> ${set['id']} ${set['class']}`.split(/\s+/u).some((one) => names.test(one)),
    );
  const heaviest = named(SURE).sort((a, b) => weigh(b) - weigh(a))[0];
  if (heaviest && weigh(heaviest) > 0) return heaviest;
  const half = weigh(body) / 2;
  const innermost = named(LIKELY).findLast((one) => weigh(one) > half);
  if (innermost) return innermost;
  for (let at = body; ;) {
    const enough = weigh(at) * 0.85;
    const next = elementsIn(at).find((one) => FRAME.test(one.name) && weigh(one) >= enough);
    if (!next) return at;
    at = next;
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
  const inside = new Set([article, ...allIn(article)]);
  const outside = allIn(body).filter((one) => !inside.has(one) && !allIn(one).includes(article));
  const title = solid(allIn(page, 'title')[0]?.text ?? '');
  const meta = allIn(page, 'meta').find(({ attributes: set }) =>
    /^(?:ArticleTitle|og:title)$/iu.test(set['name'] || set['property'] || ''),
  );
  const told = solid(meta?.attributes['content'] ?? '');
  const text = solid(article.text);
  const h1 = outside.find(
    ({ name, text }) =>
      name === 'h1' && text.trim() && !/[\u4e00-\u9fff]网$|^首页/u.test(text.trim()),
  );
  if (h1 || (told && text.includes(told))) return h1;
  const titles = (words: string): boolean =>
    words.length >= 4 && !text.includes(words) && title.startsWith(words);
  return (
    outside.find((one) => told && solid(one.text) === told) ??
    outside.find(({ name, text }) => /^h[23]$/u.test(name) && titles(solid(text)))
  );
}

/**
 * @param source of the page
 * @returns the page, its body, and what of it is the document: its article, and the title of that where it stands elsewhere
 * @throws ImportFault where elements stand in each other deeper than a page's do
 */
export function readPage(source: string) {
  const page = treeOf(parse(source).childNodes.find((one) => 'tagName' in one)!);
  const [body = page] = allIn(page, 'body');
  const article = articleOf(body);
  const heading = article === body ? undefined : headingOf(page, body, article);
  return { page, body, kept: heading ? [heading, article] : [article] };
}
