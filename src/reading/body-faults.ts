/**
 * What may not stand in a body: everything that the library could not search, quote, link or keep, and
 * every link that leads nowhere a reader should go.
 */
import type { Node, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { entryOfLink, LINK_SCHEMES } from '../library/links.ts';
import { nearest } from '../library/nearest.ts';
import { PARTS, partNamed } from '../text/parts.ts';

export interface BodyFault {
  line: number;
  message: string;
  hint: string;
}

type Fault = Omit<BodyFault, 'line'>;

/** Node types whose words become blocks of the document. */
const TEXT = new Set([
  'root',
  'paragraph',
  'heading',
  'text',
  'strong',
  'emphasis',
  'delete',
  'inlineCode',
  'break',
  'link',
  'list',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'tableCell',
  'thematicBreak',
]);

const OTHERS: Record<string, Fault> = {
  html: { message: '正文中不能有 HTML', hint: '请只写文字与 Markdown；字面的小于号请写成 \\<' },
  code: { message: '正文中不能有代码块', hint: '代码块中的文字无法检索和引用：请删去 ``` 两行' },
  image: { message: '正文中不能有图片', hint: '图片中的文字无法检索和引用：请把它写成文字' },
  definition: {
    message: '正文中不能用 [甲]: 地址 的写法',
    hint: '请把链接写在所在之处：[文字](类别:id)',
  },
  footnoteDefinition: {
    message: '正文中不能有 Markdown 脚注',
    hint: '原文的注请写成正文的一段；编者的话请写在 notes 中',
  },
};

const CODE: Fault = {
  message: '正文中不能有程序代码（{…}、import、export）',
  hint: '请只写文字与 Markdown；字面的花括号请写成 \\{',
};

function elementFault(name: string): Fault {
  const names = PARTS.map((part) => part.name);
  const near = nearest(name, names);
  return {
    message: `正文中的 <${name}> 不是公文要素`,
    hint: near ? `最接近的是 <${near}>` : `可用的有：${names.map((n) => `<${n}>`).join(' ')}`,
  };
}

/** Links lead to entries, to web pages, to mail, or to a place beside: never to a script. */
function linkFault(url: string): Fault | null {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/iu.exec(url)?.[1];
  if (!scheme || entryOfLink(url) || /^(https?:\/\/|mailto:)/iu.test(url)) return null;
  const near = nearest(scheme, LINK_SCHEMES);
  return {
    message: `链接 ${url} 的类别“${scheme}”不存在`,
    hint: near ? `最接近的是 ${near}` : `可用的有：${LINK_SCHEMES.join('、')}，以及 https、mailto`,
  };
}

function faultOf(node: Node): Fault | null {
  const { type } = node;
  if (type === 'link') return linkFault((node as { url: string } & Node).url);
  if (type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement') {
    const name = (node as { name: string | null } & Node).name ?? '';
    return partNamed(name) ? null : elementFault(name);
  }
  if (TEXT.has(type)) return null;
  if (type.startsWith('mdx')) return CODE;
  return OTHERS[type] ?? null;
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
