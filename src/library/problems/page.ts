/** `docs/problems.md`, made from the same source as the messages. */
import { groups, say, type ProblemCode } from './registry.ts';
import type { ProblemKind } from './kind.ts';

/** A fence longer than any in the text. */
function fenced(text: string): string {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}text\n${text}\n${fence}`;
}

/** Words between tags would be HTML; in code they are words. */
const words = (text: string): string => text.replace(/<[^<>]*>/gu, (tag) => `\`${tag}\``);

function section(code: string, kind: ProblemKind): string {
  const { message, hint } = say(code as ProblemCode, kind.sample);
  const [wrong, right] = kind.example;
  return [
    `### ${code}`,
    `**${words(message)}**`,
    words(kind.explanation),
    `改法：${words(hint)}`,
    '这样写不行：',
    fenced(wrong),
    '请这样写：',
    fenced(right),
  ].join('\n\n');
}

const HEAD = `# 内容检查的每一种问题

\`npm run check:content\` 列出全部问题，每处有文件、行号和改法；加 \`-- --json\` 给出机器可读的列表，加 \`-- --watch\`
在每次存盘后再查一遍。有错误时网站不会重新生成；提示只供参考。问题的代号不会改变。

本页由 \`npm run docs:problems\` 写成，与检查时显示的话同出一处，请勿手改。`;

/** @returns the page, as Markdown */
export function problemsPage(): string {
  const parts = groups.map(({ title, kinds }) => {
    const sections = Object.entries(kinds).map(([code, kind]) => section(code, kind));
    return [`## ${title}`, ...sections].join('\n\n');
  });
  return `${[HEAD, ...parts].join('\n\n')}\n`;
}
