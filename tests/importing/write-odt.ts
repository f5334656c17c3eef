/** Packs the body of an OpenDocument text, with the styles that it needs. */
import { zipSync } from 'fflate';

const NAMESPACES = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['draw', 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(' ');

/** @param more further files by their names, such as formulas */
export function packOdt(body: string, styles = '', more: Record<string, string> = {}): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const files = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content };
  return zipSync(
    Object.fromEntries(
      Object.entries({ ...files, ...more }).map(([name, text]) => [
        name,
        [new TextEncoder().encode(text), { level: name === 'mimetype' ? 0 : 6 }],
      ]),
    ),
    { mtime: '2020-01-01' },
  );
}
