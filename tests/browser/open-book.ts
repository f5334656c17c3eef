/** The book of the built site, unpacked and opened page by page, as a reading program does. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { builtSite } from './site.ts';

export interface OpenBook {
  /** The names of its pages. */
  pages: string[];
  addressOf: (page: string) => string;
  close: () => void;
}

export function openBook(): OpenBook {
  const folder = mkdtempSync(join(tmpdir(), 'book-'));
  const files = Object.entries(unzipSync(readFileSync(join(builtSite, 'library.epub'))));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return {
    pages: files.flatMap(([path]) => /^EPUB\/(.+\.xhtml)$/u.exec(path)?.[1] ?? []),
    addressOf: (page) => pathToFileURL(join(folder, 'EPUB', page)).href,
    close: () => rmSync(folder, { recursive: true }),
  };
}
