/** The entries' pages of a built site, read back: what the records that are made from the graph are held to. */
import { readFile, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { readPage, type ShownPage } from './read-page.ts';

/**
 * Reads the page of every entry in a folder.
 * Throws one error that names every page which breaks the HTML contract.
 */
export async function readSite(folder: string): Promise<ShownPage[]> {
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => file.endsWith('.html'))
    .sort();
  const records: ShownPage[] = [];
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
