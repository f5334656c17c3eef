/** Reads the list of addresses that were public. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ADDRESS_LIST } from '../library/checks/addresses.ts';

/** @returns the list as it stands in a content folder; null where there is none */
export async function readAddressList(folder: string): Promise<string | null> {
  try {
    return await readFile(join(folder, ADDRESS_LIST), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
