/** How many pages a build has written, asked while it writes them. */
import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** What is in a folder; nothing where it is not there, or no longer: a build clears up while it is asked. */
function listed(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const pagesIn = (items: Dirent[]): number =>
  items.filter((item) => item.isFile() && item.name.endsWith('.html')).length;

/**
 * @param site the folder that is written
 * @returns its pages and those in its folders; deeper there are none
 */
export function countPages(site: string): number {
  const items = listed(site);
  return items
    .filter((item) => item.isDirectory() && /^[a-z]/u.test(item.name))
    .reduce((sum, { name }) => sum + pagesIn(listed(join(site, name))), pagesIn(items));
}
