/** What the editor reads at the end of an import, in Chinese. Pure. */
import type { Entry, EntryKey } from '../library/types.ts';
import { findPart } from '../text/parts.ts';
import type { Prepared } from './prepare.ts';
import { plainWords } from './received.ts';

const MOST = 30;
const short = (text: string, length = 36): string => {
  const chars = [...plainWords(text).replace(/\s+/gu, ' ')];
  return chars.length > length ? `${chars.slice(0, length).join('')}……` : chars.join('');
};
const listed = (items: string[]): string[] => [
  ...items.slice(0, MOST).map((item) => `  ${item}`),
  ...(items.length > MOST ? [`  ……另有 ${items.length - MOST} 处`] : []),
];
const section = (heading: string, items: string[], none?: string): string[] =>
  items.length ? [heading, ...listed(items)] : none ? [none] : [];

/** Dropped pieces of one kind on one line, with how often they stand. */
function droppedItems({ received }: Prepared): string[] {
  const kinds = new Map<string, string[]>();
  for (const block of received.blocks)
    if (block.kind === 'dropped')
      kinds.set(block.reason, [
        ...(kinds.get(block.reason) ?? []),
        `${block.where ?? ''}“${short(block.text, 60)}”`,
      ]);
  return [...kinds].map(
    ([reason, texts]) =>
      `${reason}（${texts.length} 处）：${texts.slice(0, 12).join('、')}${texts.length > 12 ? '……' : ''}`,
  );
}

function doubtItems({ draft, lines, path, fields }: Prepared): string[] {
  const at = (block: number): string => `${path}:${lines[block] ?? 1}`;
  return [
    ...draft.doubts.map(({ at: block, message }) => `${at(block)} ${message}`),
    ...draft.joins.map(({ at: block, words }) => `${at(block)} 被分页切断的段落已接上：${words}`),
    ...draft.blocks.flatMap((block, i) =>
      block.kind === 'table' && block.merged > 0
        ? [`${at(i)} 表中有 ${block.merged} 个合并单元格：文字写在第一格，其余留空`]
        : [],
    ),
    ...(fields['issuers']
      ? []
      : [`${path}:1 发文机关没有写：机构库中没有与署名或发文机关标志完全同名的条目，请补 issuers`]),
    ...(fields['classification']
      ? [`${path}:1 文件标有密级“${String(fields['classification'])}”：公开前请确认已经解密`]
      : []),
  ];
}

/**
 * @param titles of the library's entries, to say which ones the text names
 * @returns the lines of the report
 */
export function reportOn(
  prepared: Prepared,
  name: string,
  entries: ReadonlyMap<EntryKey, Entry>,
): string[] {
  const { draft, lines, received, path } = prepared;
  const parts = draft.blocks.flatMap((block, i) =>
    block.kind === 'part'
      ? [`${findPart(block.part)?.label ?? block.part}　第${lines[i]}行　${short(block.text)}`]
      : [],
  );
  const count = (kind: string): number =>
    draft.blocks.filter((block) => block.kind === kind).length;
  const generated = received.blocks.flatMap((block) =>
    'generated' in block ? (block.generated ?? []) : [],
  );
  return [
    `${name}　${received.format}${received.encoding ? `，编码 ${received.encoding}` : ''}`,
    `→ ${path}（原件存为 original/${prepared.original.file}）`,
    `正文 ${count('paragraph')} 段、${count('heading')} 个小标题、${count('table')} 张表`,
    ...section('认出的公文要素：', parts, '没有认出公文要素。'),
    ...section('请核对：', doubtItems(prepared)),
    ...section('没有收入正文的文字：', droppedItems(prepared)),
    ...(generated.length
      ? [
          `由软件显示、已写成文字的编号和符号 ${generated.length} 处：${generated.slice(0, 20).join(' ')}`,
        ]
      : []),
    ...section(
      '文中提到库里已有的条目：',
      prepared.named.map((key) => `${key}　${entries.get(key)?.title ?? ''}`),
    ),
    ...section(
      prepared.stubs.length
        ? '文中引用而库里没有的文件（已写成条目）：'
        : '文中引用而库里没有的文件（加 --stubs 可写成条目）：',
      prepared.lacking.map(({ title, number }, i) => {
        const stub = prepared.stubs[i];
        return `${title ? `《${title}》` : ''}${number ?? ''}${stub ? `　→ ${stub.key}.mdx` : ''}`;
      }),
    ),
    ...section('说明：', prepared.remarks),
  ];
}
