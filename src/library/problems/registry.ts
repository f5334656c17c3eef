/** Every problem that the library can tell an author, by its code. A code never changes its meaning. */
import { bodyProblems } from './body.ts';
import { fieldProblems } from './fields.ts';
import { fileProblems } from './files.ts';
import { groundProblems } from './grounds.ts';
import { hintKinds } from './hints.ts';
import type { ProblemKind, Severity } from './kind.ts';
import { nameProblems } from './names.ts';
import { progressProblems } from './progress.ts';

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
