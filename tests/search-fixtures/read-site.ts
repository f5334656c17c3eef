/** The pages of a built site, read back into records: what the records that are made from the graph are held to. */
import { readFile, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { PageRecord } from '../../src/search/records/record.ts';
import { readPage } from './read-page.ts';

/**
 * Reads every page of a folder into a record; pages without `library:kind` are left out.
 * Throws one error that names every page which breaks the HTML contract.
 */
export async function readSite(folder: string): Promise<PageRecord[]> {
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => file.endsWith('.html'))
    .sort();
  const records: PageRecord[] = [];
  const faults: string[] = [];
  for (const file of files) {
    try {
      const record = readPage(
        file.split(sep).join('/'),
        await readFile(join(folder, file), 'utf8'),
      );
      if (record) records.push(record);
    } catch (error) {
      faults.push((error as Error).message);
    }
  }
  if (faults.length > 0) throw new Error(`The pages break their contract.\n${faults.join('\n')}`);
  return records;
}
