/**
 * `npm run new -- policy` (and every other kind): asks the few fields, or takes them as flags, and writes a valid
 * entry. `npm run new -- library DIR` writes a small complete library. Neither writes over anything.
 */
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { contentFolder } from '../content/content-folder.ts';
import { fromTyped, readArguments, stop, tell } from './command-line.ts';
import {
  ANSWERS,
  askAnswers,
  collectionOfKind,
  kindList,
  writeEntry,
  type Answers,
} from './new-entry.ts';

const USAGE = `用法：npm run new -- 类别，逐项询问；或把各项写成参数：
  npm run new -- term --title 强链补链 --id chain-strengthening --evidence-in replies/2021-46 --quote 开展强链补链
类别：${kindList()}
参数：--title 名称  --id 文件名  --alias 别名（可重复）  --summary 一句话
      --evidence-in 所据文件  --quote 原文（可重复）  --date 日期  --date-text 日期的原文写法
      --name-basis 机构的全称从何而来（原文里没有全称时）
另建文库：npm run new -- library 文件夹`;

/** A small complete library to begin with: its texts say of themselves that they are examples. */
const SAMPLE_LIBRARY = join(import.meta.dirname, 'sample-library');

function newLibrary(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    stop(`${folder} 不是空文件夹，没有写入。请另选一个文件夹。`);
  cpSync(SAMPLE_LIBRARY, folder, { recursive: true });
  const shown = JSON.stringify(folder);
  tell(`已建立文库 ${folder}：两份文件、一项举措、一个术语，都是示例。
看网站：
  macOS、Linux：CONTENT_DIR=${shown} npm start
  Windows（PowerShell）：$env:CONTENT_DIR=${shown}; npm start
接着：改 library.yaml 的名称，用 npm run import -- 文件 导入收到的文件，再删去示例。`);
}

async function newEntry(kind: string, given: Partial<Answers>): Promise<void> {
  const collection = collectionOfKind(kind);
  if (!collection) stop(`没有“${kind}”这一类。可用的有：${kindList()}、library（文库）。`);
  const whole = given.title !== undefined && given.id !== undefined;
  if (!whole && !process.stdin.isTTY) stop(`至少要写 --title 和 --id。\n\n${USAGE}`);
  const answers = whole ? (given as Answers) : await askAnswers(collection, given);
  const path = await writeEntry(contentFolder(), collection, answers);
  const file = relative(fromTyped(), path).replaceAll('\\', '/');
  tell(`已写 ${file}\n接着：npm run check:content 检查全库，npm run dev 看页面。`);
}

const { values, positionals } = readArguments({ allowPositionals: true, options: ANSWERS }, USAGE);
const [kind, target] = positionals;
if (!kind) stop(USAGE);
if (kind !== 'library') await newEntry(kind, values);
else if (target) newLibrary(fromTyped(target));
else stop('请写出新文库的文件夹：npm run new -- library 文件夹');
