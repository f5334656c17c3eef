/** What cannot be imported is refused in a Chinese sentence that says what to do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { prepare } from '../../src/importing/prepare.ts';
import { NOTICE, OPINION } from './sample.ts';
import { packDocx, paragraph, writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';
import { writePdf } from './write-pdf.ts';
import { writeText } from './write-text.ts';

const refused = (bytes: Uint8Array, name: string, reason: RegExp) =>
  assert.rejects(prepare(bytes, name, []), (error: Error) => {
    assert.equal(error.name, 'ImportFault');
    assert.match(error.message, reason);
    assert.match(error.message, /[。]$/u);
    return true;
  });
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const ole = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(2000),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(600),
  ]);

test('an empty file', () => refused(text(' \n'), '空.txt', /空的/u));
test('a scanned PDF has no text', () =>
  refused(writePdf({ name: 'scan', pieces: [] }, false), 'scan.pdf', /扫描件/u));
test('a PDF that is cut off', () => refused(text('%PDF-1.7\n1 0 obj\n<<'), 'a.pdf', /损坏/u));
test('a .docx that is cut off', () =>
  refused(writeDocx(NOTICE).subarray(0, 900), 'a.docx', /压缩包|损坏/u));
test('a .docx whose XML is broken', () => refused(packDocx('<w:p><w:r>'), 'a.docx', /损坏/u));
test('a locked .docx', () => refused(ole('EncryptedPackage'), 'a.docx', /密码/u));
test('a .doc that is none', () => refused(ole('WordDocument'), 'a.doc', /损坏|不是/u));
test('a picture', () => refused(Buffer.from('89504e470d0a1a0a', 'hex'), 'a.png', /图像/u));
test('a zip bomb', () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(64 * 1024 * 1024) }, { level: 9 });
  return refused(bomb, 'bomb.docx', /压缩炸弹/u);
});
test('50 MB of text', () =>
  refused(new Uint8Array(51 * 1024 * 1024).fill(0x61), 'long.txt', /50 MB/u));
test('a text that no page could show', () =>
  refused(text('长'.repeat(2_100_000)), 'long.txt', /200 万字/u));
test('two encodings in one file', () =>
  refused(
    Buffer.concat([
      text('这一行是统一码的文字。\n'),
      iconv.encode('这一行是国标码的文字。\n', 'gbk'),
    ]),
    'a.txt',
    /混用了两种编码：第1行是 UTF-8，第2行不是/u,
  ));
test('bytes in no encoding', () =>
  refused(Buffer.from('ff80ff81fe80ffff80', 'hex'), 'a.txt', /判断不了/u));
test('no number, no date, and a name that is no id', () =>
  refused(text('一段没有日期的文字。'), '无题.txt', /--id/u));

test('a .docx that is really a web page is read as one, and said so', async () => {
  const { faults, remarks } = await prepare(writeHtml(OPINION), '意见 终稿.docx', []);
  assert.deepEqual(faults, []);
  assert.match(remarks[0]!, /文件名不像 网页/u);
});
test('GBK and Big5 are told apart', async () => {
  const gbk = await prepare(iconv.encode(writeText(OPINION), 'gb18030'), 'a.txt', []);
  assert.match(gbk.received.encoding!, /GB18030/u);
  const traditional =
    '關於推進產業集群發展的意見\n\n各有關單位：\n\n為了說明編碼的判斷，這裡寫一段繁體中文，其中有的字在兩種編碼中都有。';
  const big5 = await prepare(iconv.encode(traditional, 'big5'), 'a.txt', []);
  assert.equal(big5.received.encoding, 'Big5');
  assert.match(big5.source, /這裡寫一段繁體中文/u);
});
test('markup, scripts and braces stay text', async () => {
  const words =
    '<script>alert(1)</script>{1+1}<Masthead>甲</Masthead>import x from "y"\\{ *a* _b_ [c](d) ![e](f) `g` | h | <!-- i --> &amp; &#x41; ~~j~~ $k$ ---';
  const body = [
    'import a from "b"',
    'export const c = 1',
    '# 不是标题',
    '- 不是列表',
    '> 不是引用',
    '1. 不是列表',
    '---',
    '```',
    '=== ',
    '    缩进',
    '| a | b |',
    '| - | - |',
    '[甲]: http://x',
    '[^1]: 注',
    words,
  ];
  const { faults, source } = await prepare(
    packDocx(body.map((line) => paragraph(line)).join('')),
    'markup.docx',
    [],
  );
  assert.deepEqual(faults, []);
  assert.doesNotMatch(source, /(?<!\\)<script>/u);
});
test('words that a reader of the format loses stop the import', async () => {
  const formula = '<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>';
  const { faults } = await prepare(packDocx(paragraph('下式成立。') + formula), 'formula.docx', []);
  assert.match(faults[0]!, /少了“x=1”/u);
});
