/** `npm run check:content`: reads the library and lists everything an author must mend. */
import { contentFolder } from '../reading/content-folder.ts';
import { printProblems } from '../reading/print-problems.ts';
import { readLibrary } from '../reading/read-library.ts';

const folder = contentFolder();
const { library, problems } = await readLibrary(folder);
if (problems.length) {
  console.error(printProblems(problems, folder));
  process.exitCode = 1;
} else console.log(`内容无误：${library.entries.size} 个条目。`);
