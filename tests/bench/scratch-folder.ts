/** Folders for the sites that a benchmark builds. */
import { temporaryFolder } from '../temporary-folder.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/**
 * @param name what its name begins with
 * @returns an empty folder, which is there until the whole benchmark ends. Nothing in it is to be removed before: ext4 gives the
 *   inodes of deleted files to no other file for some minutes, and looks past each of them at every new file
 *   (`recently_deleted` in Linux, fs/ext4/ialloc.c): 30,000 files then took 13.5 s instead of 3.9 s.
 */
export const scratchFolder = (name: string): string => temporaryFolder(name);
