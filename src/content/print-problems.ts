/** Problems as an author reads them: file and line, what is wrong, what to write instead. */
import { join } from 'node:path';
import { shownPath } from './content-folder.ts';
import type { Problem } from '../library/types.ts';
import { printable } from '../text/safe-text.ts';

/** A problem, where it is, and its code, under which `docs/problems.md` explains it. */
function inLines({ file, line, code, message, hint }: Problem, folder: string): string {
  return `${printable(shownPath(folder, file))}:${line}\n  ${printable(message)}\n  → ${printable(hint)} [${code}]`;
}

/** A screen holds no more. */
const MOST_HINTS = 12;

/** @returns the hints that fit on a screen, and how many there are of each kind where there are more */
export function printHints(hints: Problem[], folder: string): string {
  const shown = hints.slice(0, MOST_HINTS).map((hint) => inLines(hint, folder));
  const more = hints.length - shown.length;
  const rest = more > 0 ? [`……另有 ${more} 条提示，全部见 npm run check:content -- --json`] : [];
  return [...shown, ...rest, `提示 ${hints.length} 条，不妨碍构建。`].join('\n\n');
}

/**
 * @param folder the content folder, so that paths can be opened from where the command was typed
 * @returns one text that lists every problem
 */
export function printProblems(problems: Problem[], folder: string): string {
  const lines = problems.map((problem) => inLines(problem, folder));
  const files = new Set(problems.map((p) => p.file)).size;
  return [...lines, `内容有 ${problems.length} 处问题，在 ${files} 个文件中。`].join('\n\n');
}

/** Thrown where a library with problems would be built. */
export class ContentError extends Error {
  /** The first fault's file and line: where an overlay or an editor points. */
  readonly loc: { file: string; line: number; column: number } | undefined;

  constructor(problems: Problem[], folder: string) {
    super(printProblems(problems, folder));
    this.name = 'ContentError';
    const [first] = problems;
    this.loc = first && { file: join(folder, first.file), line: first.line, column: 0 };
  }
}
