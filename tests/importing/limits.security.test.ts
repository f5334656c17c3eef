/** A received file asks for no more than a document does: each limit is told in a sentence, and nothing ends the command. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { zipSync } from 'fflate';
import { ImportFault } from '../../src/importing/limits.ts';
import { prepare } from '../../src/importing/prepare.ts';
import { NOTICE } from './sample.ts';
import { NAMESPACES, packDocx, paragraph, writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';
import { packOdt } from './write-odt.ts';
import { writePdf } from './write-pdf.ts';
import { writeText } from './write-text.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const stored = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, 'received', name));
const cell = (properties: string): string =>
  `<w:tbl><w:tr><w:tc><w:tcPr>${properties}</w:tcPr>${paragraph('甲')}</w:tc><w:tc><w:tcPr/>${paragraph('乙')}</w:tc></w:tr></w:tbl>`;
const listed = (level: string, numberLevel: string): Uint8Array =>
  packDocx(paragraph('甲', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`), {
    'numbering.xml': `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">${numberLevel}</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  });
const html = (body: string): Uint8Array =>
  bytes(`<html><meta charset="utf-8"><body>${body}</body></html>`);
const odt = (body: string): Uint8Array => packOdt(`<text:p>甲</text:p>${body}`);
const shortDoc = Buffer.from(stored('notice.doc'));
const header = shortDoc.indexOf(Buffer.from([0xec, 0xa5]));
shortDoc.writeUInt32LE(0x7fffff00, header + 0x4c);

const REFUSED: [name: string, file: string, bytes: () => Uint8Array, reason: RegExp][] = [
  [
    'a span of columns',
    'a.docx',
    () => packDocx(cell('<w:gridSpan w:val="100000000"/>')),
    /合并的列数是“100000000”/u,
  ],
  [
    'a level',
    'a.docx',
    () => listed('50000000', '<w:lvlText w:val="%1"/>'),
    /编号的级别是“50000000”/u,
  ],
  [
    'a start',
    'a.docx',
    () => listed('0', '<w:start w:val="20000000000"/>'),
    /编号的起始值是“20000000000”/u,
  ],
  [
    'a label',
    'a.docx',
    () => listed('0', `<w:lvlText w:val="${'%1'.repeat(500_000)}"/>`),
    /多于 255 个/u,
  ],
  [
    'spaces below none',
    'a.odt',
    () => odt('<text:p>甲<text:s text:c="-5"/>乙</text:p>'),
    /空格的个数是“-5”/u,
  ],
  [
    'cells repeated not once',
    'a.odt',
    () =>
      odt(
        '<table:table><table:table-row><table:table-cell table:number-columns-repeated="0"><text:p>甲</text:p></table:table-cell><table:table-cell/></table:table-row></table:table>',
      ),
    /重复的单元格数是“0”/u,
  ],
  [
    'elements in elements, .html',
    'a.html',
    () => html(`${'<div class="content">'.repeat(700)}甲`),
    /套了 250 层以上/u,
  ],
  [
    'elements in elements, .docx',
    'a.docx',
    () =>
      packDocx(
        `${'<w:sdt><w:sdtContent>'.repeat(1000)}${paragraph('甲')}${'</w:sdtContent></w:sdt>'.repeat(1000)}`,
      ),
    /套了 250 层以上/u,
  ],
  [
    'elements in elements, .odt',
    'a.odt',
    () => odt(`${'<text:section>'.repeat(20_000)}${'</text:section>'.repeat(20_000)}`),
    /套了 250 层以上/u,
  ],
  [
    'columns of a page',
    'a.html',
    () => html('<p>这一段文字比表中的长。</p><table><tr><td colspan="100000">甲<td>乙</table>'),
    /合并的列数/u,
  ],
  ['a length that is not there', 'a.doc', () => shortDoc, /损坏/u],
  [
    '30 MB of XML in a small zip',
    'a.docx',
    () =>
      zipSync({
        'word/document.xml': bytes(
          `<w:document>${Array.from({ length: 900_000 }, (_, i) => `<w:p w:id="${i * 7919}"/>`).join('')}</w:document>`.padEnd(
            30_000_000,
            ' ',
          ),
        ),
      }),
    /压缩炸弹/u,
  ],
];
for (const [name, file, make, reason] of REFUSED)
  test(`refused: ${name}`, async () => {
    const before = Date.now();
    await assert.rejects(prepare(make(), file, [], { id: 'a' }), (error: Error) => {
      assert.ok(error instanceof ImportFault, error.stack);
      assert.match(error.message, reason);
      assert.match(error.message, /。$/u);
      return true;
    });
    assert.ok(Date.now() - before < 30_000);
  });

/** The same numbers every time: xorshift. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
/** A file with some bytes changed, a piece cut out, doubled or filled. */
function mutated(original: Uint8Array, next: () => number): Uint8Array {
  const copy = Buffer.from(original);
  const at = Math.floor(next() * copy.length);
  const length = Math.floor(next() * Math.min(2_000, copy.length));
  switch (Math.floor(next() * 4)) {
    case 0:
      for (let i = 0; i < 12; i++)
        copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256);
      return copy;
    case 1:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    case 2:
      return Buffer.concat([copy.subarray(0, at + length), copy.subarray(at)]);
    default:
      return copy.fill(next() < 0.5 ? 0xff : 0, at, Math.min(at + length, copy.length));
  }
}

const slowest = { file: '', ms: 0 };
after(() => assert.ok(slowest.ms < 30_000, JSON.stringify(slowest)));
test('200 random mutations of received files: read, or refused in a sentence', async () => {
  const files: [string, Uint8Array][] = [
    ['a.docx', writeDocx(NOTICE)],
    ['a.html', writeHtml(NOTICE)],
    ['a.pdf', writePdf(NOTICE)],
    ['a.txt', bytes(writeText(NOTICE))],
    ['a.odt', stored('opinion.odt')],
    ['a.doc', stored('features.doc')],
    ['a.docx', zipSync({ 'word/document.xml': bytes('<w:document/>') }, { level: 0 })],
    ['b.doc', stored('notice.doc')],
  ];
  const next = numbers(20_240_506);
  for (let i = 0; i < 200; i++) {
    const [name, original] = files[i % files.length]!;
    const before = Date.now();
    try {
      await prepare(mutated(original, next), name, [], { id: 'a' });
    } catch (error) {
      assert.ok(error instanceof ImportFault, `${name} ${i}: ${(error as Error).stack}`);
      assert.match(error.message, /[\u4e00-\u9fff].*[。]/u);
    }
    const ms = Date.now() - before;
    if (ms > slowest.ms) Object.assign(slowest, { file: `${name} ${i}`, ms });
  }
  assert.ok(process.memoryUsage.rss() < 1024 ** 3);
});
