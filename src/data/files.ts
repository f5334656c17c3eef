/** Which files of data a site has, and what each holds, for the page that lists them. */
import type { Library } from '../library/types.ts';
import { entryRecord, recordPath } from './entry-record.ts';
import { graphJson } from './graph.ts';
import { tables } from './tables.ts';
import { textsFile } from './texts.ts';

/** The files of the folder `data/` and their contents in words. */
export const DATA_FILES: [name: string, what: string][] = [
  ['graph.json', '全部条目和它们之间的关系'],
  ['texts.jsonl.gz', '全部正文，逐段，一行一个条目（JSON Lines，gzip 压缩）'],
  ['entries.csv', '条目一览'],
  ['awards.csv', '奖补'],
  ['targets.csv', '目标'],
  ['progress.csv', '承诺与进展'],
  ['relations.csv', '条目之间的关系'],
];

/** @returns each file of data in turn, its path from the site's root and its content, made when it is asked for */
export function* dataFiles(
  library: Library,
): Generator<[path: string, content: string | Uint8Array]> {
  yield ['data/graph.json', graphJson(library)];
  yield ['data/texts.jsonl.gz', textsFile(library)];
  for (const [name, content] of tables(library)) yield [`data/${name}`, content];
  for (const entry of library.entries.values())
    yield [recordPath(entry.key), `${JSON.stringify(entryRecord(library, entry), null, 1)}\n`];
}

/** @returns one file of data, or nothing where there is none of that path */
export function dataFile(library: Library, path: string): string | Uint8Array | undefined {
  const key = /^([a-z]+\/[^/]+)\.json$/u.exec(path)?.[1];
  const entry = key && [...library.entries.values()].find((one) => one.key === key);
  if (entry) return `${JSON.stringify(entryRecord(library, entry), null, 1)}\n`;
  if (path === 'data/graph.json') return graphJson(library);
  if (path === 'data/texts.jsonl.gz') return textsFile(library);
  return tables(library).get(path.replace(/^data\//u, ''));
}
