/** A web page as saved from a government site: the article is kept, the site around it is listed as dropped. */
import { parse } from 'parse5';
import { solid, type Received } from '../received.ts';
import { decodeText } from './encoding.ts';
import {
  articleOf,
  attribute,
  childrenOf,
  isElement,
  textOf,
  type Element,
  type Node,
} from './html-article.ts';
import { withoutPublication } from './html-publication.ts';
import { contains, Walk } from './html-walk.ts';

const find = (node: Node, name: string): Element[] =>
  childrenOf(node).flatMap((child) => [
    ...(isElement(child) && child.tagName === name ? [child] : []),
    ...find(child, name),
  ]);

/** The encoding that the page declares in its head. */
const declared = (bytes: Uint8Array): string | undefined =>
  /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu
    .exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1]
    ?.replace(/^(gbk|gb2312)$/iu, 'gb18030')
    .replace(/^utf8$/iu, 'utf-8');

/** The title as government sites tell it to programs: 《政府网站发展指引》 asks for `ArticleTitle`. */
const toldTitle = (page: Node): string => {
  const told = find(page, 'meta').find((meta) => attribute(meta, 'name') === 'ArticleTitle');
  return solid(told ? attribute(told, 'content') : '');
};

/** The title that stands outside the article: in a heading, or in the words that the page tells to programs. */
function headingOf(page: Node, body: Element, article: Element): Element | undefined {
  const outside = (one: Element): boolean =>
    one !== article &&
    !contains(article, one) &&
    !contains(one, article) &&
    textOf(one).trim() !== '';
  const [h1] = find(body, 'h1').filter(outside);
  if (h1 && !/[\u4e00-\u9fff]网$|^首页/u.test(textOf(h1).trim())) return h1;
  const told = toldTitle(page);
  if (!told || solid(textOf(article)).includes(told)) return undefined;
  const says = (name: string): Element[] =>
    find(body, name).filter((one) => outside(one) && solid(textOf(one)) === told);
  return ['h2', 'h3', 'p', 'div', 'td', 'span'].flatMap(says)[0];
}

/** @throws ImportFault where the encoding cannot be told */
export function readHtml(bytes: Uint8Array, wanted?: string): Received {
  const { text, encoding } = decodeText(bytes, wanted ?? declared(bytes));
  const page = parse(text);
  const body = find(page, 'body')[0]!;
  const article = articleOf(body);
  const kept = new Set<Node>([article]);
  const heading = article === body ? undefined : headingOf(page, body, article);
  if (heading) kept.add(heading);
  const walk = new Walk();
  if (article === body) walk.node(body);
  else walk.page(body, kept);
  walk.flush();
  return {
    format: '网页（.html）',
    encoding: encoding === 'gb18030' ? 'GB18030（含 GBK、GB2312）' : encoding.toUpperCase(),
    blocks: withoutPublication(walk.blocks),
    whole: textOf(body),
    remarks: walk.pictures
      ? [`网页中有 ${walk.pictures} 幅图片，图片不收入；其中若有文字，请照录成文字。`]
      : [],
  };
}
