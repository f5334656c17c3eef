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
import { readArguments, tell, tellFault } from './command-line.ts';

const { values } = readArguments(
  { options: { out: { type: 'string' }, index: { type: 'string', default: 'library' } } },
  '用法：npm run export:search -- --out 文件 [--index 索引名]',
);

function* ended(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

try {
  const { library } = await readValidLibrary(contentFolder());
  const lines = Readable.from(ended(bulkLines(recordsOf(library), values.index)));
  if (values.out) {
    writeFileSync(`${values.out}.mapping.json`, `${JSON.stringify(openSearchIndex, null, 2)}\n`);
    await pipeline(lines, createWriteStream(values.out));
    tell(`已写出 ${values.out} 和 ${values.out}.mapping.json`);
  } else await pipeline(lines, process.stdout);
} catch (error) {
  // Who reads the lines, `head` for one, may have enough of them: that is no fault.
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
    tellFault(String((error as Error).message));
  }
}
