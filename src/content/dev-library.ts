/** The library while it is edited: read again after a change, of which only the changed files are parsed. */
import { once } from 'node:events';
import { watch } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { setCurrentLibrary } from './current-library.ts';
import { ContentError } from './print-problems.ts';
import type { ReadFiles } from './read-collection.ts';
import { readValidLibrary } from './read-library.ts';

/** Editors write a file in several steps: wait until it is quiet. */
export const QUIET_MS = 50;

/** Said while a library that cannot be shown is being mended. */
const WAITING = '改好并保存，预览会自动开始（按 Ctrl+C 停止）。';

export class DevLibrary {
  readonly folder: string;
  readonly #known: ReadFiles = new Map();
  #listed = '';

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Whether a path, as a watcher of either system tells it, lies in the content folder. */
  holds(path: string): boolean {
    const inside = relative(this.folder, path);
    return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
  }

  /**
   * Reads the library and puts it in place of the last one.
   * @returns whether entries have come or gone, or changed their files
   * @throws ContentError that lists everything an author must mend; the last library stays
   */
  async read(): Promise<{ listChanged: boolean }> {
    const valid = await readValidLibrary(this.folder, { known: this.#known, dev: true });
    setCurrentLibrary(valid);
    const before = this.#listed;
    this.#listed = [...valid.library.entries.values()].map(({ file }) => file).join('\n');
    return { listChanged: this.#listed !== before };
  }

  /**
   * Reads the library for the first time; where it has faults, again after each change, until it has none.
   * @param report takes the faults as an author reads them
   */
  async readWhenValid(report: (faults: string) => void): Promise<void> {
    for (;;) {
      // Watched before it is read: what is saved meanwhile is not missed.
      const watcher = watch(this.folder, { recursive: true });
      const changed = once(watcher, 'change');
      changed.catch(() => {});
      try {
        await this.read();
        return;
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        report(`${error.message}\n\n${WAITING}`);
        await changed;
        await after(QUIET_MS);
      } finally {
        watcher.close();
      }
    }
  }
}
