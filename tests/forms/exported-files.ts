/** Every file that a library is exported as, made as the site's endpoints make them. */
import { recordText } from '../../src/exports/data/records.ts';
import { documentsOf, pathBeside } from '../../src/exports/documents.ts';
import { DOCUMENT_FILES, LIBRARY_FILES } from '../../src/exports/files.ts';
import type { ValidLibrary } from '../../src/content/read-library.ts';

/** @returns contents by their path from the site's root */
export async function exportedFiles(site: ValidLibrary): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  for (const document of documentsOf(site.library))
    for (const { ending, write } of DOCUMENT_FILES)
      files.set(pathBeside(document, ending), write(site, document));
  for (const entry of site.library.entries.values())
    files.set(pathBeside(entry, 'json'), recordText(site.library, entry));
  for (const { path, isIn, content } of LIBRARY_FILES)
    if (isIn?.(site) ?? true) files.set(path, await content(site));
  return files;
}
