/** What a file is, by its bytes; its name only decides between a text and a page. */

export type Format = 'docx' | 'odt' | 'doc' | 'html' | 'pdf' | 'txt' | 'md';
export type Sniffed = Format | 'empty' | 'locked' | 'rtf' | 'zip' | 'image' | 'spreadsheet';

const begins = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);
const ascii = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** The names in a zip stand in it as they are, packed or not. */
function insideZip(bytes: Uint8Array): Sniffed {
  const names = ascii(bytes.subarray(Math.max(0, bytes.length - 65_536)));
  const head = ascii(bytes.subarray(0, 400));
  if (names.includes('word/document.xml')) return 'docx';
  if (head.includes('application/vnd.oasis.opendocument.text')) return 'odt';
  if (names.includes('xl/workbook.xml')) return 'spreadsheet';
  return 'zip';
}

/** A locked .docx is an OLE file as a .doc is, with a stream that is called so. */
function insideOle(bytes: Uint8Array): Sniffed {
  const text = ascii(bytes.subarray(0, 4 * 1024 * 1024));
  const named = (name: string): boolean => text.includes([...name].join('\0'));
  if (named('EncryptedPackage')) return 'locked';
  return named('Workbook') && !named('WordDocument') ? 'spreadsheet' : 'doc';
}

/**
 * @param name the file's name
 * @returns its format, or what it is instead
 */
export function sniff(bytes: Uint8Array, name: string): Sniffed {
  if (bytes.every((byte) => byte <= 0x20)) return 'empty';
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0x50, 0x4b, 0x05, 0x06))
    return insideZip(bytes);
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return insideOle(bytes);
  const head = ascii(bytes.subarray(0, 2048));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (
    begins(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    begins(bytes, 0xff, 0xd8, 0xff) ||
    /^(GIF8|BM|II\*|MM\0)/u.test(head)
  )
    return 'image';
  const page =
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|meta|div|p|table)\b/iu;
  if (/\.(?:md|markdown)$/iu.test(name)) return 'md';
  return page.test(head) || /\.(html?|xhtml)$/iu.test(name) ? 'html' : 'txt';
}
