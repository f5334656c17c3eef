/** The library that the pages show: read once for a build, anew when dev sees a change. */
import { contentFolder } from '../reading/content-folder.ts';
import { readSoundLibrary } from '../reading/read-library.ts';

export const site = await readSoundLibrary(contentFolder());
