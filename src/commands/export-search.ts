/**
 * `npm run export:search -- --out FILE`: every passage of the library as JSON Lines in the bulk form of OpenSearch; without
 * --out to the standard output. Beside FILE stands FILE.mapping.json, the index that takes them. `--index NAME` names it.
 */
import { createWriteStream, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { contentFolder } from '../content/content-folder.ts';
import { readValidLibrary } from '../content/read-library.ts';
import { recordsOf } from '../search/build/records.ts';
import { bulkLines, openSearchIndex } from '../exports/search/open-search.ts';
import { readArguments, tell } from './command-line.ts';

const { values } = readArguments(
  { options: { out: { type: 'string' }, index: { type: 'string', default: 'library' } } },
  '用法：npm run export:search -- --out 文件 [--index 索引名]',
);
const { out, index } = values;
const { library } = await readValidLibrary(contentFolder());
const lines = Readable.from(bulkLines(recordsOf(library), index)).map((line) => `${line}\n`);
if (out) {
  writeFileSync(`${out}.mapping.json`, `${JSON.stringify(openSearchIndex, null, 2)}\n`);
  await pipeline(lines, createWriteStream(out));
  tell(`已写出 ${out} 和 ${out}.mapping.json`);
} else
  await pipeline(lines, process.stdout).catch((error: NodeJS.ErrnoException) => {
    // Who reads the lines, `head` for one, may have enough of them: that is no fault.
    if (error.code !== 'EPIPE') throw error;
  });
