/** Problems as an author reads them: file and line, what is wrong, what to write instead. */
import { relative, join } from 'node:path';
import type { Problem } from '../library/types.ts';

/**
 * @param folder the content folder, so that paths can be opened from where the command was typed
 * @returns one text that lists every problem
 */
export function printProblems(problems: Problem[], folder: string): string {
  const lines = problems.map(({ file, line, message, hint }) => {
    const path = relative(process.cwd(), join(folder, file)).replaceAll('\\', '/');
    return `${path}:${line}\n  ${message}\n  → ${hint}`;
  });
  const files = new Set(problems.map((p) => p.file)).size;
  return [...lines, `内容有 ${problems.length} 处问题，在 ${files} 个文件中。`].join('\n\n');
}

/** Thrown where a library with problems would be built. */
export class ContentError extends Error {
  constructor(problems: Problem[], folder: string) {
    super(printProblems(problems, folder));
    this.name = 'ContentError';
  }
}
