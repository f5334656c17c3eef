/**
 * Every file that is no page of ours: those of the whole library; beside an entry's page its record, and a document's
 * text and references in other forms; and pages at addresses that entries had.
 */
import type { APIRoute, GetStaticPaths } from 'astro';
import { recordText } from '../exports/data/records.ts';
import { documentsOf, pathBeside } from '../exports/documents.ts';
import { DOCUMENT_FILES, LIBRARY_FILES } from '../exports/files.ts';
import { formerPage } from '../exports/former-addresses.ts';
import { formerKeys } from '../library/checks/addresses.ts';
import { site } from '../views/library.ts';

type SiteFile = { mediaType: string; content: () => unknown };

function* files(): Generator<[path: string, file: SiteFile]> {
  const { library } = site;
  for (const { path, mediaType, content, isIn } of LIBRARY_FILES)
    if (isIn?.(site) ?? true) yield [path, { mediaType, content: () => content(site) }];
  for (const entry of library.entries.values())
    yield [
      pathBeside(entry, 'json'),
      { mediaType: 'application/json', content: () => recordText(library, entry) },
    ];
  for (const document of documentsOf(library))
    for (const { ending, mediaType, write } of DOCUMENT_FILES)
      yield [pathBeside(document, ending), { mediaType, content: () => write(site, document) }];
  for (const former of formerKeys(library))
    yield [
      `${former.key}.html`,
      { mediaType: 'text/html', content: () => formerPage(site, former) },
    ];
}

export const getStaticPaths = (() =>
  Array.from(files(), ([file, props]) => ({ params: { file }, props }))) satisfies GetStaticPaths;

export const GET: APIRoute<SiteFile> = async ({ props: { mediaType, content } }) =>
  new Response((await content()) as BodyInit, { headers: { 'Content-Type': mediaType } });
