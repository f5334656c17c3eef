/**
 * `npm run new -- policy` (and every other kind): asks the few fields, or takes them as flags, and writes a valid
 * entry. `npm run new -- library DIR` writes a small complete library. Neither writes over anything.
 */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { writeWhole } from '../exports/archive/write-whole.ts';
import { contentFolder } from '../content/content-folder.ts';
import { printProblems } from '../content/print-problems.ts';
import { readLibrary } from '../content/read-library.ts';
import { askAnswers } from './starting/ask.ts';
import {
  entryProblems,
  entrySource,
  wantsNameBasis,
  type Answers,
} from './starting/entry-source.ts';
import { collectionOfKind, kindList } from './starting/kinds.ts';
import { SAMPLE_LIBRARY } from './starting/sample-library.ts';
import { readArguments } from './read-arguments.ts';

const USAGE = `用法：npm run new -- 类别，逐项询问；或把各项写成参数：
  npm run new -- term --title 强链补链 --id chain-strengthening --evidence-in replies/2021-46 --quote 开展强链补链
类别：${kindList()}
参数：--title 名称  --id 文件名  --alias 别名（可重复）  --summary 一句话
      --evidence-in 所据文件  --quote 原文（可重复）  --date 日期  --date-text 日期的原文写法
      --name-basis 机构的全称从何而来（原文里没有全称时）
另建文库：npm run new -- library 文件夹`;

// npm runs this in the software's folder; a path is meant from where it was typed.
const typedIn = process.env['INIT_CWD'] ?? process.cwd();

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

function newLibrary(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    stop(`${folder} 不是空文件夹，没有写入。请另选一个文件夹。`);
  mkdirSync(folder, { recursive: true });
  for (const [path, source] of Object.entries(SAMPLE_LIBRARY))
    writeWhole(join(folder, path), source);
  const shown = JSON.stringify(folder);
  console.log(`已建立文库 ${folder}：两份文件、一项举措、一个术语，都是示例。
看网站：
  macOS、Linux：CONTENT_DIR=${shown} npm start
  Windows（PowerShell）：$env:CONTENT_DIR=${shown}; npm start
接着：改 library.yaml 的名称，用 npm run import -- 文件 导入收到的文件，再删去示例。`);
}

const { values, positionals } = readArguments(
  {
    allowPositionals: true,
    options: {
      title: { type: 'string' },
      id: { type: 'string' },
      alias: { type: 'string', multiple: true },
      summary: { type: 'string' },
      date: { type: 'string' },
      'date-text': { type: 'string' },
      'evidence-in': { type: 'string' },
      quote: { type: 'string', multiple: true },
      'name-basis': { type: 'string' },
      help: { type: 'boolean' },
    },
  },
  USAGE,
);
const [kind, target] = positionals;
if (values.help || !kind) stop(USAGE);
if (kind === 'library') {
  if (!target) stop('请写出新文库的文件夹：npm run new -- library 文件夹');
  newLibrary(resolve(typedIn, target));
} else {
  const collection = collectionOfKind(kind);
  if (!collection) stop(`没有“${kind}”这一类。可用的有：${kindList()}、library（文库）。`);
  const given: Partial<Answers> = Object.fromEntries(
    Object.entries({
      title: values.title,
      id: values.id,
      aliases: values.alias,
      summary: values.summary,
      date: values.date,
      dateText: values['date-text'],
      evidenceIn: values['evidence-in'],
      quotes: values.quote,
      nameBasis: values['name-basis'],
    }).filter(([, value]) => value !== undefined),
  );
  const whole = given.title !== undefined && given.id !== undefined;
  if (!whole && !process.stdin.isTTY) stop(`至少要写 --title 和 --id。\n\n${USAGE}`);
  const answers = whole ? (given as Answers) : await askAnswers(collection, given);
  const folder = contentFolder();
  const path = join(folder, collection, `${answers.id}.mdx`);
  if (existsSync(path) || existsSync(path.replace(/x$/u, '')))
    stop(`${collection}/${answers.id} 已经存在，没有改动它。请换一个 id。`);
  const { library } = await readLibrary(folder);
  const source = entrySource(answers);
  const problems = entryProblems(collection, answers.id, source, [...library.entries.values()]);
  if (problems.length) {
    const flag = wantsNameBasis(collection, answers)
      ? '请引用写有全称的原文（--quote），或写 --name-basis "全称从何而来"。\n'
      : '';
    stop(`${printProblems(problems, folder)}\n${flag}没有写文件。`);
  }
  writeWhole(path, source);
  console.log(
    `已写 ${relative(typedIn, path).replaceAll('\\', '/')}\n接着：npm run check:content 检查全库，npm run dev 看页面。`,
  );
}
