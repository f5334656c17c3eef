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
const section = (heading: string, items: string[]): string[] => [
  ...(items.length ? [heading] : []),
  ...items.slice(0, MOST).map((item) => `  ${item}`),
  ...(items.length > MOST ? [`  ……另有 ${items.length - MOST} 处`] : []),
];

/** Dropped pieces of one kind on one line, with how often they stand. */
function droppedItems({ received }: Prepared): string[] {
  const dropped = received.blocks.filter((block) => block.kind === 'dropped');
  return [...Map.groupBy(dropped, ({ reason }) => reason)].map(([reason, all]) => {
    const texts = all.map(({ where, text }) => `${where ?? ''}“${short(text, 60)}”`);
    return `${reason}（${all.length} 处）：${texts.slice(0, 12).join('、')}${all.length > 12 ? '……' : ''}`;
  });
}

/** What an editor should look at, each with its place. */
const doubtItems = ({ draft, lines, path, fields }: Prepared): string[] => [
  ...draft.blocks.flatMap((block, i) => {
    const told = [...(block.doubts ?? [])];
    if (block.kind === 'table' && block.merged > 0)
      told.push(`表中有 ${block.merged} 个合并单元格：文字写在第一格，其余留空`);
    const { text, cuts } = block.kind === 'paragraph' ? block : {};
    for (const cut of cuts ?? [])
      told.push(
        `被分页切断的段落已接上：${text!.slice(Math.max(0, cut - 8), cut)}│${text!.slice(cut, cut + 8)}`,
      );
    return told.map((message) => `${path}:${lines[i]} ${message}`);
  }),
  ...(fields['issuers']
    ? []
    : [`${path}:1 发文机关没有写：机构库中没有与署名或发文机关标志完全同名的条目，请补 issuers`]),
  ...(fields['classification']
    ? [`${path}:1 文件标有密级“${String(fields['classification'])}”：公开前请确认已经解密`]
    : []),
];

/**
 * @param name the received file's name
 * @param entries the library's, to say which ones the text names
 * @returns the lines of the report
 */
export function reportOn(
  prepared: Prepared,
  name: string,
  entries: ReadonlyMap<EntryKey, Entry>,
): string[] {
  const { draft, lines, received, path } = prepared;
  const paragraphs = draft.blocks.filter((block) => block.kind === 'paragraph');
  const headings = paragraphs.filter(({ depth }) => depth);
  const parts = draft.blocks.flatMap((block, i) =>
    block.kind === 'paragraph' && block.part
      ? [`${findPart(block.part)?.label ?? block.part}　第${lines[i]}行　${short(block.text)}`]
      : [],
  );
  const texts = paragraphs.length - headings.length - parts.length;
  const generated = received.blocks.flatMap((block) =>
    block.kind === 'dropped' ? [] : (block.generated ?? []),
  );
  return [
    `${name}　${received.format}${received.encoding ? `，编码 ${received.encoding}` : ''}`,
    `→ ${path}（原件存为 original/${prepared.original.file}）`,
    `正文 ${texts} 段、${headings.length} 个小标题、${draft.blocks.length - paragraphs.length} 张表`,
    ...(parts.length ? section('认出的公文要素：', parts) : ['没有认出公文要素。']),
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
      '文中引用而库里没有的文件（可用 npm run new -- policy 写成条目）：',
      prepared.lacking.map(({ title, number = '' }) => `${title ? `《${title}》` : ''}${number}`),
    ),
    ...section('说明：', prepared.remarks),
  ];
}
