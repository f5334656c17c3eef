/** A web page as saved from a government site: the article is kept, the site around it is listed as dropped. */
import { parse } from 'parse5';
import type { Received } from '../received.ts';
import { decodeText } from './encoding.ts';
import {
  articleOf,
  childrenOf,
  isElement,
  textOf,
  type Element,
  type Node,
} from './html-article.ts';
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

/** @throws ImportFault where the encoding cannot be told */
export function readHtml(bytes: Uint8Array, wanted?: string): Received {
  const { text, encoding } = decodeText(bytes, wanted ?? declared(bytes));
  const body = find(parse(text), 'body')[0]!;
  const article = articleOf(body);
  const kept = new Set<Node>([article]);
  const [heading] = find(body, 'h1').filter((h1) => !contains(article, h1) && textOf(h1).trim());
  if (
    heading &&
    !/[\u4e00-\u9fff]网$|^首页/u.test(textOf(heading).trim()) &&
    article !== body &&
    !contains(heading, article)
  )
    kept.add(heading);
  const walk = new Walk();
  if (article === body) walk.node(body);
  else walk.page(body, kept);
  walk.flush();
  return {
    format: '网页（.html）',
    encoding: encoding === 'gb18030' ? 'GB18030（含 GBK、GB2312）' : encoding.toUpperCase(),
    blocks: walk.blocks,
    whole: textOf(body),
    remarks: walk.pictures
      ? [`网页中有 ${walk.pictures} 幅图片，图片不收入；其中若有文字，请照录成文字。`]
      : [],
  };
}
