/** `npm run addresses`: adds the library's addresses to the list of those that must not disappear. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ADDRESS_LIST, addressList } from '../library/checks/addresses.ts';
import { contentFolder, readIfThere } from '../content/content-folder.ts';
import { readValidLibrary } from '../content/read-library.ts';
import { tell } from './command-line.ts';

const folder = contentFolder();
const path = join(folder, ADDRESS_LIST);
const { library } = await readValidLibrary(folder);
const list = addressList(library, String((await readIfThere(path)) ?? ''));
await writeFile(path, list);
tell(`${ADDRESS_LIST}：${list.split('\n').length - 1} 个地址。`);
