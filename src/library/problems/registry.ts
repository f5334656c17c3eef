/**
 * Every problem that the library can tell an author, by its code; a code never changes its meaning. One source for the
 * message, the remedy and `docs/problems.md`.
 */
import { bodyProblems, nameProblems } from './bodies.ts';
import { groundProblems, progressProblems } from './claims.ts';
import { hintProblems } from './hints.ts';
import { fieldProblems, fileProblems } from './reading.ts';

/** `{name}` stands for a value of the place; `{name=sample}`, once, also gives the one that `docs/problems.md` shows. */
interface ProblemKind {
  /** What is wrong. */
  message: string;
  /** What to write instead. Of several, the first whose values are all known. */
  hint: string | readonly string[];
  /** Why it matters, for `docs/problems.md`. */
  explanation: string;
  /** As it should not be written, and as it should, for the same. */
  example: readonly [wrong: string, right: string];
}

/** As `docs/problems.md` groups them. */
const GROUPS = {
  文件: fileProblems,
  属性: fieldProblems,
  正文: bodyProblems,
  '名称、关系与链接': nameProblems,
  依据: groundProblems,
  '进展、主题与外部资料': progressProblems,
  '提示（不妨碍构建）': hintProblems,
} satisfies Record<string, Record<string, ProblemKind>>;

type CodesOf<Group> = Group extends unknown ? keyof Group : never;
/** `quotation-missing`: names a kind of problem, for ever. */
export type ProblemCode = CodesOf<(typeof GROUPS)[keyof typeof GROUPS]>;

const KINDS = Object.assign({}, ...Object.values(GROUPS)) as Record<ProblemCode, ProblemKind>;

/** The values that a message names; undefined and null are not known. */
export type Values = Record<string, string | number | null | undefined>;

/** What is said of one problem. */
export interface Said {
  code: ProblemCode;
  /** An error stops a build; a hint stops nothing. */
  severity: 'error' | 'hint';
  message: string;
  hint: string;
}

const VALUE = /\{([a-zA-Z0-9]+)(?:=([^{}]*))?\}/gu;

/**
 * Says a problem.
 * @param values what the message and the hint name
 */
export function say(code: ProblemCode, values: Values = {}): Said {
  const { message, hint } = KINDS[code];
  const fill = (words: string): string =>
    words.replace(VALUE, (_, name: string) => String(values[name] ?? `{${name}}`));
  const hints = [hint].flat();
  const known = hints.find((words) =>
    [...words.matchAll(VALUE)].every(([, name]) => values[name!] != null),
  );
  return {
    code,
    severity: code in hintProblems ? 'hint' : 'error',
    message: fill(message),
    hint: fill(known ?? hints.at(-1)!),
  };
}

/** A fault an author can mend: where, what, and what to write instead. */
export interface Problem extends Said {
  file: string;
  line: number;
}

/** Where in an entry's file: a path of its frontmatter, `['evidence', 0, 'quote']`, or a line. */
export type FaultPlace = (string | number)[] | number;

/** Says a problem of an entry. */
export const problemIn = (
  { file, lineOf }: { file: string; lineOf: (path: (string | number)[]) => number },
  at: FaultPlace,
  code: ProblemCode,
  values: Values = {},
): Problem => ({ file, line: typeof at === 'number' ? at : lineOf(at), ...say(code, values) });

// `docs/problems.md`, made from the same source as the messages.

/** In a fence longer than any in the text. */
function fenced(text: string): string {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}text\n${text}\n${fence}`;
}

/** Words between tags would be HTML; in code they are words. */
const words = (text: string): string => text.replace(/<[^<>]*>/gu, (tag) => `\`${tag}\``);

function section([code, { message, hint, explanation, example }]: [string, ProblemKind]): string {
  const templates = [message, hint].flat().join('');
  const samples = [...templates.matchAll(VALUE)].filter(([, , sample]) => sample !== undefined);
  const values = Object.fromEntries(samples.map(([, name, sample]) => [name, sample]));
  const said = say(code as ProblemCode, values);
  const [wrong, right] = example.map(fenced);
  const parts = [`### ${code}`, `**${words(said.message)}**`, words(explanation)];
  parts.push(`改法：${words(said.hint)}`, '这样写不行：', wrong!, '请这样写：', right!);
  return parts.join('\n\n');
}

const HEAD = `# 内容检查的每一种问题

\`npm run check:content\` 列出全部问题，每处有文件、行号和改法；加 \`-- --json\` 给出机器可读的列表，加 \`-- --watch\`
在每次存盘后再查一遍。有错误时网站不会重新生成；提示只供参考。问题的代号不会改变。

本页由 \`npm run docs:problems\` 写成，与检查时显示的话同出一处，请勿手改。`;

/** @returns the page, as Markdown */
export function problemsPage(): string {
  const parts = Object.entries(GROUPS).flatMap(([title, kinds]) => [
    `## ${title}`,
    ...Object.entries(kinds).map(section),
  ]);
  return `${[HEAD, ...parts].join('\n\n')}\n`;
}
