/** The whole library as a book, EPUB 3: the same content gives the same bytes. */
import { inThread } from '../../content/in-thread.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { bookPath } from '../../views/urls.ts';
import type { Form } from '../form.ts';
import { chapter, chapterFile } from './chapter.ts';
import {
  chaptersOf,
  CONTAINER,
  navigation,
  packageDocument,
  titlePage,
} from './package-document.ts';
import { BOOK_STYLE } from './style.ts';

/** The newest day that the content states; the first of the zip format's where it states none. */
function editionDay({ library, config }: ValidLibrary): string {
  if (config.revised) return config.revised;
  const days = [...library.entries.values()]
    .flatMap(({ date, data }) => [date, data['added'], data['changed']] as (string | undefined)[])
    .filter((day): day is string => day?.length === 10);
  return days.sort().at(-1) ?? '1980-01-01';
}

/** @returns the files of the book, but the first, by their path in it */
function filesOf(site: ValidLibrary): Record<string, Uint8Array> {
  const encoder = new TextEncoder();
  const files: Record<string, Uint8Array> = {};
  const add = (path: string, content: string): void => {
    files[path] = encoder.encode(content);
  };
  add('META-INF/container.xml', CONTAINER);
  add('EPUB/book.opf', packageDocument(site, editionDay(site)));
  add('EPUB/nav.xhtml', navigation(site));
  add('EPUB/title.xhtml', titlePage(site));
  add('EPUB/book.css', BOOK_STYLE);
  for (const entry of chaptersOf(site)) add(`EPUB/${chapterFile(entry.key)}`, chapter(site, entry));
  return files;
}

export const bookForm: Form = {
  name: '电子书',
  makes: (path) => path === bookPath,
  beside: true,
  async *files(site) {
    const script = new URL('./zip-worker.ts', import.meta.url);
    yield [bookPath, await inThread<Uint8Array>(script, filesOf(site))];
  },
};
