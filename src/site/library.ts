/** The library that the pages show: read once for a build, anew when dev sees a change. */
import { contentFolder } from '../reading/content-folder.ts';
import { ContentError } from '../reading/print-problems.ts';
import { readLibrary } from '../reading/read-library.ts';

const folder = contentFolder();
const { config, library, problems } = await readLibrary(folder);
if (!config || problems.length) throw new ContentError(problems, folder);

export const site = { config, library };
