/** A document's body, parsed into the blocks that quotations and links refer to. */
import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { entryOfLink, LINK_SCHEMES } from '../library/links.ts';
import { nearest } from '../library/nearest.ts';
import type { Block } from '../library/types.ts';
import { blocksOf, prepare, textRuns, type BlockPlace } from '../markdown/blocks.ts';
import { PARTS, partNamed } from '../markdown/parts.ts';
import { syntaxPlugins } from '../markdown/syntax.ts';

export interface BodyFault {
  line: number;
  message: string;
  hint: string;
}

const markdown = unified().use(remarkParse).use(syntaxPlugins).freeze();
const mdx = unified().use(remarkParse).use(remarkMdx).use(syntaxPlugins).freeze();

/** Text that the library could not search, quote or keep, because it is not text in the file. */
function faultsOf(tree: Root): BodyFault[] {
  const faults: BodyFault[] = [];
  const names = PARTS.map((part) => part.name);
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    const element = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
    if (element && !partNamed(node.name)) {
      const near = nearest(node.name ?? '', names);
      faults.push({
        line,
        message: `正文中的 <${node.name ?? ''}> 不是公文要素`,
        hint: near ? `最接近的是 <${near}>` : `可用的有：${names.map((n) => `<${n}>`).join(' ')}`,
      });
    } else if (node.type === 'html') {
      faults.push({
        line,
        message: '正文中不能有 HTML',
        hint: '请只写文字与 Markdown；字面的小于号请写成 \\<',
      });
    } else if (/^mdx(Flow|Text)Expression$|^mdxjsEsm$/u.test(node.type)) {
      faults.push({
        line,
        message: '正文中不能有程序代码（{…}、import、export）',
        hint: '请只写文字与 Markdown；字面的花括号请写成 \\{',
      });
    } else if (node.type === 'link') {
      const scheme = /^([a-z]+):[^/]/u.exec(node.url)?.[1];
      if (
        scheme &&
        !entryOfLink(node.url) &&
        !['mailto', 'tel', 'http', 'https'].includes(scheme)
      ) {
        faults.push({
          line,
          message: `链接 ${node.url} 的类别“${scheme}”不存在`,
          hint: `最接近的是 ${nearest(scheme, LINK_SCHEMES) ?? LINK_SCHEMES.join('、')}`,
        });
      }
    }
  });
  return faults;
}

function toBlock(place: BlockPlace): Block {
  const { node, id, kind, number, part, depth } = place;
  const runs = textRuns(node);
  const links: Block['links'] = [];
  for (const { url, start, node: run, line } of runs) {
    const key = url === undefined ? null : entryOfLink(url);
    const last = links.at(-1);
    if (key && last?.key === key && last.end === start) last.end += run.value.length;
    else if (key) links.push({ start, end: start + run.value.length, key, line });
  }
  return {
    id,
    kind,
    text: runs.map((run) => run.node.value).join(''),
    line: node.position?.start.line ?? 1,
    links,
    ...(number === undefined ? {} : { number }),
    ...(part === undefined ? {} : { part }),
    ...(depth === undefined ? {} : { depth }),
  };
}

/**
 * Parses a body.
 * @param source the body, with the lines of the frontmatter blank
 * @param format `mdx`, or `md` for texts taken over as they are
 * @returns its blocks and everything in it that an author must mend
 */
export function parseBody(
  source: string,
  format: 'md' | 'mdx',
): { blocks: Block[]; faults: BodyFault[] } {
  try {
    const tree = (format === 'mdx' ? mdx : markdown).parse(source);
    prepare(tree);
    return { blocks: blocksOf(tree).map(toBlock), faults: faultsOf(tree) };
  } catch (error) {
    const { line, reason } = error as { line?: number; reason?: string };
    if (reason === undefined) throw error;
    const fault = {
      line: line ?? 1,
      message: `MDX 语法错误：${reason}`,
      hint: '字面的 { 和 < 请写成 \\{ 和 \\<；公文要素须成对，如 <Addressee>…</Addressee>',
    };
    return { blocks: [], faults: [fault] };
  }
}
