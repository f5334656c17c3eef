/** Every problem that the library can tell an author, by its code. A code never changes its meaning. */
import { bodyProblems, nameProblems } from './bodies.ts';
import { groundProblems, progressProblems } from './claims.ts';
import { hintKinds } from './hints.ts';
import type { ProblemKind, Severity } from './kind.ts';
import { fieldProblems, fileProblems } from './reading.ts';

/** As `docs/problems.md` groups them. */
export const groups = [
  { title: '文件', kinds: fileProblems },
  { title: '属性', kinds: fieldProblems },
  { title: '正文', kinds: bodyProblems },
  { title: '名称、关系与链接', kinds: nameProblems },
  { title: '依据', kinds: groundProblems },
  { title: '进展、主题与外部资料', kinds: progressProblems },
  { title: '提示（不妨碍构建）', kinds: hintKinds },
] as const;

const kinds = {
  ...fileProblems,
  ...fieldProblems,
  ...bodyProblems,
  ...nameProblems,
  ...groundProblems,
  ...progressProblems,
  ...hintKinds,
};

/** `quotation-missing`: names a kind of problem, for ever. */
export type ProblemCode = keyof typeof kinds;

/** The values that a message names; undefined and null are not known. */
export type Values = Record<string, string | number | null | undefined>;

/** What is said of one problem. */
export interface Said {
  code: ProblemCode;
  severity: Severity;
  message: string;
  hint: string;
}

const NAME = /\{([a-zA-Z0-9]+)\}/gu;

const fill = (words: string, values: Values): string =>
  words.replace(NAME, (all, name: string) => String(values[name] ?? all));

const isFilled = (words: string, values: Values): boolean =>
  [...words.matchAll(NAME)].every(
    ([, name]) => values[name!] !== undefined && values[name!] !== null,
  );

/**
 * Says a problem.
 * @param values what the message and the hint name
 */
export function say(code: ProblemCode, values: Values = {}): Said {
  const kind: ProblemKind = kinds[code];
  const hints = typeof kind.hint === 'string' ? [kind.hint] : kind.hint;
  const hint = hints.find((words) => isFilled(words, values)) ?? hints.at(-1)!;
  const severity = code in hintKinds ? 'hint' : 'error';
  return { code, severity, message: fill(kind.message, values), hint: fill(hint, values) };
}

// `docs/problems.md`, made from the same source as the messages.

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
