/**
 * `npm run import -- FILE…`: each received file to an entry of its own, with a report. Status 1 where a file
 * could not be imported; what could is written all the same.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ImportFault } from '../importing/limits.ts';
import { prepare, type ImportOptions, type Prepared } from '../importing/prepare.ts';
import { reportOn } from '../importing/report.ts';
import { id as idSchema } from '../library/schemas/values.ts';
import { contentFolder, ORIGINALS } from '../content/content-folder.ts';
import { readLibrary } from '../content/read-library.ts';
import { writeWhole } from '../content/write-files.ts';
import { fromTyped, readArguments, stop, tell, tellFault, wordsOf } from './command-line.ts';

const USAGE = `用法：npm run import -- 文件…
可导入 .docx、.doc、.odt、.html、.pdf（须有文字层）、.txt（UTF-8、GBK、GB18030、Big5）。
  --id 名称          条目的 id（一次导入一份文件时用）
  --as replies       收入“答复”；--as policies 收入“政策”；不写则由标题判断
  --encoding gb18030 文本的编码，判断不了时用
  --keep             核对不符时仍然写出，供人工改正
  --dry-run          只看报告，不写文件`;

const flag = { type: 'boolean' } as const;
const word = { type: 'string' } as const;
const { values, positionals } = readArguments(
  {
    allowPositionals: true,
    options: { id: word, as: word, encoding: word, keep: flag, 'dry-run': flag },
  },
  USAGE,
);
const { id, as: collection, encoding } = values;
if (positionals.length === 0) stop(USAGE);
if (id && positionals.length > 1) stop('--id 只能用于一份文件：请分次导入。');
if (id && !idSchema.safeParse(id).success)
  stop(`“${id}”不能用作 id：须为小写英文字母、数字和连字符，如 2021-46。`);
if (collection && collection !== 'replies' && collection !== 'policies')
  stop('--as 只能写 replies 或 policies。');

const folder = contentFolder();

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new ImportFault('找不到文件，或读不了。请核对路径；路径中有空格时请加引号。');
  }
}

/**
 * Writes what an import prepared: all of it or nothing.
 * @throws ImportFault where a file would be overwritten; nothing is written then
 */
function writeImport({ key, source, original }: Prepared): void {
  const taken = [`${key}.mdx`, `${key}.md`].find((file) => existsSync(join(folder, file)));
  if (taken)
    throw new ImportFault(`${taken} 已经存在，没有改动它。要另存为新条目，请用 --id 写明别的 id。`);
  const kept = join(folder, ORIGINALS, original.file);
  const keptAlready = existsSync(kept);
  if (keptAlready && !readFileSync(kept).equals(original.bytes))
    throw new ImportFault(
      `${ORIGINALS}/${original.file} 已是另一份文件，没有改动它。请先把收到的文件改名，再导入。`,
    );
  try {
    if (!keptAlready) writeWhole(kept, original.bytes);
    writeWhole(join(folder, `${key}.mdx`), source);
  } catch (error) {
    if (!keptAlready) rmSync(kept, { force: true });
    throw error;
  }
}

async function importOne(path: string): Promise<void> {
  const name = basename(path);
  const { library } = await readLibrary(folder);
  const chosen = { id, collection, encoding } as ImportOptions;
  const prepared = await prepare(bytesOf(path), name, [...library.entries.values()], chosen);
  tell(reportOn(prepared, name, library.entries).join('\n'));
  const { faults } = prepared;
  if (faults.length) tellFault(['核对不符：', ...faults.map((fault) => `  ${fault}`)].join('\n'));
  if (values['dry-run']) tell('只看报告：没有写文件。');
  else if (faults.length && !values.keep)
    tellFault('没有写文件。加 --keep 可以先写出来，再人工改正。');
  else {
    writeImport(prepared);
    tell(
      faults.length
        ? '已写出，但与收到的文件不符：请照上面改正。'
        : '核对无误：写出的文字与收到的文件一字不差。',
    );
  }
}

for (const path of positionals) {
  try {
    await importOne(fromTyped(path));
  } catch (error) {
    tellFault(`${basename(path)}：${wordsOf(error)}`);
  }
  tell('');
}
