/** The files of a form as a library has them: those that are the documents' texts again as gzip, where it says so. */
import type { ValidLibrary } from '../content/read-library.ts';
import { isCompressed } from './documents.ts';
import type { Form } from './form.ts';
import { gzipFiles } from './gzip/gzip-files.ts';

/** Whether a library has the files of a form as gzip. */
export const isWrittenAsGzip = ({ ofTexts }: Form, { config }: ValidLibrary): boolean =>
  ofTexts !== undefined && isCompressed(config, ofTexts);

/** @param say takes a line for the build's log */
export function writtenFiles(
  form: Form,
  site: ValidLibrary,
  say: (line: string) => void,
): ReturnType<Form['files']> {
  const files = form.files(site, say);
  return isWrittenAsGzip(form, site) ? gzipFiles(files) : files;
}
