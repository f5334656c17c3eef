/** Writes samples as .docx: WordprocessingML as Word itself writes it, with a head, page numbers and first lines set in. */
import { zipSync } from 'fflate';
import type { Piece, Sample } from './sample.ts';

export const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escapeXml = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

export const run = (text: string): string =>
  `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;

const cell = (text: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2800" w:type="dxa"/></w:tcPr>${paragraph(text)}</w:tc>`;
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');
const table = (rows: string[][]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr><w:tblGrid>${rows[0]!
    .map(() => '<w:gridCol w:w="2800"/>')
    .join(
      '',
    )}</w:tblGrid>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;

function pieceXml(piece: Piece): string {
  if ('rows' in piece) return table(piece.rows);
  if ('part' in piece)
    return paragraph(piece.text, piece.align ? `<w:jc w:val="${piece.align}"/>` : '');
  return paragraph(piece.text, '<w:ind w:firstLine="640"/>');
}

export type Extra = Record<string, string>;

/** Packs the body of a document, with further files by their names in `word/`. */
export function packDocx(body: string, extra: Extra = {}): Uint8Array {
  const type = (name: string): string => name.replace(/\d*\.xml$/u, '');
  const relations = Object.keys(extra)
    .map(
      (name, i) => `<Relationship Id="r${i}" Type="${RELATION}/${type(name)}" Target="${name}"/>`,
    )
    .join('');
  const overrides = Object.keys(extra)
    .map(
      (name) =>
        `<Override PartName="/word/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type(name)}+xml"/>`,
    )
    .join('');
  const references = Object.keys(extra)
    .map((name, i) =>
      /^(header|footer)/u.test(name)
        ? `<w:${type(name)}Reference w:type="default" r:id="r${i}"/>`
        : '',
    )
    .join('');
  const files: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${overrides}</Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}<w:sectPr>${references}</w:sectPr></w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(extra).map(([name, xml]) => [`word/${name}`, `<?xml version="1.0"?>${xml}`]),
    ),
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, xml]) => [name, new TextEncoder().encode(xml)]),
    ),
    { mtime: '2020-01-01' },
  );
}

/** @returns the sample with a running head and a page number */
export const writeDocx = (sample: Sample): Uint8Array =>
  packDocx(sample.pieces.map(pieceXml).join(''), {
    'header1.xml': `<w:hdr ${NAMESPACES}>${paragraph('示例页眉')}</w:hdr>`,
    'footer1.xml': `<w:ftr ${NAMESPACES}><w:p>${run('— ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' —')}</w:p></w:ftr>`,
  });
