/** Every file that a library is exported as, made as the site's endpoints make them. */
import { DATA_FOLDER } from '../../src/exports/data/files.ts';
import { recordText } from '../../src/exports/data/entry-record.ts';
import { DOCUMENT_FILES } from '../../src/exports/document-files.ts';
import { documentsOf, pathBeside } from '../../src/exports/documents.ts';
import { LIBRARY_FILES } from '../../src/exports/library-files.ts';
import type { ValidLibrary } from '../../src/content/read-library.ts';

/** @returns contents by their path from the site's root */
export async function exportedFiles(site: ValidLibrary): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  for (const document of documentsOf(site.library))
    for (const { ending, write } of DOCUMENT_FILES)
      files.set(pathBeside(document, ending), write(site, document));
  for (const entry of site.library.entries.values())
    files.set(pathBeside(entry, 'json'), recordText(site.library, entry));
  for (const { path, content } of DATA_FOLDER) files.set(path, await content(site));
  for (const { path, isIn, content } of LIBRARY_FILES)
    if (isIn?.(site) ?? true) files.set(path, await content(site));
  return files;
}
