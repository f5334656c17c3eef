/**
 * `npm run check:content`: reads the library and lists everything an author must mend, and hints. `--json`
 * gives them as an array; `--watch` checks again whenever a file is saved.
 */
import { watch } from 'node:fs';
import { hintsOf } from '../library/checks/hints.ts';
import type { Problem } from '../library/types.ts';
import { contentFolder, shownPath } from '../content/content-folder.ts';
import { printHints, printProblems } from '../content/print-problems.ts';
import { readLibrary } from '../content/read-library.ts';
import { readArguments, tell, tellFault } from './command-line.ts';

/** Editors write a file in several steps; what comes within this time is one change. */
const SETTLED_MS = 100;

const folder = contentFolder();
const { values } = readArguments(
  { options: { json: { type: 'boolean' }, watch: { type: 'boolean' } } },
  '用法：npm run check:content -- [--json] [--watch]',
);

const asJson = (problems: Problem[]): string => {
  const listed = problems.map(({ code, file, line, severity, message, hint }) => {
    return { code, file: shownPath(folder, file), line, severity, message, hint };
  });
  return JSON.stringify(listed, null, values.watch ? 0 : 2);
};

async function check(): Promise<void> {
  const { library, problems } = await readLibrary(folder);
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const hints = problems.length ? [] : hintsOf(library, today);
  process.exitCode = problems.length ? 1 : 0;
  if (values.json) return tell(asJson([...problems, ...hints]));
  if (problems.length) return tellFault(printProblems(problems, folder));
  if (hints.length) tell(printHints(hints, folder));
  tell(`内容无误：${library.entries.size} 个条目。`);
}

// Watched before it is checked: what is saved meanwhile is not missed.
const saves = values.watch ? watch(folder, { recursive: true }) : undefined;
let due: NodeJS.Timeout | undefined;
let checked = check();
saves?.on('change', () => {
  clearTimeout(due);
  due = setTimeout(() => (checked = checked.then(check)), SETTLED_MS);
});
