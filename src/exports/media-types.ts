/** What files of the forms are, as HTTP names it. */
const TYPES: Record<string, string> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  xml: 'application/xml',
  json: 'application/json',
  epub: 'application/epub+zip',
  png: 'image/png',
  gz: 'application/gzip',
};

/** @param path of the file, with its ending */
export const mediaTypeOf = (path: string): string =>
  TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain; charset=utf-8';
