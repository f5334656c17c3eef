/** `npm run addresses`: adds the library's addresses to the list of those that must not disappear. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ADDRESS_LIST, addressList } from '../library/checks/addresses.ts';
import { contentFolder, readIfThere } from '../content/content-folder.ts';
import { ContentError } from '../content/print-problems.ts';
import { readValidLibrary } from '../content/read-library.ts';
import { tell, tellFault } from './command-line.ts';

const folder = contentFolder();
try {
  const { library } = await readValidLibrary(folder);
  const list = addressList(library, String((await readIfThere(join(folder, ADDRESS_LIST))) ?? ''));
  await writeFile(join(folder, ADDRESS_LIST), list);
  tell(`${ADDRESS_LIST}：${list.split('\n').length - 1} 个地址。`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  tellFault(error.message);
}
