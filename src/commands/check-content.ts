/**
 * `npm run check:content`: reads the library and lists everything an author must mend, and hints. `--json`
 * gives them as an array; `--watch` checks again whenever a file is saved.
 */
import { watch } from 'node:fs';
import { relative, join } from 'node:path';
import { hintsOf } from '../library/checks/hints.ts';
import type { Problem } from '../library/types.ts';
import { contentFolder } from '../content/content-folder.ts';
import { printHints, printProblems } from '../content/print-problems.ts';
import { type ReadFiles, readLibrary } from '../content/read-library.ts';
import { readArguments, tell, tellFault } from './command-line.ts';

/** Editors write a file in several steps; what comes within this time is one change. */
const SETTLED_MS = 100;

const folder = contentFolder();
const known: ReadFiles = new Map();
const { values } = readArguments(
  { options: { json: { type: 'boolean' }, watch: { type: 'boolean' } } },
  '用法：npm run check:content -- [--json] [--watch]',
);

const asJson = (problems: Problem[]): string =>
  JSON.stringify(
    problems.map(({ code, file, line, severity, message, hint }) => {
      const path = relative(process.cwd(), join(folder, file)).replaceAll('\\', '/');
      return { code, file: path, line, severity, message, hint };
    }),
    null,
    values.watch ? 0 : 2,
  );

async function check(): Promise<void> {
  const { library, problems } = await readLibrary(folder, { known });
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const hints = problems.length ? [] : hintsOf(library, today);
  process.exitCode = problems.length ? 1 : 0;
  if (values.json) tell(asJson([...problems, ...hints]));
  else if (problems.length) tellFault(printProblems(problems, folder));
  else {
    if (hints.length) tell(printHints(hints, folder));
    tell(`内容无误：${library.entries.size} 个条目。`);
  }
}

let checked = Promise.resolve();
const checkAgain = (): void => void (checked = checked.then(check));

if (values.watch) {
  // Watched before it is checked: what is saved meanwhile is not missed.
  let due: NodeJS.Timeout | undefined;
  watch(folder, { recursive: true }, () => {
    clearTimeout(due);
    due = setTimeout(checkAgain, SETTLED_MS);
  });
}
checkAgain();
